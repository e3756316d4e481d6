#!/usr/bin/env python3
"""Writes training-step.json: every matrix of single training steps, one step a line.

    python3 training_step.py > training-step.json

The rule is the one in generate.py, which also trains up to the step; here each line of it is kept.
"iteration" is counted from 1: step k takes the weights after k - 1 iterations to those after k.
"""
import json

import numpy as np

from generate import TRUTH_T, TRUTH_X, XOR_T, XOR_X, start, think, train


def loss(t, y):
    """E = 1/2 sum (t - y)^2, whose negative derivative the adjustment is."""
    return float(np.sum((t - y) ** 2) / 2)


def step(weights, x, t, size):
    a = think(weights, x)
    layers = [None] * len(weights)
    error = t - a[-1]
    for l in reversed(range(len(weights))):
        derivative = a[l + 1] * (1 - a[l + 1])
        delta = error * derivative
        adjustment = a[l].T.dot(delta)
        layers[l] = {
            "weights": weights[l], "weightedSums": a[l].dot(weights[l]), "outputs": a[l + 1], "errors": error,
            "derivatives": derivative, "deltas": delta, "adjustment": adjustment, "newWeights": weights[l] + size * adjustment,
        }
        error = delta.dot(weights[l].T)
    after = think([layer["newWeights"] for layer in layers], x)[-1]
    return layers, [(loss(t, y), float(np.mean((t - y) ** 2))) for y in (a[-1], after)]


cases = [("truth table", TRUTH_X, TRUTH_T, seed, [3, 1], 1.0) for seed in (1, 2)]
cases += [("xor", XOR_X, XOR_T, 1, [3, 4, 1], 1.0), ("xor", XOR_X, XOR_T, 2, [3, 5, 3, 1], 0.5)]

lines = []
for name, x, t, seed, sizes, size in cases:
    for iteration in (1, 2, 100):
        layers, ((before, mean_before), (after, mean_after)) = step(train(start(seed, sizes), x, t, iteration - 1, size), x, t, size)
        case = {
            "name": name, "seed": seed, "layers": sizes, "iteration": iteration, "stepSize": size,
            "inputs": x.tolist(), "targets": t.tolist(),
            "layerSteps": [{key: value.tolist() for key, value in layer.items()} for layer in layers],
            "lossBefore": before, "lossAfter": after,
            "meanSquaredErrorBefore": mean_before, "meanSquaredErrorAfter": mean_after,
        }
        lines.append(json.dumps(case, separators=(",", ":"), allow_nan=False))

print('{"numpy":"%s","steps":[\n%s\n]}' % (np.__version__, ",\n".join(lines)))
