"""The whole way of message 200 beside its floor, and how long its batches take: Benchmarks/Macro."""
import json
import subprocess
import sys


def measure(root, messages, rounds):
    """What Macro prints; it makes its own messages and alternates them with the floor."""
    print("building Benchmarks/Macro", flush=True)
    build = "source Scripts/toolchain && swift build -c release --package-path Benchmarks --product Macro"
    done = subprocess.run(["bash", "-c", build], cwd=root, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode != 0:
        sys.exit(f"error: Benchmarks/Macro does not build: {done.stdout[-2000:]}")
    command = [root / "Benchmarks/.build/release/Macro", "--messages", messages, "--rounds", rounds, "--json"]
    done = subprocess.run([str(part) for part in command], stdout=subprocess.PIPE, text=True)
    if done.returncode != 0:
        sys.exit(f"error: Macro ends with {done.returncode}")
    return json.loads(done.stdout)


def table(macro):
    return ["## The whole way of message 200, beside its floor", "",
            f"{macro['messages']:,} messages, {macro['rounds']} rounds in turn with the floor: "
            f"{macro['invoices_per_second']:,.0f} invoices a second, floor {macro['floor_pairs_per_second']:,.0f} "
            f"pairs of an RSA-2048 verification and a P-256 signature: ratio {macro['ratio_to_floor']:.3f}. From batch "
            f"to batch, 256 messages: p50 {macro['batch_ms_p50']:.1f} ms, p99 {macro['batch_ms_p99']:.1f} ms, at most "
            f"{macro['batch_ms_max']:.1f} ms. Verdicts and codes `{macro['verdicts_sha256']}`.", ""]


def goals(macro):
    return [("P2", "messages 200 to verify-and-sign pairs, in Macro", 0.75, macro["invoices_per_second"],
             macro["floor_pairs_per_second"])]


def draw(axis, macro):
    """How many batches take how long."""
    axis.hist(macro["batches_ms"], bins=50)
    axis.set_xlabel("ms from batch to batch of 256 messages, each durable")
    axis.set_ylabel("batches")
    for name, share in (("p50", "batch_ms_p50"), ("p99", "batch_ms_p99")):
        axis.axvline(macro[share], linestyle="--", linewidth=1)
        axis.annotate(name, (macro[share], axis.get_ylim()[1] * 0.9))
