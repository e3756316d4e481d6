#!/usr/bin/env python3
"""One iteration in PyTorch, on the processor and in double precision, as its users write it. Prints seconds.

    python3 torch_peer.py truth-table
    python3 torch_peer.py network ROWS SIZES...
"""
import sys

import torch
from numpy_peer import least


def iteration(sizes, x, t, step, times, iterations):
    layers = []
    for inputs, outputs in zip(sizes, sizes[1:]):
        layers += [torch.nn.Linear(inputs, outputs, bias=False, dtype=torch.float64), torch.nn.Sigmoid()]
    network = torch.nn.Sequential(*layers)
    descent = torch.optim.SGD(network.parameters(), lr=step)

    def train():
        for _ in range(iterations):
            descent.zero_grad(set_to_none=True)
            (0.5 * (network(x) - t).square().sum()).backward()
            descent.step()

    return least(times, train) / iterations


def main(what, *arguments):
    if what == "truth-table":
        x = torch.tensor([[0, 0, 1], [1, 1, 1], [1, 0, 1], [0, 1, 1]], dtype=torch.float64)
        t = torch.tensor([[0], [1], [1], [0]], dtype=torch.float64)
        print(iteration((3, 1), x, t, 1.0, times=20, iterations=500))
    elif what == "network":
        rows, *sizes = map(int, arguments)
        torch.manual_seed(1)
        x, t = torch.rand(rows, sizes[0], dtype=torch.float64), torch.rand(rows, sizes[-1], dtype=torch.float64).round()
        products = rows * sum(a * b for a, b in zip(sizes, sizes[1:]))
        print(iteration(sizes, x, t, 1 / rows, times=5, iterations=min(500, 2 + 200_000_000 // products)))
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main(*sys.argv[1:])
