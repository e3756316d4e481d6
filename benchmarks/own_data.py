#!/usr/bin/env python3
"""Sets what NeuronDemo makes of raw data files, with its defaults, beside scikit-learn and prints it as a table.

    python3 own_data.py                    builds the program first
    python3 own_data.py path/to/NeuronDemo
    python3 own_data.py --seeds 10         more ways to hold rows out

The files are written as people have them: a header, labels as text, a column of ids, cells that are missing. NeuronDemo
is told no more than names: the target, what to ignore, whether to skip rows with missing cells, and 32 hidden neurons for
the digits. scikit-learn gets the same columns, the same rows held out, scaled inputs and one column for each text.

Needs NumPy and scikit-learn (Debian: python3-sklearn).
"""
import argparse
import csv
import json
import subprocess
import tempfile
from pathlib import Path

import numpy
from sklearn import datasets
from sklearn.compose import make_column_transformer
from sklearn.linear_model import LinearRegression, LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

ROOT = Path(__file__).resolve().parent.parent
MISSING = {"", "NA"}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program", nargs="?", type=Path, help="what to run instead of a fresh build")
    parser.add_argument("--seeds", type=int, default=5, help="how many ways to hold rows out")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        program = options.program or build(Path(folder) / "program")
        print("| data | rows | what it is told | NeuronDemo | scikit-learn | difference | least allowed |")
        print("| --- | ---: | --- | ---: | ---: | ---: | ---: |")
        for name, write, target, arguments in FILES:
            path = Path(folder) / f"{name}.csv"
            write(path)
            compare(program, name, path, target, arguments, range(1, options.seeds + 1))


def build(folder):
    subprocess.run(["dotnet", "build", ROOT / "src/NeuronDemo", "-c", "Release", "-o", folder, "-v", "q", "--nologo"], check=True)
    return folder / "NeuronDemo"


def compare(program, name, path, target, arguments, seeds):
    told = ["--targets", target, *arguments]
    rows = read(path, target, arguments)
    of_classes = not is_number(rows[0][target]) or name in WHOLE_NUMBER_CLASSES
    ours = numpy.mean([held_out(program, path, told, seed, of_classes) for seed in seeds])
    theirs = numpy.mean([scikit_learn(rows, target, seed, of_classes) for seed in seeds])
    if of_classes:
        score, difference, allowed = "{:.1f} %".format, f"{100 * (ours - theirs):+.1f} points", "-3 points"
        ours, theirs = 100 * ours, 100 * theirs
    else:
        score, difference, allowed = "R² {:.3f}".format, f"{ours - theirs:+.3f}", "-0.05"
    print(f"| {name} | {len(rows)} | `{' '.join(told)}` | {score(ours)} | {score(theirs)} | {difference} | {allowed} |", flush=True)


def held_out(program, path, told, seed, of_classes):
    """What the program says about the rows that it did not learn from: the share of right ones, or R²."""
    run = [program, "train", "--json", "--data", path, *told, "--hold-out", "20%", "--seed", str(seed)]
    result = json.loads(subprocess.run(run, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout)["heldOut"]
    return result["rowsRight"] / result["rows"] if of_classes else result["rSquared"][0]


def scikit_learn(rows, target, seed, of_classes):
    order = numpy.random.RandomState(seed).permutation(len(rows))
    count = round(0.2 * len(rows))
    held, learned = order[:count], order[count:]

    columns = [column for column in rows[0] if column != target]
    numbers = [i for i, column in enumerate(columns) if is_number(rows[0][column])]
    texts = [i for i in range(len(columns)) if i not in numbers]
    inputs = numpy.array([[row[column] for column in columns] for row in rows], dtype=object)
    targets = numpy.array([row[target] if of_classes else float(row[target]) for row in rows])

    model = make_pipeline(
        make_column_transformer((StandardScaler(), numbers), (OneHotEncoder(handle_unknown="ignore"), texts)),
        LogisticRegression(max_iter=10_000) if of_classes else LinearRegression())
    model.fit(inputs[learned], targets[learned])
    return model.score(inputs[held], targets[held])


def read(path, target, arguments):
    """The complete rows, each a dictionary, without the ignored columns."""
    ignored = arguments[arguments.index("--ignore") + 1].split(",") if "--ignore" in arguments else []
    with open(path, newline="") as file:
        rows = [{column: cell for column, cell in row.items() if column not in ignored} for row in csv.DictReader(file)]
    return [row for row in rows if not MISSING & set(row.values())]


def is_number(text):
    try:
        float(text)
        return True
    except ValueError:
        return False


def write_breast_cancer(path):
    """With ids and the diagnosis before the measurements, as UCI has it."""
    data = datasets.load_breast_cancer()
    labels = {"malignant": "M", "benign": "B"}
    write_csv(path, ["id", "diagnosis", *data.feature_names],
        ([8670 + i, labels[data.target_names[target]], *row] for i, (row, target) in enumerate(zip(data.data, data.target))))


def write_wine(path):
    """With the classes 1, 2, 3 in front, as UCI has it."""
    data = datasets.load_wine()
    write_csv(path, ["class", *data.feature_names], ([target + 1, *row] for row, target in zip(data.data, data.target)))


def write_iris(path):
    """With ids and the species as text, as Kaggle has it."""
    data = datasets.load_iris()
    write_csv(path, ["Id", "SepalLengthCm", "SepalWidthCm", "PetalLengthCm", "PetalWidthCm", "Species"],
        ([i + 1, *row, "Iris-" + data.target_names[target]] for i, (row, target) in enumerate(zip(data.data, data.target))))


def write_digits(path):
    """64 counts from 0 to 16, and the digit last, as UCI has it."""
    data = datasets.load_digits()
    write_csv(path, [*data.feature_names, "digit"], ([*map(int, row), target] for row, target in zip(data.data, data.target)))


def write_diabetes(path):
    """In the units in which it was measured."""
    data = datasets.load_diabetes(scaled=False)
    write_csv(path, [*data.feature_names, "progression"], ([*row, target] for row, target in zip(data.data, data.target)))


def write_example(path):
    path.write_bytes((ROOT / "examples" / path.name).read_bytes())


def write_csv(path, header, rows):
    with open(path, "w", newline="") as file:
        csv.writer(file).writerows([header, *rows])


WHOLE_NUMBER_CLASSES = {"wine", "digits"}
FILES = [
    ("breast-cancer", write_breast_cancer, "diagnosis", ["--ignore", "id"]),
    ("wine", write_wine, "class", []),
    ("iris", write_iris, "Species", ["--ignore", "Id"]),
    ("digits", write_digits, "digit", ["--hidden", "32"]),
    ("penguins", write_example, "species", ["--skip-missing"]),
    ("diabetes", write_diabetes, "progression", []),
    ("mpg", write_example, "mpg", ["--ignore", "name", "--skip-missing"]),
]

if __name__ == "__main__":
    main()
