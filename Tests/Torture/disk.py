"""What a disk may hold after the power fails, told from the log of every file operation since it was last known whole.

Two models, chosen by the seed:

harsh    A file is durable up to its last sync, a name up to the last sync of its folder; syncing a file does not save
         its name. Each later write is kept, dropped, or
         torn at sectors of 512 or 4,096 bytes, also out of order; a file
         may have grown without its bytes (zeros or rubbish stand there); each later change of names is kept or lost on
         its own, but changes of one name stay in order and a rename is one step.
journal  As ext4 with data=ordered: any sync also saves all changes of names before it; what was not synced is kept up
         to one moment of each file and of the names, the last write torn.

Both keep what SQLite and everybody else must assume: a write damages no byte beside it (powersafe overwrite), what
was synced stays, a sync that failed has saved nothing and never will (its pages are forgotten; only bytes written
again can be saved).
"""
import collections
import os
import pathlib
import shutil
import struct

RECORD = struct.Struct("<IiqiIQqQII")

Operation = collections.namedtuple("Operation", "kind descriptor result error flags number offset path second data")


class Unmodelled(Exception):
    """The program did something the model does not know: a fault of these tests, not of the program."""


def operations(log):
    """Every record of a shim's log; a last one cut short by the kill is left out."""
    bytes_, place = pathlib.Path(log).read_bytes() if pathlib.Path(log).exists() else b"", 0
    while place + RECORD.size <= len(bytes_):
        kind, descriptor, result, error, flags, number, offset, length, path, second = RECORD.unpack_from(bytes_, place)
        place += RECORD.size
        if place + path + second + length > len(bytes_):
            return
        first = os.fsdecode(bytes_[place:place + path])
        other = os.fsdecode(bytes_[place + path:place + path + second])
        place += path + second
        yield Operation(chr(kind), descriptor, result, error, flags, number, offset, first, other,
                        bytes_[place:place + length])
        place += length


class File:
    """Bytes that are durable, and what was done since."""

    def __init__(self, content=b"", mode=0o600):
        # What a reader sees is `seen` and then `pending`; it differs from `durable` only after a failed sync.
        self.durable = self.seen = bytes(content)
        self.mode, self.pending, self.forgotten = mode, [], 0

    def content(self):
        """What a reader sees while the power is on."""
        return applied(self.seen, self.pending)

    def sync(self):
        seen = self.content()
        # What a failed sync forgot is lost; what was written after it is saved.
        self.durable = applied(self.durable, self.pending[self.forgotten:]) if self.forgotten else (
            seen if self.seen is self.durable else applied(self.durable, self.pending))
        same = seen == self.durable
        self.seen = self.durable if same else seen
        self.pending, self.forgotten = [], 0


class Folder:
    def __init__(self, mode=0o755):
        self.durable, self.current, self.mode = {}, {}, mode


def applied(base, pending):
    """Writes and cuts upon bytes, in order."""
    content = bytearray(base)
    for offset, data in pending:
        if data is None:
            if offset < len(content):
                del content[offset:]
            else:
                content.extend(bytes(offset - len(content)))
            continue
        if len(content) < offset:
            content.extend(bytes(offset - len(content)))
        content[offset:offset + len(data)] = data
    return bytes(content)


