#!/usr/bin/env python3
"""Writes bold-driver.json: trainings whose step size adapts to E, one training a line.

    python3 bold_driver.py > bold-driver.json

The "bold driver" (Vogl 1988, Battiti 1989), over the learning rule in generate.py:

    step = 1 / rows;  E and the adjustments at the starting weights
    each iteration:  trial = weights + step * adjustments;  E at the trial weights
                     not raised:  keep the trial weights,  step = min(1.05 * step, 1e6 / rows)
                     raised (or no number):  stay,  step = step / 2

Steps as long as E allows may make a difference in the last digits grow until another step is taken back. Every training
here is short enough: with starting weights changed by 1e-15 it stays the same to 1e-10.
"""
import json

import numpy as np

from generate import TRUTH_T, TRUTH_X, XOR_T, XOR_X, made_up_data, start, think


def evaluate(weights, x, t):
    """E = 1/2 sum (t - y)^2, and each layer's adjustment, the negative derivative of E."""
    a = think(weights, x)
    error = t - a[-1]
    loss = np.sum(error ** 2) / 2
    adjustments = [None] * len(weights)
    for l in reversed(range(len(weights))):
        delta = error * (a[l + 1] * (1 - a[l + 1]))
        adjustments[l] = a[l].T.dot(delta)
        error = delta.dot(weights[l].T)
    return loss, adjustments


def descend(weights, x, t, iterations):
    step = 1 / len(x)
    loss, adjustments = evaluate(weights, x, t)
    trace = []
    for _ in range(iterations):
        trial = [w + step * a for w, a in zip(weights, adjustments)]
        trial_loss, trial_adjustments = evaluate(trial, x, t)
        kept = bool(trial_loss <= loss and np.isfinite(trial_loss))
        trace.append((step, kept, float(trial_loss)))
        if kept:
            weights, loss, adjustments = trial, trial_loss, trial_adjustments
            step = min(1.05 * step, 1e6 / len(x))
        else:
            step = step / 2
    return weights, step, trace


def steady(weights, x, t, iterations, trace):
    noise = np.random.RandomState(0)
    for _ in range(5):
        _, _, other = descend([w * (1 + 1e-15 * noise.standard_normal(w.shape)) for w in weights], x, t, iterations)
        if any(a[:2] != b[:2] or abs(a[2] - b[2]) > 1e-10 * a[2] for a, b in zip(trace, other)):
            return False
    return True


x, t = made_up_data(7, 200, 6)
cases = [("truth table", TRUTH_X, TRUTH_T, 1, [3, 1], n) for n in (0, 1, 10, 500)]
cases += [("xor", XOR_X, XOR_T, 1, [3, 4, 1], 400), ("xor", XOR_X, XOR_T, 2, [3, 5, 3, 1], 100)]
cases += [("data", 20 * x, t, 5, [6, 1], 80), ("data", x, t, 5, [6, 5, 1], 100)]

lines = []
for name, x, t, seed, sizes, iterations in cases:
    weights, step, trace = descend(start(seed, sizes), x, t, iterations)
    assert steady(start(seed, sizes), x, t, iterations, trace), (name, seed, sizes)
    y = think(weights, x)[-1]
    case = {
        "name": name, "seed": seed, "layers": sizes, "iterations": iterations,
        "inputs": x.tolist(), "targets": t.tolist(),
        "stepSizes": [s for s, _, _ in trace] + [step],
        "kept": [k for _, k, _ in trace], "losses": [e for _, _, e in trace],
        "weights": [w.tolist() for w in weights], "meanSquaredError": float(np.mean((t - y) ** 2)),
    }
    lines.append(json.dumps(case, separators=(",", ":"), allow_nan=False))

print('{"numpy":"%s","trainings":[\n%s\n]}' % (np.__version__, ",\n".join(lines)))
