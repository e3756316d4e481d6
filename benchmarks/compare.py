#!/usr/bin/env python3
"""Measures NeuronDemo against NumPy and PyTorch in one run and prints the tables of README.md beside this file.

    python3 compare.py            everything, half an hour
    python3 compare.py --quick    without the largest files

Needs the .NET SDK, a C compiler (for the native program), Python with NumPy, and Linux. For NumPy at its best install
OpenBLAS (Debian: python3-numpy libopenblas0; python3-torch for PyTorch; /usr/bin/python3 runs it). Both sides take the
least of several measurements in turn, so that a busy moment of the machine hurts neither; what counts is the ratio.
"""
import argparse
import os
import platform
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
ROUNDS = 3


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--quick", action="store_true", help="leave out the largest files")
    quick = parser.parse_args().quick
    with tempfile.TemporaryDirectory() as folder:
        compare(Path(folder), quick)


def compare(folder, quick):
    project = ROOT / "src/NeuronDemo"
    publish(project, folder / "native")
    artifacts = ["--artifacts-path", folder / "artifacts", "-v", "q", "--nologo"]
    run(["dotnet", "build", project, *artifacts])
    run(["dotnet", "build", HERE / "NeuronDemo.Benchmarks", "-c", "Release", *artifacts])
    native = folder / "native/NeuronDemo"
    built = folder / "artifacts/bin/NeuronDemo/debug/NeuronDemo"
    stopwatches = folder / "artifacts/bin/NeuronDemo.Benchmarks/release/NeuronDemo.Benchmarks"
    package, tools = install(project, folder)

    ours = lambda name, *arguments, **environment: lambda: seconds([stopwatches, name, *arguments], environment)
    numpy = lambda *arguments: lambda: list(map(float, run([sys.executable, HERE / "numpy_peer.py", *map(str, arguments)]).split()))
    torch = lambda *arguments: lambda: seconds([sys.executable, HERE / "torch_peer.py", *map(str, arguments)])
    whole = lambda *command: lambda: process(command)
    one_thread = {"DOTNET_PROCESSOR_COUNT": "1"}
    versions = {name: version(name) for name in ("numpy", "torch")}
    compared = versions["torch"] is not None

    print(f"{processor()}, {os.cpu_count()} cores, .NET {run(['dotnet', '--version']).strip()}, NumPy {versions['numpy']}"
          + (f", PyTorch {versions['torch']}" if compared else ""), end="\n\n")
    if not compared:
        print("PyTorch is not installed and left out (Debian: python3-torch).\n")
    print("| what | NumPy | NumPy at best | NeuronDemo | ratio | at best | goal |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    row("truth table, an iteration, native program", numpy("truth-table"), lambda: iteration([native, "train"], 0, 2_000_000), 115)
    row("truth table, an iteration, JIT", numpy("truth-table"), ours("truth-table"), 130)
    tutorial = lambda: [process([sys.executable, HERE / "numpy_peer.py", "tutorial"])] * 2
    row("`train`, whole process, native program", tutorial, whole(native, "train"), 30)
    row("`train`, whole process, installed tool", tutorial, whole(tools / "neuron-demo", "train"), 25)
    row("`train`, whole process, what `dotnet run` built", tutorial, whole(built, "train"), 2.5)
    row("64-32-10 on 1797 rows", numpy("network", 1797, 64, 32, 10), ours("network"), 2)
    row("784-30-10 on 10,000 rows", numpy("network", 10_000, 784, 30, 10), ours("network-784-30-10"), 1.35)
    row("784-100-10 on 10,000 rows", numpy("network", 10_000, 784, 100, 10), ours("network-784-100-10"), 1)
    row("30-16-1 on 100,000 rows", numpy("network", 100_000, 30, 16, 1), ours("network-30-16-1"), 4.5)
    row("4-4-3 on 150 rows", numpy("network", 150, 4, 4, 3), ours("network-4-4-3"), 4)
    row("1,000,000 x 30", numpy("network", 1_000_000, 30, 1), ours("million-30"), 4.2)
    row("the same on one thread", numpy("network", 1_000_000, 30, 1), ours("million-30", **one_thread), 2)
    row("1,000,000 x 3", numpy("network", 1_000_000, 3, 1), ours("million-3"), 3)
    text = write_csv(folder / "200000.csv", 200_000)
    row("CSV of 200,000 x 31: whole native process, `loadtxt` alone", numpy("csv", text), whole(native, "train", "--iterations", "0", "--data", text), 2.5)
    row("the same, what `dotnet run` built", numpy("csv", text), whole(built, "train", "--iterations", "0", "--data", text), 1)

    if compared:
        print("\n| what | PyTorch | NeuronDemo | ratio | goal |")
        print("| --- | ---: | ---: | ---: | ---: |")
        row("truth table, an iteration, JIT", torch("truth-table"), ours("truth-table"), "")
        row("64-32-10 on 1797 rows", torch("network", 1797, 64, 32, 10), ours("network"), "")
        row("784-30-10 on 10,000 rows", torch("network", 10_000, 784, 30, 10), ours("network-784-30-10"), 1)
        row("1,000,000 x 30", torch("network", 1_000_000, 30, 1), ours("million-30"), "")

    print("\n| what | measured | goal |")
    print("| --- | ---: | ---: |")
    show("1,000,000 x 30, in sums over the same array", f"{best(ours('million-30')) / best(ours('sum')):.2f}", "at most 1.1")
    few, many, most = (best(ours(f"rows-{rows}")) for rows in (100_000, 1_000_000, 10_000_000))
    show("1,000,000 rows of 10, in times of 100,000", f"{many / few:.1f}", "at most 11")
    show("10,000,000 rows of 10, in times of 1,000,000", f"{most / many:.1f}", "at most 11")
    show("tool package", f"{package:.1f} MB", "at most 12 MB")
    show("installed tool", f"{megabytes(tools):.0f} MB", "at most 45 MB")
    if runtime() == "linux-x64":
        publish(project, folder / "old", "-p:IlcInstructionSet=x86-64-v2")
        learn = ["train", "--data", text, "--step-size", "1e-6"]
        wide, old = (best(lambda: iteration([folder / name / "NeuronDemo", *learn], 10, 410)) for name in ("native", "old"))
        show("200,000 x 30, native for processors since 2009, in times of native for those since 2013", f"{old / wide:.1f}", "")
    if not quick:
        rows = 1_000_000
        table = write_csv(folder / "1000000.csv", rows)
        limit = 1.3 * rows * 31 * 8 / 1e6 + 80
        peak = peak_megabytes([native, "train", "--data", table, "--iterations", "10", "--step-size", "1e-6"])
        show("peak memory of `train` on a CSV of 1,000,000 x 31", f"{peak:.0f} MB", f"at most {limit:.0f} MB")


def row(what, peer, ours, goal):
    """Measures both sides in turn and prints a row of the table; the peer may give several times, each for a column."""
    pairs = [(peer(), ours()) for _ in range(ROUNDS)]
    peers, fast = [min(times) for times in zip(*(p if isinstance(p, list) else [p] for p, _ in pairs))], min(o for _, o in pairs)
    ratios = [f"{slow / fast:.{1 if slow < 20 * fast else 0}f}" for slow in peers]
    print("| " + " | ".join([what, *map(human, peers), human(fast), *ratios, str(goal)]) + " |", flush=True)


def show(what, measured, goal):
    print(f"| {what} | {measured} | {goal} |", flush=True)


def best(measure):
    return min(measure() for _ in range(ROUNDS))


def publish(project, folder, *switches):
    # Each with intermediate files of its own: a build with one switch must not take up those of another.
    artifacts = folder.with_suffix(".artifacts")
    run(["dotnet", "publish", project, "-r", runtime(), "-o", folder, "--artifacts-path", artifacts, "-v", "q", "--nologo", *switches])


def runtime():
    return "linux-arm64" if platform.machine() in ("aarch64", "arm64") else "linux-x64"


def environment(more):
    # These two may hold OpenBLAS back where they are set.
    kept = {name: value for name, value in os.environ.items() if name not in ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE")}
    return {**kept, "DOTNET_NOLOGO": "1", **more}


def run(command, more={}):
    return subprocess.run(list(map(str, command)), env=environment(more), check=True, stdout=subprocess.PIPE, text=True).stdout


def seconds(command, more={}):
    return float(run(command, more))


def process(command):
    """Seconds from start to end of a process, the least of ten."""
    least = float("inf")
    for _ in range(10):
        start = time.perf_counter()
        run(command)
        least = min(least, time.perf_counter() - start)
    return least


def iteration(command, few, many):
    """Seconds an iteration takes inside a whole process: what more of them cost."""
    def train(iterations):
        start = time.perf_counter()
        run([*command, "--iterations", iterations])
        return time.perf_counter() - start

    return (train(many) - train(few)) / (many - few)


def install(project, folder):
    """Packs the tool and installs it. Returns the size of its native package, in MB, and where it is."""
    packages, tools = folder / "packages", folder / "tools"
    for runtime_switch in ([], ["-r", runtime()]):
        run(["dotnet", "pack", project, *runtime_switch, "-o", packages, "--artifacts-path", folder / "pack.artifacts", "-v", "q", "--nologo"])
    run(["dotnet", "tool", "install", "NeuronDemo", "--tool-path", tools, "--source", packages])
    return megabytes(packages), tools


def megabytes(folder):
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file() and not file.is_symlink()) / 1e6


def peak_megabytes(command):
    child = subprocess.Popen(list(map(str, command)), env=environment({}), stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    if status != 0:
        sys.exit(f"{command} failed")
    return usage.ru_maxrss * 1024 / 1e6


def write_csv(path, rows, block=20_000):
    """31 columns of ten digits, the last one a target: a block of random rows again and again."""
    import numpy as np

    values = np.random.RandomState(1).random_sample((block, 31))
    lines = "\n".join(",".join(map("{:.10f}".format, row)) for row in values.tolist()) + "\n"
    with open(path, "w") as file:
        file.write(",".join(f"x{i + 1}" for i in range(30)) + ",t\n")
        for _ in range(rows // block):
            file.write(lines)
    return path


def processor():
    with open("/proc/cpuinfo") as info:
        return next((line.split(":")[1].strip() for line in info if line.startswith("model name")), platform.machine())


def version(module):
    """A Python module's version, or None where it isn't installed."""
    try:
        return __import__(module).__version__
    except ImportError:
        return None


def human(value):
    for unit, size in (("s", 1), ("ms", 1e-3), ("µs", 1e-6)):
        if value >= size:
            return f"{value / size:.3g} {unit}"
    return f"{value / 1e-9:.3g} ns"


if __name__ == "__main__":
    main()
