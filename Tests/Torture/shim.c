/* Stands between a program and its files: counts, logs, refuses, or kills at one operation below one folder.
 *
 * Loaded with LD_PRELOAD by Tests/Torture/torture.py. Reads from the environment:
 *   TORTURE_FOLDER  what lies below it is watched (an absolute path without links)
 *   TORTURE_LOG     a record per operation is appended here, with the bytes written; outside the folder
 *   TORTURE_PLAN    "VERB CLASS N ERROR ONWARDS", such as "kill-half effect 17 0 0" or "refuse sync 1 5 1"
 *
 * Verbs: count; kill-before, kill-half, kill-after; refuse (not done, reported as failed); report (done, but reported
 * as failed); short (half of a write is done and said to be). Classes: effect (what changes the disk or makes it
 * durable), write, sync, cut, name, space (what takes room), read, open. N counts from 1 the operations of that class;
 * ONWARDS 1 strikes at every one from the Nth on. "count read 0 0 0" also logs every read. The index of SQLite's log
 * (-shm) is memory, not a file, and stays alone.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

enum { EFFECT = 1, WRITE = 2, SYNC = 4, NAME = 8, SPACE = 16, READ = 32, OPEN = 64, CUT = 128 };
enum action { GO, KILL_BEFORE, KILL_HALF, KILL_AFTER, REFUSE, REPORT, SHORT };

/* As Tests/Torture/disk.py unpacks it; then path, second path, data. */
struct record {
    uint32_t kind;
    int32_t descriptor;
    int64_t result;
    int32_t error;
    uint32_t flags;
    uint64_t number;
    int64_t offset;
    uint64_t length;
    uint32_t path;
    uint32_t second;
};

enum { DESCRIPTORS = 65536 };

static struct {
    char *paths[DESCRIPTORS];
    char folder[PATH_MAX];
    size_t length;
    int log;
    enum action verb;
    int mask;
    unsigned long target, struck, count, effects;
    int error, onwards;
} state = {.log = -1};

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;


static int class_of(const char *name)
{
    static const struct { const char *name; int mask; } all[] = {
        {"effect", EFFECT}, {"write", WRITE}, {"sync", SYNC}, {"name", NAME},
        {"space", SPACE}, {"read", READ}, {"open", OPEN}, {"cut", CUT},
    };
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (strcmp(name, all[i].name) == 0) return all[i].mask;
    return 0;
}

static enum action verb_of(const char *name)
{
    static const char *const all[] = {"count", "kill-before", "kill-half", "kill-after", "refuse", "report", "short"};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (strcmp(name, all[i]) == 0) return (enum action)i;
    return GO;
}

__attribute__((constructor)) static void begin(void)
{
    const char *folder = getenv("TORTURE_FOLDER"), *log = getenv("TORTURE_LOG"), *plan = getenv("TORTURE_PLAN");
    if (folder == NULL || log == NULL || plan == NULL || strlen(folder) >= sizeof state.folder) return;
    char verb[16], class[16];
    if (sscanf(plan, "%15s %15s %lu %d %d", verb, class, &state.target, &state.error, &state.onwards) != 5) return;
    state.verb = verb_of(verb);
    state.mask = class_of(class);
    state.log = (int)syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (state.log < 0) return;
    /* Far from the descriptors the program counts on. */
    int high = (int)syscall(SYS_fcntl, state.log, F_DUPFD_CLOEXEC, 900);
    if (high >= 0) {
        syscall(SYS_close, state.log);
        state.log = high;
    }
    strcpy(state.folder, folder);
    state.length = strlen(folder);
}

