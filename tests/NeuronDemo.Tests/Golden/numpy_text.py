"""Writes numpy-text.json: arrays and the text that NumPy prints for them, one case a line.

    python3 numpy_text.py > numpy-text.json

Each case reaches one rule of NumPy's array printing, under the default print options. JSON has no nan and
no infinities: they stand as the strings "nan", "inf" and "-inf".
"""
import json

import numpy as np

tiny = 5e-324  # the smallest subnormal number; all subnormal numbers are multiples of it


def up(x):
    return np.nextafter(x, np.inf)


def down(x):
    return np.nextafter(x, -np.inf)


def row(*numbers):
    return [numbers]


def count(n):
    """0, 1, ... 9, 0, 1, ... as n numbers: one-digit numbers keep the file small."""
    return (np.arange(n) % 10).astype(float)


def corners(rows, columns, printed, left_out):
    """A large array of `printed` where a summary shows it, `left_out` elsewhere."""
    array = np.full((rows, columns), left_out, float)
    shown = [np.arange(n) if n <= 6 else np.r_[:3, n - 3:n] for n in array.shape]
    array[np.ix_(*shown)] = printed
    return array


cases = {
    # Positional: decimals and padding
    "one number": row(0.5),
    "zero": row(0.0),
    "only zeros of both signs": row(0.0, -0.0),
    "minus zero among numbers": [[-0.0], [0.0], [1.5]],
    "whole numbers": [[1, 2], [3, 4]],
    "whole numbers of different lengths": [[1], [20], [300]],
    "decimals that end early": [[0.5, 0.25], [0.125, 1]],
    "a sign column": [[10], [-0.5], [100.25]],
    "a sign on the longest number": [[1], [-20]],
    "more than eight decimals": [[-0.165955990594852], [0.4406489868843162], [-0.9997712503653102]],
    "trained weights": [[10.087408960563154], [-0.2069536618062992], [-4.83757834715658]],
    "the shortest digits, not the exact ones": row(0.1, 0.2, 0.3, 0.1 + 0.2),
    "zeros at the end of eight decimals": row(0.10000000049, 0.2500000004),
    # Positional: rounding
    "a tie goes down to an even digit": row(1 / 512, 5 / 512),
    "a tie goes up to an even digit": row(3 / 512, 7 / 512),
    "negative ties": row(-1 / 512, -3 / 512),
    "just below and above a tie": row(down(1 / 512), up(1 / 512), down(3 / 512), up(3 / 512)),
    "a decimal tie that is none in binary": row(0.000000015 + 0.5, 0.123456785, 0.123456775),
    "rounding up to a whole number": row(0.999999999, 9.9999999951),
    "rounding up to a longer number": row(99.999999996, 1),
    "almost a whole number": row(0.99999999, 0.999999994),
    "large numbers with all their decimals": row(12345678.12345678, 99999.5),
    "numbers too coarse for eight exact decimals": row(67108864.1, 80000000.10000001, 99999999.99999999),
    "multiples of a coarse unit": row(*(2.0**26 + k * 2.0**-26 for k in range(1, 9))),
    "powers of two": row(*(2.0**-k for k in range(10))),
    "few decimals after arithmetic": row(*(k * 0.1 for k in range(10))),
    # Positional or scientific
    "below a hundred million": row(down(1e8), 1e7),
    "a hundred million": [[1e8], [1], [2]],
    "a negative hundred million": row(-1e8),
    "one ten-thousandth": [[0.0001], [0.05], [0.1]],
    "below one ten-thousandth": row(down(0.0001)),
    "a negative small number": [[-9.9e-05], [0.05], [0.09]],
    "a ratio of a thousand": row(1, 1000),
    "a ratio above a thousand": row(1, up(1000)),
    "a ratio above a thousand among negative numbers": row(-1001, 1, 2),
    "a ratio that rounds to a thousand": row(0.1, 100),
    "a ratio that overflows": row(1e300, 1e-300),
    "zero has no part in the ratio": row(0, 900, 1),
    # Scientific: digits
    "scientific without decimals": [[1e-05], [2], [3]],
    "scientific digits that end early": row(1.25e9, 5, 0.001),
    "scientific with eight decimals": [[123456789.123], [0.1], [0.2]],
    "scientific zero": row(0, -0.0, 1e9),
    "a scientific sign column": row(-1.5e-7, 2.25e-7),
    "scientific ties": row(1234567885, 1234567895, 1234567905, -1234567915),
    "scientific ties that end early": row(1.5e9, 1234567890.5, 12345678.25e3),
    "just below and above a scientific tie": row(down(1234567885), up(1234567885), down(1234567895), up(1234567895)),
    "rounding up to the next exponent": row(9999999999, 99999999.96, 9.9999999996e-05),
    # Scientific: exponents
    "a third digit of exponent": row(1e99, 1e100),
    "a third digit for a small number": row(1e-99, 1e-100, 0),
    "rounding up to a third digit of exponent": row(9.9999999999e99, 1),
    "rounding to two digits of exponent": row(9.9999999999e-100, 1),
    "the largest number": row(1.7976931348623157e308, -1.7976931348623157e308),
    "the smallest normal number": row(2.2250738585072014e-308),
    # Subnormal numbers: their shortest digits are few, their exact ones many
    "the smallest number": row(tiny),
    "the smallest number continued": row(tiny, 1.5),
    "the smallest number in full": row(tiny, 1.23456789e-5),
    "subnormal numbers with one digit": row(*(k * tiny for k in range(1, 9))),
    "subnormal numbers with some digits": row(1e-320, 1.5e-318, -123 * tiny, 1e-322),
    "subnormal numbers with many digits": row(1.2345678901e-310, 1.23000000001e-310, 2.225073858507201e-308),
    # nan and infinities
    "only nan": row(np.nan, np.nan),
    "only infinity": row(np.inf),
    "only minus infinity": [[-np.inf], [np.nan]],
    "nan wider than the numbers": [[np.nan], [1]],
    "infinity as wide as the numbers": [[np.inf], [-1.5]],
    "minus infinity wider than the numbers": row(-np.inf, np.inf, np.nan, 1, 2.5),
    "minus infinity narrower than the numbers": row(-np.inf, 0.125, -10.5),
    "nan beside decimals that end early": [[np.nan, 0.5], [0.125, np.inf]],
    "nan in scientific notation": row(np.nan, 1e-7, -np.inf),
    "infinity has no part in the notation": row(np.inf, 1, 2),
    # Long rows
    "a row of 75 characters": row(*count(24)),
    "a row of 78 characters": row(*count(25)),
    "a long row": row(*count(60) / 8),
    "long rows": np.arange(44).reshape(2, 22) / 4,
    "a line that would end in spaces": row(*([0.125] + [1.0] * 30)),
    "a long scientific row": row(*(10.0**k for k in range(-12, 12))),
    "a long row of the widest words": row(*(-1.23456789e-300 * k for k in range(1, 8))),
    "a long row with nan": row(*([np.nan, -np.inf] * 20)),
    "a long row of eight decimals": row(*(1 / (k + 3) for k in range(20))),
    # More than a thousand numbers
    "a thousand numbers": count(1000).reshape(100, 10),
    "a thousand and one rows": count(1001).reshape(1001, 1),
    "a thousand and one columns": count(1001).reshape(1, 1001),
    "rows and columns left out": count(1001).reshape(7, 143),
    "six rows are never left out": count(1002).reshape(6, 167),
    "six columns are never left out": count(1002).reshape(167, 6),
    "a summary in more than one line": corners(8, 126, -1 / 3e5, 0),
    "a summary that just fits in a line": corners(2, 501, 0.12345678, 1),
    "a summary that just does not fit in a line": corners(2, 501, 1234.12345678, 1),
    "numbers left out have no part in the notation": corners(7, 143, 1, -1e99),
}


def plain(x):
    return float(x) if np.isfinite(x) else str(x)


lines = []
for name, numbers in cases.items():
    array = np.array(numbers, float)
    case = {"name": name, "array": [[plain(x) for x in numbers] for numbers in array], "text": str(array)}
    lines.append(json.dumps(case, separators=(",", ":"), allow_nan=False))

print('{"numpy":"%s","cases":[\n%s\n]}' % (np.__version__, ",\n".join(lines)))
