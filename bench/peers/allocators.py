"""How the media-mix tools split a budget, each by its own rule on the same curves: `python allocators.py < PROBLEMS`.

Reads a list of problems as `answers/problems.mjs` makes them and prints, for each allocator and problem, the plan and the
seconds it took. The rules were written anew from the tools' public sources:

- meridian: google/meridian at 8ca83f6, meridian/analysis/optimizer.py. A grid of amounts in steps of a ten-thousandth of the
  budget, rounded down to a power of ten. Whichever channel and higher amount gains most per unit of money from where the
  channel stands is taken; the first that goes beyond the budget ends the search.
- robyn: facebookexperimental/Robyn at 5915aa9d5, R/R/allocator.R. NLopt's augmented Lagrangian around its SLSQP, from every
  channel's lower bound.
- pymc: pymc-labs/pymc-marketing at 0046d3c9d, pymc_marketing/mmm/budget_optimizer.py. SciPy's SLSQP from the even split.
"""

import json
import math
import sys
import time

import numpy as np
from scipy.optimize import minimize

try:
    import nlopt
except ImportError:
    nlopt = None


class Problem:
    def __init__(self, problem):
        column = lambda name: np.array([channel[name] for channel in problem['channels']], dtype=float)
        self.ceiling, self.half, self.slope = column('ceiling'), column('half'), column('slope')
        self.least, self.most = column('least'), column('most')
        self.budget = float(problem['budget'])

    def response(self, spend):
        power = np.maximum(spend, 0) ** self.slope
        return self.ceiling * power / (power + self.half**self.slope)

    def slopes(self, spend):
        # At nothing a curve with a slope below 1 is infinitely steep; a millionth of a unit stands for it.
        spend = np.maximum(spend, 1e-6)
        power, half = spend**self.slope, self.half**self.slope
        return self.ceiling * self.slope * half * power / spend / (power + half) ** 2


def meridian(problem, step=None):
    if step is None:
        tolerance = problem.budget * 1e-4
        step = 10.0 ** (int(math.log10(tolerance)) + 1) if tolerance >= 1 else 1.0
    length = int(np.max((problem.most - problem.least) // step)) + 1
    amounts = problem.least + step * np.arange(length)[:, None]
    gains = problem.response(amounts)
    amounts[amounts > problem.most] = np.nan
    at = np.zeros(len(problem.least), dtype=int)
    rates = np.full_like(amounts, np.nan)

    def rate(channel):
        here = at[channel]
        rates[: here + 1, channel] = np.nan
        more = amounts[here + 1 :, channel] - amounts[here, channel]
        rates[here + 1 :, channel] = np.round((gains[here + 1 :, channel] - gains[here, channel]) / more, 8)

    for channel in range(len(at)):
        rate(channel)
    while not np.isnan(rates).all():
        row, channel = np.unravel_index(np.nanargmax(rates), rates.shape)
        after = at.copy()
        after[channel] = row
        if amounts[after, np.arange(len(at))].sum() > problem.budget:
            break
        at = after
        rate(channel)
    return amounts[at, np.arange(len(at))]


def robyn(problem):
    size = len(problem.least)

    def negative(x, gradient):
        if gradient.size:
            gradient[:] = -problem.slopes(x)
        return -float(problem.response(x).sum())

    def beyond(x, gradient):
        if gradient.size:
            gradient[:] = 1
        return float(x.sum() - problem.budget)

    local = nlopt.opt(nlopt.LD_SLSQP, size)
    local.set_xtol_rel(1e-10)
    search = nlopt.opt(nlopt.LD_AUGLAG, size)
    search.set_local_optimizer(local)
    search.set_min_objective(negative)
    search.add_equality_constraint(beyond, 1e-8)
    search.set_lower_bounds(problem.least)
    search.set_upper_bounds(problem.most)
    search.set_xtol_rel(1e-10)
    search.set_maxeval(100_000)
    try:
        return search.optimize(problem.least)
    except (nlopt.RoundoffLimited, RuntimeError):
        return problem.least


def pymc(problem):
    unit = problem.budget / len(problem.least)
    start = np.full(len(problem.least), unit)
    found = minimize(
        lambda x: (-problem.response(x).sum(), -problem.slopes(x)),
        start,
        jac=True,
        method='SLSQP',
        bounds=list(zip(problem.least, problem.most)),
        constraints=[{'type': 'eq', 'fun': lambda x: x.sum() - problem.budget, 'jac': np.ones_like}],
        options={'ftol': 1e-9, 'maxiter': 1_000},
    )
    return found.x


def answers(allocate, problems):
    for problem in problems:
        clock = time.perf_counter()
        plan = allocate(problem)
        yield {'plan': [float(amount) for amount in plan], 'seconds': time.perf_counter() - clock}


request = json.load(sys.stdin)
problems = [Problem(problem) for problem in request['problems']]
allocators = {'meridian': lambda problem: meridian(problem, request.get('step')), 'pymc': pymc}
if nlopt is not None:
    allocators['robyn'] = robyn
json.dump({name: list(answers(allocate, problems)) for name, allocate in allocators.items()}, sys.stdout)
