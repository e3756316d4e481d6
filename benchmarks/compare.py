#!/usr/bin/env python3
"""Measures NeuronDemo against NumPy in one run and prints the ratios as a table.

    python3 compare.py            everything, some minutes
    python3 compare.py --quick    without the largest files

Needs the .NET SDK, a C compiler (for the native program), Python with NumPy, and Linux. For NumPy at its best install
OpenBLAS (Debian: python3-numpy libopenblas0). Both sides take the least of several measurements in turn, so that a busy
moment of the machine hurts neither; what counts is the ratio.
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
    publish(project, folder / "wide", "-p:IlcInstructionSet=x86-64-v3")
    publish(project, folder / "jit", "-p:PublishAot=false", "-p:PublishReadyToRun=true", "--self-contained", "false")
    run(["dotnet", "build", HERE / "NeuronDemo.Benchmarks", "-c", "Release", "-o", folder / "benchmarks", "-v", "q", "--nologo"])
    ours = lambda name, *arguments, **environment: seconds([folder / "benchmarks/NeuronDemo.Benchmarks", name, *arguments], environment)
    numpy = lambda *arguments: seconds([sys.executable, HERE / "numpy_peer.py", *map(str, arguments)])
    one_thread = {"DOTNET_PROCESSOR_COUNT": "1"}

    print(f"{processor()}, {os.cpu_count()} cores, NumPy {numpy_version()}, .NET {run(['dotnet', '--version']).strip()}\n")
    print("| what | NumPy | NeuronDemo | ratio | goal |")
    print("| --- | ---: | ---: | ---: | ---: |")
    row("one iteration on the truth table", lambda: numpy("truth-table"), lambda: ours("truth-table"), 100)
    python = lambda: process([sys.executable, HERE / "numpy_peer.py", "tutorial"])
    row("`train`, whole process, native", python, lambda: process([folder / "native/NeuronDemo", "train"]), 20)
    row("`train`, whole process, JIT", python, lambda: process([folder / "jit/NeuronDemo", "train"]), 2.5)
    million = lambda: numpy("rows", 1_000_000, 30)
    row("one iteration on 1,000,000 x 30", million, lambda: ours("million-30"), 4)
    row("the same on one thread", million, lambda: ours("million-30", **one_thread), 2)
    row("one iteration on 1,000,000 x 3", lambda: numpy("rows", 1_000_000, 3), lambda: ours("million-3"), 3)
    row("one iteration of 64-32-10 on 1797 rows", lambda: numpy("network"), lambda: ours("network"), 1)
    text = write_csv(folder / "200000.csv", 200_000)
    row("reading a CSV of 200,000 x 31", lambda: numpy("csv", text), lambda: ours("csv", text), 1)

    print("\n| what | measured | goal |")
    print("| --- | ---: | ---: |")
    share = best(lambda: ours("sum")) / best(lambda: ours("million-30"))
    print(f"| one iteration on 1,000,000 x 30, in sums over the same array | {1 / share:.2f} | at most 2 |")
    few, many = best(lambda: ours("rows-100000")), best(lambda: ours("rows-1000000"))
    print(f"| 1,000,000 rows of 10, in times of 100,000 | {many / few:.1f} | at most 11 |", flush=True)
    print(f"| 10,000,000 rows of 10, in times of 1,000,000 | {best(lambda: ours('rows-10000000')) / many:.1f} | at most 11 |", flush=True)
    if runtime() == "linux-x64":
        portable, wide = (best(lambda: native_iteration(folder / name / "NeuronDemo", text)) for name in ("native", "wide"))
        print(f"| one iteration on 200,000 x 30, native for any x64 processor, in times of native for x86-64-v3 | {portable / wide:.1f} | |", flush=True)
    if not quick:
        rows = 1_000_000
        table = write_csv(folder / "1000000.csv", rows)
        limit = 1.3 * rows * 31 * 8 / 1e6 + 80
        peak = peak_megabytes([folder / "native/NeuronDemo", "train", "--data", table, "--iterations", "10", "--step-size", "1e-6"])
        print(f"| peak memory of `train` on a CSV of 1,000,000 x 31 | {peak:.0f} MB | at most {limit:.0f} MB |")


def row(what, peer, ours, goal):
    """Measures both sides in turn and prints a row of the table."""
    pairs = [(peer(), ours()) for _ in range(ROUNDS)]
    slow, fast = min(p for p, _ in pairs), min(o for _, o in pairs)
    print(f"| {what} | {human(slow)} | {human(fast)} | {slow / fast:.1f} | {goal} |", flush=True)


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


def native_iteration(program, table):
    """Seconds an iteration takes inside a whole process: what four hundred more of them cost."""
    def train(iterations):
        start = time.perf_counter()
        run([program, "train", "--data", table, "--step-size", "1e-6", "--iterations", iterations])
        return time.perf_counter() - start

    return (train(410) - train(10)) / 400


def peak_megabytes(command):
    child = subprocess.Popen(list(map(str, command)), env=environment({}), stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    if status != 0:
        sys.exit(f"{command} failed")
    return usage.ru_maxrss * 1024 / 1e6


def write_csv(path, rows, block=20_000):
    """31 columns of 17 digits, the last one a target: a block of random rows again and again."""
    import numpy as np

    values = np.random.RandomState(1).random_sample((block, 31))
    lines = "\n".join(",".join(map(repr, row)) for row in values.tolist()) + "\n"
    with open(path, "w") as file:
        file.write(",".join(f"x{i + 1}" for i in range(30)) + ",t\n")
        for _ in range(rows // block):
            file.write(lines)
    return path


def processor():
    with open("/proc/cpuinfo") as info:
        return next((line.split(":")[1].strip() for line in info if line.startswith("model name")), platform.machine())


def numpy_version():
    import numpy as np

    return np.__version__


def human(value):
    for unit, size in (("s", 1), ("ms", 1e-3), ("µs", 1e-6)):
        if value >= size:
            return f"{value / size:.3g} {unit}"
    return f"{value / 1e-9:.3g} ns"


if __name__ == "__main__":
    main()
