#!/usr/bin/env python3
"""What compare.py measures NeuronDemo against: the same work in NumPy. Prints seconds.

    python3 numpy_peer.py tutorial              prints the tutorial's weights instead; a whole process to time
    python3 numpy_peer.py truth-table           one iteration on the tutorial's four rows
    python3 numpy_peer.py network ROWS SIZES... one iteration of a network on made-up rows: 1797 64 32 10
    python3 numpy_peer.py csv FILE              reading a CSV file with a header line

Of an iteration it prints two times: as the tutorial writes it, and the best that can be made of NumPy, for which it is
also measured with every array made once and computed in place, each with the inputs in row and in column order. Which of
the four BLAS likes best depends on the shape.
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


def train_in_place(weights, inputs, targets, iterations, step):
    """The same without a new array in an iteration."""
    negated = [np.empty_like(w) for w in weights]
    adjustments = [np.empty_like(w) for w in weights]
    outputs, deltas, slopes = ([np.empty((len(inputs), w.shape[1])) for w in weights] for _ in range(3))
    layers = list(zip(weights, [inputs] + outputs, outputs, deltas, slopes, negated, adjustments))
    for _ in range(iterations):
        for w, x, y, _, _, negative, _ in layers:
            np.dot(x, np.negative(w, out=negative), out=y)
            np.exp(y, out=y)
            np.add(y, 1, out=y)
            np.reciprocal(y, out=y)
        np.subtract(targets, outputs[-1], out=deltas[-1])
        for i in reversed(range(len(layers))):
            w, _, y, delta, slope, _, _ = layers[i]
            np.subtract(1, y, out=slope)
            np.multiply(slope, y, out=slope)
            np.multiply(delta, slope, out=delta)
            if i > 0:
                np.dot(delta, w.T, out=deltas[i - 1])
        for w, x, _, delta, _, _, adjustment in layers:
            np.dot(x.T, delta, out=adjustment)
            np.multiply(adjustment, step, out=adjustment)
            np.add(w, adjustment, out=w)


def iteration(sizes, x, t, step, times, iterations):
    """Seconds an iteration takes, as the tutorial writes it and at best, as text."""
    taken = []
    for rule in (train, train_in_place):
        for inputs in (x, np.asfortranarray(x)):
            weights = start(*sizes)
            taken.append(least(times, lambda: rule(weights, inputs, t, iterations, step)) / iterations)
    return f"{taken[0]} {min(taken)}"


def start(*sizes):
    random = np.random.RandomState(1)
    return [2 * random.random_sample(shape) - 1 for shape in zip(sizes, sizes[1:])]


def least(times, work):
    work()
    best = float("inf")
    for _ in range(times):
        begin = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - begin)
    return best


def main(what, *arguments):
    x = np.array([[0, 0, 1], [1, 1, 1], [1, 0, 1], [0, 1, 1]], float)
    t = np.array([[0], [1], [1], [0]], float)
    if what == "tutorial":
        weights = start(3, 1)
        train(weights, x, t, 15000, 1.0)
        print(weights[0])
    elif what == "truth-table":
        print(iteration((3, 1), x, t, 1.0, times=20, iterations=2000))
    elif what == "network":
        rows, *sizes = map(int, arguments)
        random = np.random.default_rng(1)
        x, t = random.random((rows, sizes[0])), random.random((rows, sizes[-1])).round()
        # A fifth of a second or so at a time, and at least two iterations.
        products = rows * sum(a * b for a, b in zip(sizes, sizes[1:]))
        print(iteration(sizes, x, t, 1 / rows, times=5, iterations=min(1000, 2 + 200_000_000 // products)))
    elif what == "csv":
        taken = least(3, lambda: np.loadtxt(arguments[0], delimiter=",", skiprows=1))
        print(taken, taken)
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main(*sys.argv[1:])
