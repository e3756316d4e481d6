#!/usr/bin/env python3
"""What compare.py measures NeuronDemo against: the same work as NumPy users write it. Prints seconds.

    python3 numpy_peer.py tutorial              prints the tutorial's weights instead; a whole process to time
    python3 numpy_peer.py truth-table           one iteration on the tutorial's four rows
    python3 numpy_peer.py rows ROWS COLUMNS     one iteration of a neuron on made-up rows
    python3 numpy_peer.py network               one iteration of a network 64-32-10 on 1797 made-up rows
    python3 numpy_peer.py csv FILE              reading a CSV file with a header line
"""
import sys
import time

import numpy as np


def train(weights, inputs, targets, iterations, step):
    """The learning rule for any number of sigmoid layers, all rows at once."""
    for _ in range(iterations):
        activations = [inputs]
        for w in weights:
            activations.append(1 / (1 + np.exp(-activations[-1].dot(w))))
        error = targets - activations[-1]
        deltas = []
        for w, y in zip(reversed(weights), reversed(activations)):
            deltas.insert(0, error * (y * (1 - y)))
            error = deltas[0].dot(w.T) if w is not weights[0] else None
        for w, x, delta in zip(weights, activations, deltas):
            w += step * x.T.dot(delta)


def start(*sizes):
    random = np.random.RandomState(1)
    return [2 * random.random_sample(shape) - 1 for shape in zip(sizes, sizes[1:])]


def made_up(rows, columns, outputs):
    random = np.random.default_rng(1)
    return random.random((rows, columns)), random.random((rows, outputs)).round()


def least(times, iterations, work):
    work()
    best = float("inf")
    for _ in range(times):
        begin = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - begin)
    return best / iterations


def main(what, *arguments):
    x = np.array([[0, 0, 1], [1, 1, 1], [1, 0, 1], [0, 1, 1]], float)
    t = np.array([[0], [1], [1], [0]], float)
    if what == "tutorial":
        weights = start(3, 1)
        train(weights, x, t, 15000, 1.0)
        print(weights[0])
    elif what == "truth-table":
        weights = start(3, 1)
        print(least(20, 2000, lambda: train(weights, x, t, 2000, 1.0)))
    elif what == "rows":
        rows, columns = map(int, arguments)
        x, t = made_up(rows, columns, 1)
        weights = start(columns, 1)
        print(least(5, 2, lambda: train(weights, x, t, 2, 1 / rows)))
    elif what == "network":
        x, t = made_up(1797, 64, 10)
        weights = start(64, 32, 10)
        print(least(20, 5, lambda: train(weights, x, t, 5, 1 / 1797)))
    elif what == "csv":
        print(least(3, 1, lambda: np.loadtxt(arguments[0], delimiter=",", skiprows=1)))
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main(*sys.argv[1:])