class Disk:
    """The files below one folder, as they are and as they may be after a power loss."""

    def __init__(self, root, harsh=True, blind=None):
        self.root, self.harsh = pathlib.Path(root), harsh
        # A file whose name contains this is never really synced: to prove that these tests would see it.
        self.blind = blind
        self.names = []
        self.top = self.load(self.root)

    def load(self, path):
        folder = Folder(path.stat().st_mode & 0o7777)
        for entry in sorted(path.iterdir()):
            if entry.name.endswith("-shm"):
                continue
            node = self.load(entry) if entry.is_dir() else File(entry.read_bytes(), entry.stat().st_mode & 0o7777)
            folder.durable[entry.name] = folder.current[entry.name] = node
        return folder

    def place(self, path):
        """The folder of a path and its name in it."""
        *parents, name = pathlib.Path(path).relative_to(self.root).parts
        folder = self.top
        for parent in parents:
            folder = folder.current[parent]
        return folder, name

    def node(self, path):
        if pathlib.Path(path) == self.root:
            return self.top
        folder, name = self.place(path)
        return folder.current.get(name)

    def rename(self, *changes):
        """One step: each (folder, name, node or None)."""
        for folder, name, node in changes:
            if node is None:
                folder.current.pop(name, None)
            else:
                folder.current[name] = node
        self.names.append(changes)

    def save_names(self, folder=None):
        kept = []
        for changes in self.names:
            if folder is not None and all(changed is not folder for changed, _, _ in changes):
                kept.append(changes)
                continue
            persist(changes)
        self.names = kept

    def lose(self, path):
        """A file that somebody took away for good."""
        folder, lost = self.place(path)
        folder.durable.pop(lost, None)
        folder.current.pop(lost, None)
        self.names = [changes for changes in self.names
                      if all(changed is not folder or name != lost for changed, name, _ in changes)]

    def follow(self, log):
        """Does what one process did; returns how many durable operations that were."""
        opened, count = {}, 0
        for operation in operations(log):
            count = max(count, operation.number)
            self.step(operation, opened)
        return count

    def step(self, operation, opened):
        kind, file = operation.kind, opened.get(operation.descriptor)
        if kind == "?":
            raise Unmodelled(f"a shared writable map of {operation.path}")
        if operation.result < 0:
            if kind == "s" and isinstance(file, File):
                file.forgotten = len(file.pending)
            return
        if kind == "c":
            folder, name = self.place(operation.path)
            opened[operation.descriptor] = File(mode=operation.offset & 0o7777)
            self.rename((folder, name, opened[operation.descriptor]))
        elif kind == "o":
            opened[operation.descriptor] = node = self.node(operation.path)
            if node is None:
                raise Unmodelled(f"{operation.path} was opened and is not there")
            if operation.flags:
                node.pending.append((0, None))
        elif kind == "x":
            opened.pop(operation.descriptor, None)
        elif kind == "w" and operation.data:
            file.pending.append((operation.offset, operation.data))
        elif kind == "t":
            file.pending.append((operation.offset, None))
        elif kind == "s":
            self.sync(file, operation.path)
        elif kind == "r":
            (old, name), (new, other) = self.place(operation.path), self.place(operation.second)
            self.rename((old, name, None), (new, other, old.current[name]))
        elif kind == "l":
            (old, name), (new, other) = self.place(operation.path), self.place(operation.second)
            self.rename((new, other, old.current[name]))
        elif kind in "ud":
            self.rename((*self.place(operation.path), None))
        elif kind == "m":
            self.rename((*self.place(operation.path), Folder(operation.offset & 0o7777)))

    def sync(self, node, path):
        if self.blind and self.blind in path:
            return
        if isinstance(node, Folder):
            self.save_names(node)
        else:
            node.sync()
        if not self.harsh:
            self.save_names()

    def differences(self, folder=None, path=None):
        """Paths where this differs from what really lies there: nothing, as long as the model knows all operations."""
        folder, path = folder or self.top, path or self.root
        real = {entry.name: entry for entry in path.iterdir() if not entry.name.endswith("-shm")}
        wrong = [f"{path}/{name}" for name in real.keys() ^ folder.current.keys()]
        for name in real.keys() & folder.current.keys():
            node = folder.current[name]
            if isinstance(node, Folder):
                wrong += self.differences(node, real[name])
            elif node.content() != real[name].read_bytes():
                wrong.append(f"{path}/{name}")
        return wrong

    def fail_power(self, rng):
        """Writes one of the possible disks in place of what lies there."""
        if self.harsh:
            blocked, keeping = set(), rng.choice((0.0, 0.3, 0.5, 0.8, 1.0))
            for changes in self.names:
                keys = {(id(folder), name) for folder, name, _ in changes}
                if keys & blocked or rng.random() >= keeping:
                    blocked |= keys
                else:
                    persist(changes)
        else:
            for changes in self.names[:rng.randint(0, len(self.names))]:
                persist(changes)
        for entry in self.root.iterdir():
            shutil.rmtree(entry) if entry.is_dir() else entry.unlink()
        self.write(self.top, self.root, rng, {})

    def write(self, folder, path, rng, written):
        for name, node in sorted(folder.durable.items()):
            target = path / name
            if isinstance(node, Folder):
                target.mkdir(mode=node.mode)
                self.write(node, target, rng, written)
            elif id(node) in written:
                # A second name of one file.
                os.link(written[id(node)], target)
            else:
                written[id(node)] = target
                target.write_bytes(survived(node, rng, self.harsh))
                target.chmod(node.mode or 0o600)


def persist(changes):
    for folder, name, node in changes:
        if node is None:
            folder.durable.pop(name, None)
        else:
            folder.durable[name] = node


def survived(file, rng, harsh):
    """Bytes a file may have after the power failed."""
    pending = file.pending
    if not pending:
        return file.durable
    if not harsh:
        count = rng.randint(0, len(pending))
        content = applied(file.durable, pending[:count])
        if count < len(pending) and pending[count][1]:
            offset, data = pending[count]
            cut = rng.randrange(0, len(data) + 1)
            edge = min(len(data), max(0, (offset + cut) // 512 * 512 - offset))
            content = applied(content, [(offset, data[:edge])]) if edge else content
        return content
    return torn(file.durable, pending, rng)


def torn(base, pending, rng):
    """Every sector is as some of the writes left it; the size is any that the file had."""
    sector = rng.choice((512, 4096))
    kept, cut = rng.choice(((0, 0), (1, 0), (0.5, 0), (0.4, 0.3), (0.8, 0.1), (0.1, 0.5), (0.9, 0.1)))
    fates = [rng.random() for _ in pending]
    # Sizes the file had, the content as far as each write got.
    sizes, size, touching = [len(base)], len(base), collections.defaultdict(list)
    largest = size
    for index, (offset, data) in enumerate(pending):
        first, last = offset // sector, None
        if data is None:
            last = largest // sector
            size = offset
        else:
            last = (offset + len(data) - 1) // sector
            size = max(size, offset + len(data))
        largest = max(largest, size)
        sizes.append(size)
        for number in range(first, last + 1):
            touching[number].append(index)
    rubbish = rng.random() < 0.3
    content = bytearray(base)
    if largest > len(content):
        extra = largest - len(content)
        content.extend(rng.randbytes(extra) if rubbish else bytes(extra))
    for number, indexes in sorted(touching.items()):
        # The newest state of this sector that was written out holds all that was done to it before.
        count = 0
        for place, index in enumerate(indexes):
            if fates[index] < kept or (fates[index] < kept + cut and rng.random() < 0.5):
                count = place + 1
        start, stop = number * sector, min((number + 1) * sector, largest)
        if count and rubbish and start + sector > len(base):
            # A sector written out has zeros where nobody wrote.
            content[max(start, len(base)):stop] = bytes(stop - max(start, len(base)))
        for index in indexes[:count]:
            offset, data = pending[index]
            if data is None:
                begin = max(start, offset)
                content[begin:stop] = bytes(max(0, stop - begin))
            else:
                begin, end = max(start, offset), min(stop, offset + len(data))
                content[begin:end] = data[begin - offset:end - offset]
    final = sizes[-1] if rng.random() < 0.4 else rng.choice(sizes)
    return bytes(content[:final])