/* The absolute path, where it lies below the folder; to be freed. */
static char *inside(int folder, const char *path)
{
    if (state.length == 0 || path == NULL) return NULL;
    char whole[2 * PATH_MAX];
    if (path[0] == '/') {
        snprintf(whole, sizeof whole, "%s", path);
    } else {
        char base[PATH_MAX];
        if (folder == AT_FDCWD) {
            if (syscall(SYS_getcwd, base, sizeof base) < 0) return NULL;
        } else {
            char link[64];
            snprintf(link, sizeof link, "/proc/self/fd/%d", folder);
            ssize_t count = syscall(SYS_readlinkat, AT_FDCWD, link, base, sizeof base - 1);
            if (count < 0) return NULL;
            base[count] = 0;
        }
        snprintf(whole, sizeof whole, "%s/%s", base, path);
    }
    size_t length = strlen(whole);
    while (length > 1 && whole[length - 1] == '/') whole[--length] = 0;
    if (length < state.length || memcmp(whole, state.folder, state.length) != 0) return NULL;
    if (whole[state.length] != 0 && whole[state.length] != '/') return NULL;
    if (length >= 4 && strcmp(whole + length - 4, "-shm") == 0) return NULL;
    return strdup(whole);
}

static const char *watched(int descriptor)
{
    if (descriptor < 0 || descriptor >= DESCRIPTORS) return NULL;
    return state.paths[descriptor];
}

static void note(char kind, int descriptor, int64_t result, unsigned flags, int64_t offset, const char *path,
                 const char *second, const void *data, size_t count)
{
    int error = errno;
    struct record record = {
        .kind = (unsigned char)kind, .descriptor = descriptor, .result = result, .error = result < 0 ? error : 0,
        .flags = flags, .number = state.effects, .offset = offset, .length = count,
        .path = (uint32_t)(path == NULL ? 0 : strlen(path)),
        .second = (uint32_t)(second == NULL ? 0 : strlen(second)),
    };
    struct iovec parts[] = {
        {&record, sizeof record}, {(void *)(uintptr_t)path, record.path},
        {(void *)(uintptr_t)second, record.second}, {(void *)(uintptr_t)data, count},
    };
    syscall(SYS_writev, state.log, parts, 4);
    errno = error;
}

static void die(void)
{
    note('k', -1, 0, 0, 0, NULL, NULL, NULL, 0);
    kill(getpid(), SIGKILL);
    for (;;) pause();
}

/* Counts an operation of these classes and says what shall become of it. */
static enum action strike(int classes)
{
    if (classes & EFFECT) state.effects++;
    if (state.verb == GO || (classes & state.mask) == 0) return GO;
    state.count++;
    int hit = state.count == state.target || (state.onwards && state.count > state.target);
    if (!hit) return GO;
    state.struck++;
    if (state.verb == KILL_BEFORE) die();
    if (state.verb == KILL_HALF && !(classes & WRITE)) die();
    if (state.verb == REPORT && (classes & (READ | OPEN))) return REFUSE;
    if (state.verb == SHORT && !(classes & WRITE)) return GO;
    return state.verb;
}

static int64_t refused(char kind, int descriptor, const char *path)
{
    errno = state.error;
    note(kind, descriptor, -1, 1, 0, path, NULL, NULL, 0);
    return -1;
}

/* After an operation was done and logged: what is left of the plan. */
static int64_t end(enum action action, int64_t result)
{
    if (action == KILL_AFTER || action == KILL_HALF) die();
    if (action == REPORT && result >= 0) {
        errno = state.error;
        return -1;
    }
    return result;
}

static int64_t plain_write(int descriptor, const void *bytes, size_t count, int64_t offset)
{
    return offset < 0 ? syscall(SYS_write, descriptor, bytes, count)
                      : syscall(SYS_pwrite64, descriptor, bytes, count, offset);
}

/* offset -1: at the position of the file. */
static ssize_t put(int descriptor, const void *bytes, size_t count, int64_t offset)
{
    if (watched(descriptor) == NULL) return plain_write(descriptor, bytes, count, offset);
    pthread_mutex_lock(&mutex);
    const char *path = watched(descriptor);
    enum action action = strike(EFFECT | WRITE | SPACE);
    int64_t result;
    if (action == REFUSE) {
        result = refused('w', descriptor, path);
    } else {
        int64_t place = offset;
        if (place < 0) {
            int append = (int)syscall(SYS_fcntl, descriptor, F_GETFL) & O_APPEND;
            place = syscall(SYS_lseek, descriptor, 0, append ? SEEK_END : SEEK_CUR);
        }
        size_t part = (action == KILL_HALF || action == SHORT) && count > 1 ? count / 2 : count;
        result = plain_write(descriptor, bytes, part, offset);
        note('w', descriptor, result, 0, place, path, NULL, bytes, result > 0 ? (size_t)result : 0);
        result = end(action, result);
    }
    pthread_mutex_unlock(&mutex);
    return result;
}

