"""Makes scipy.json: what scipy says of numbers made here. Debian 12: python3-scipy.

    cd test/statistics/references && /usr/bin/python3 make.py
"""
import json

import numpy
import scipy
from scipy import special, stats

random = numpy.random.default_rng(20261129)
counts = [(0, 7), (3, 10), (50, 60), (7, 7)]
wilson = [stats.binomtest(count, n).proportion_ci(0.95, method="wilson") for count, n in counts]
x = numpy.round(random.normal(size=40), 6)
y = numpy.round(0.5 * x + random.normal(size=40), 6)
pearson = stats.pearsonr(x, y)
interval = pearson.confidence_interval(0.95)

json.dump(
    {
        "made": f"scipy {scipy.__version__}, numpy {numpy.__version__}",
        "wilson": [
            {"count": count, "n": n, "low": ci.low, "high": ci.high} for (count, n), ci in zip(counts, wilson)
        ],
        "studentP": [{"t": t, "df": df, "p": 2 * stats.t.sf(t, df)} for t in (0.3, 2.2, 12) for df in (1, 4.5, 200)],
        "incompleteBeta": [
            {"x": at, "a": a, "b": b, "value": special.betainc(a, b, at)}
            for at in (0.02, 0.4, 0.97)
            for a, b in ((0.5, 0.5), (3, 20), (150, 0.5))
        ],
        "correlation": {"x": x.tolist(), "y": y.tolist(), "r": pearson.statistic, "low": interval.low, "high": interval.high},
    },
    open("scipy.json", "w"),
)
