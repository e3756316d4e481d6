#!/usr/bin/env python3
"""Writes permutation.json: numpy.random.RandomState(seed).permutation(n), one a line; then one more random_sample().

    python3 permutation.py > permutation.json

Of a long permutation there is the SHA-256 of its numbers as 32-bit integers, the low byte first.
"""
import hashlib
import json

import numpy as np

lines = []
for seed in (0, 1, 42, 4294967295):
    for n in (0, 1, 2, 10, 1000, 100000):
        random = np.random.RandomState(seed)
        numbers = random.permutation(n)
        lines.append(json.dumps({
            "seed": seed, "n": n, "first": numbers[:20].tolist(),
            "sha256": hashlib.sha256(numbers.astype("<i4").tobytes()).hexdigest(), "next": random.random_sample(),
        }, separators=(",", ":")))

print('{"numpy":"%s","permutations":[\n%s\n]}' % (np.__version__, ",\n".join(lines)))