ssize_t write(int descriptor, const void *bytes, size_t count) { return put(descriptor, bytes, count, -1); }

ssize_t pwrite(int descriptor, const void *bytes, size_t count, off_t offset)
{
    return put(descriptor, bytes, count, offset);
}

ssize_t pwrite64(int descriptor, const void *bytes, size_t count, off64_t offset)
{
    return put(descriptor, bytes, count, offset);
}

static ssize_t gather(int descriptor, const struct iovec *parts, int count, int64_t offset)
{
    size_t total = 0, done = 0;
    for (int i = 0; i < count; i++) total += parts[i].iov_len;
    char *bytes = malloc(total + 1);
    if (bytes == NULL) {
        errno = ENOMEM;
        return -1;
    }
    for (int i = 0; i < count; i++) {
        memcpy(bytes + done, parts[i].iov_base, parts[i].iov_len);
        done += parts[i].iov_len;
    }
    ssize_t result = put(descriptor, bytes, total, offset);
    free(bytes);
    return result;
}

ssize_t writev(int descriptor, const struct iovec *parts, int count) { return gather(descriptor, parts, count, -1); }

ssize_t pwritev(int descriptor, const struct iovec *parts, int count, off_t offset)
{
    return gather(descriptor, parts, count, offset);
}

static ssize_t get(int descriptor, void *bytes, size_t count, int64_t offset)
{
    int refusing = 0;
    if (watched(descriptor) != NULL && (state.mask & READ)) {
        pthread_mutex_lock(&mutex);
        const char *path = watched(descriptor);
        refusing = strike(READ) == REFUSE;
        if (refusing) refused('g', descriptor, path);
        else if (state.verb == GO) note('g', descriptor, 0, 0, 0, path, NULL, NULL, 0);
        pthread_mutex_unlock(&mutex);
    }
    if (refusing) {
        errno = state.error;
        return -1;
    }
    return offset < 0 ? syscall(SYS_read, descriptor, bytes, count)
                      : syscall(SYS_pread64, descriptor, bytes, count, offset);
}

ssize_t read(int descriptor, void *bytes, size_t count) { return get(descriptor, bytes, count, -1); }

ssize_t pread(int descriptor, void *bytes, size_t count, off_t offset) { return get(descriptor, bytes, count, offset); }

ssize_t pread64(int descriptor, void *bytes, size_t count, off64_t offset)
{
    return get(descriptor, bytes, count, offset);
}

/* Refused is what the kernel does on EIO: the dirty pages are forgotten, a later sync knows nothing of them. */
static int sync_file(int descriptor, long call)
{
    if (watched(descriptor) == NULL) return (int)syscall(call, descriptor);
    pthread_mutex_lock(&mutex);
    const char *path = watched(descriptor);
    enum action action = strike(EFFECT | SYNC);
    int64_t result;
    if (action == REFUSE) {
        result = refused('s', descriptor, path);
    } else {
        result = syscall(call, descriptor);
        note('s', descriptor, result, 0, 0, path, NULL, NULL, 0);
        result = end(action, result);
    }
    pthread_mutex_unlock(&mutex);
    return (int)result;
}

int fsync(int descriptor) { return sync_file(descriptor, SYS_fsync); }

int fdatasync(int descriptor) { return sync_file(descriptor, SYS_fdatasync); }

static int cut(int descriptor, off_t length)
{
    if (watched(descriptor) == NULL) return (int)syscall(SYS_ftruncate, descriptor, length);
    pthread_mutex_lock(&mutex);
    const char *path = watched(descriptor);
    enum action action = strike(EFFECT | CUT);
    int64_t result;
    if (action == REFUSE) {
        result = refused('t', descriptor, path);
    } else {
        result = syscall(SYS_ftruncate, descriptor, length);
        note('t', descriptor, result, 0, length, path, NULL, NULL, 0);
        result = end(action, result);
    }
    pthread_mutex_unlock(&mutex);
    return (int)result;
}

int ftruncate(int descriptor, off_t length) { return cut(descriptor, length); }

int ftruncate64(int descriptor, off64_t length) { return cut(descriptor, length); }

static int open_file(int folder, const char *path, int flags, mode_t mode)
{
    char *whole = inside(folder, path);
    if (whole == NULL) return (int)syscall(SYS_openat, folder, path, flags, mode);
    pthread_mutex_lock(&mutex);
    struct stat before;
    int is_new = fstatat(folder, path, &before, AT_SYMLINK_NOFOLLOW) != 0 && errno == ENOENT && (flags & O_CREAT);
    unsigned is_cut = !is_new && (flags & O_TRUNC) && before.st_size > 0;
    int classes = OPEN | (is_new ? EFFECT | NAME | SPACE : 0) | (is_cut ? EFFECT | CUT : 0);
    enum action action = strike(classes);
    int result;
    if (action == REFUSE) {
        result = (int)refused('o', -1, whole);
        free(whole);
    } else {
        result = (int)syscall(SYS_openat, folder, path, flags, mode);
        note(is_new ? 'c' : 'o', result, result, is_cut, (int64_t)mode, whole, NULL, NULL, 0);
        if (result >= 0 && end(action, result) < 0) {
            syscall(SYS_close, result);
            note('x', result, 0, 0, 0, whole, NULL, NULL, 0);
            result = -1;
            errno = state.error;
        }
        if (result >= 0 && result < DESCRIPTORS) {
            free(state.paths[result]);
            state.paths[result] = whole;
        } else {
            free(whole);
        }
    }
    pthread_mutex_unlock(&mutex);
    return result;
}

#define MODE(flags, mode)                                         \
    mode_t mode = 0;                                              \
    if ((flags) & (O_CREAT | O_TMPFILE)) {                        \
        va_list arguments;                                        \
        va_start(arguments, flags);                               \
        mode = va_arg(arguments, mode_t);                         \
        va_end(arguments);                                        \
    }

int open(const char *path, int flags, ...)
{
    MODE(flags, mode)
    return open_file(AT_FDCWD, path, flags, mode);
}

int open64(const char *path, int flags, ...)
{
    MODE(flags, mode)
    return open_file(AT_FDCWD, path, flags, mode);
}

int openat(int folder, const char *path, int flags, ...)
{
    MODE(flags, mode)
    return open_file(folder, path, flags, mode);
}

int openat64(int folder, const char *path, int flags, ...)
{
    MODE(flags, mode)
    return open_file(folder, path, flags, mode);
}

int creat(const char *path, mode_t mode) { return open_file(AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC, mode); }

int creat64(const char *path, mode_t mode) { return open_file(AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC, mode); }

int close(int descriptor)
{
    if (watched(descriptor) != NULL) {
        pthread_mutex_lock(&mutex);
        note('x', descriptor, 0, 0, 0, state.paths[descriptor], NULL, NULL, 0);
        free(state.paths[descriptor]);
        state.paths[descriptor] = NULL;
        int result = (int)syscall(SYS_close, descriptor);
        pthread_mutex_unlock(&mutex);
        return result;
    }
    return (int)syscall(SYS_close, descriptor);
}

/* Changes of names: kind r rename, l link, u unlink, d rmdir, m mkdir. */
static int rename_name(char kind, int from, const char *path, int to, const char *second, unsigned flags)
{
    long call = kind == 'r' ? SYS_renameat2 : SYS_linkat;
    char *old = inside(from, path), *new = inside(to, second);
    int64_t result;
    if (old == NULL && new == NULL) {
        result = syscall(call, from, path, to, second, flags);
    } else {
        pthread_mutex_lock(&mutex);
        enum action action = strike(EFFECT | NAME);
        if (action == REFUSE) {
            result = refused(kind, -1, old);
        } else {
            result = syscall(call, from, path, to, second, flags);
            note(kind, -1, result, flags, 0, old, new, NULL, 0);
            result = end(action, result);
        }
        pthread_mutex_unlock(&mutex);
    }
    int error = errno;
    free(old);
    free(new);
    errno = error;
    return (int)result;
}

int rename(const char *path, const char *second) { return rename_name('r', AT_FDCWD, path, AT_FDCWD, second, 0); }

int renameat(int from, const char *path, int to, const char *second)
{
    return rename_name('r', from, path, to, second, 0);
}

int renameat2(int from, const char *path, int to, const char *second, unsigned flags)
{
    return rename_name('r', from, path, to, second, flags);
}

int link(const char *path, const char *second) { return rename_name('l', AT_FDCWD, path, AT_FDCWD, second, 0); }

int linkat(int from, const char *path, int to, const char *second, int flags)
{
    return rename_name('l', from, path, to, second, (unsigned)flags);
}

static int change_name(char kind, int folder, const char *path, int value, long call)
{
    char *whole = inside(folder, path);
    if (whole == NULL) return (int)syscall(call, folder, path, value);
    pthread_mutex_lock(&mutex);
    enum action action = strike(EFFECT | NAME | (kind == 'm' ? SPACE : 0));
    int64_t result;
    if (action == REFUSE) {
        result = refused(kind, -1, whole);
    } else {
        result = syscall(call, folder, path, value);
        note(kind, -1, result, 0, value, whole, NULL, NULL, 0);
        result = end(action, result);
    }
    pthread_mutex_unlock(&mutex);
    int error = errno;
    free(whole);
    errno = error;
    return (int)result;
}

int unlink(const char *path) { return change_name('u', AT_FDCWD, path, 0, SYS_unlinkat); }

int unlinkat(int folder, const char *path, int flags)
{
    return change_name(flags & AT_REMOVEDIR ? 'd' : 'u', folder, path, flags, SYS_unlinkat);
}

int rmdir(const char *path) { return change_name('d', AT_FDCWD, path, AT_REMOVEDIR, SYS_unlinkat); }

int mkdir(const char *path, mode_t mode) { return change_name('m', AT_FDCWD, path, (int)mode, SYS_mkdirat); }

int mkdirat(int folder, const char *path, mode_t mode)
{
    return change_name('m', folder, path, (int)mode, SYS_mkdirat);
}

int truncate(const char *path, off_t length)
{
    int descriptor = open_file(AT_FDCWD, path, O_WRONLY | O_CLOEXEC, 0);
    if (descriptor < 0) return -1;
    int result = cut(descriptor, length), error = errno;
    close(descriptor);
    errno = error;
    return result;
}

/* A shared writable map changes a file unseen; the driver takes a record of kind '?' for its own failure. */
static void *map(void *start, size_t length, int protection, int flags, int descriptor, off_t offset)
{
    if (watched(descriptor) != NULL && (flags & MAP_SHARED) && (protection & PROT_WRITE)) {
        pthread_mutex_lock(&mutex);
        note('?', descriptor, 0, 0, offset, state.paths[descriptor], NULL, NULL, 0);
        pthread_mutex_unlock(&mutex);
    }
    return (void *)syscall(SYS_mmap, start, length, protection, flags, descriptor, offset);
}

void *mmap(void *start, size_t length, int protection, int flags, int descriptor, off_t offset)
{
    return map(start, length, protection, flags, descriptor, offset);
}

void *mmap64(void *start, size_t length, int protection, int flags, int descriptor, off64_t offset)
{
    return map(start, length, protection, flags, descriptor, offset);
}

/* Room taken ahead of the bytes: allowed to fail, so it always does, and the model need not know it. */
int fallocate(int descriptor, int mode, off_t offset, off_t length)
{
    if (watched(descriptor) == NULL) return (int)syscall(SYS_fallocate, descriptor, mode, offset, length);
    errno = EOPNOTSUPP;
    return -1;
}
