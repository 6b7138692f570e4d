"""The extensive form in HiGHS: one linear program with every draw in it: `python extensive.py FOLDER METHOD SECONDS`,
where METHOD is one of `linprog`.

Every curve of every channel, period and draw is the lower envelope of tangents, the mean of the worst draws is that of
Rockafellar and Uryasev (2000). Prints seconds in the solver and the true value of the plan found.
"""

import json
import sys
import time

import numpy as np
from scipy import sparse
from scipy.optimize import linprog

from problem import Problem, respond

TANGENTS = 10


def program(problem, unit, money):
    """Columns: spend, what is at work, effect (each channel, period, draw), profit of the edge, shortfall of each draw."""
    arrays = problem.arrays
    periods, channels, draws = problem.periods, problem.channels, problem.draws
    cells = periods * channels * draws
    spend_of = lambda t: np.repeat(np.arange(channels) * periods + t, draws)
    cell_of = lambda t: t * channels * draws + np.arange(channels * draws)
    spends = channels * periods
    columns = spends + 2 * cells + 1 + draws
    at_work, effect, edge = spends, spends + cells, spends + 2 * cells

    # at work = gain * bought + retention * at work before, in units of each draw's first curve parameter
    size = arrays['curve'][0].ravel()
    equal = Triplets()
    for t in range(periods):
        rows = cell_of(t)
        equal.add(rows, at_work + rows, np.ones(channels * draws))
        equal.add(rows, spend_of(t), -(arrays['gain'] * arrays['buying'][t]).ravel() * unit / size)
        if t > 0:
            equal.add(rows, at_work + cell_of(t - 1), -arrays['retention'].ravel())

    # effect <= value + slope * (at work - point) at each tangent, in units of the curve's size
    upper = Triplets()
    bounds = []
    most = np.max(problem.upper) * (arrays['buying'].max(axis=0)).ravel() / size
    curve = arrays['curve'].reshape(len(arrays['curve']), channels, draws)
    for k in range(TANGENTS):
        # Even steps of the share of the ceiling: close together where the curve bends.
        share = most / (1 + most) * k / (TANGENTS - 1)
        point = (share / (1 - share)).reshape(1, channels, draws)
        value, slope = np.empty_like(point), np.empty_like(point)
        for family, some in problem.families:
            respond[family]((point * curve[0])[:, some], curve[:, some], value[:, some], slope[:, some])
        value = (value / curve[0]).ravel()
        slope, point = slope.ravel(), point.ravel()
        for t in range(periods):
            rows = k * cells + cell_of(t)
            upper.add(rows, effect + cell_of(t), np.ones(channels * draws))
            upper.add(rows, at_work + cell_of(t), -slope)
            bounds.append(value - slope * point)

    # edge - profit - shortfall <= 0
    worth = (arrays['worth'] * arrays['inside'] * arrays['reach']).ravel() * size / money
    cost = arrays['cost'].ravel() * unit / money
    rows = TANGENTS * cells + np.arange(draws)
    of_draw = np.tile(rows, channels)
    upper.add(rows, np.full(draws, edge), np.ones(draws))
    upper.add(rows, edge + 1 + np.arange(draws), -np.ones(draws))
    goal = np.zeros(columns)
    share = (1 - problem.weight) / draws
    for t in range(periods):
        season = np.repeat(problem.season[t], draws)
        upper.add(of_draw, effect + cell_of(t), -worth * season)
        upper.add(of_draw, spend_of(t), cost)
        goal[effect + cell_of(t)] = share * worth * season
        np.add.at(goal, spend_of(t), -share * cost)
    goal[edge] = problem.weight
    goal[edge + 1 :] = -problem.weight / (problem.worst * draws)
    bounds.append(np.zeros(draws))

    limits = sparse.csr_array(np.array([row['coefficients'] for row in problem.rows]))
    limits.resize(len(problem.rows), columns)
    free = [(None, None)]
    return {
        'c': -goal,
        'A_ub': upper.matrix(TANGENTS * cells + draws, columns),
        'b_ub': np.concatenate(bounds),
        'A_eq': sparse.vstack([equal.matrix(cells, columns), limits], format='csr'),
        'b_eq': np.concatenate([np.zeros(cells), [row['most'] / unit for row in problem.rows]]),
        'bounds': list(zip(problem.lower / unit, problem.upper / unit))
        + [(0, None)] * cells
        + free * cells
        + free
        + [(0, None)] * draws,
    }


class Triplets:
    """Entries of a sparse matrix, gathered by vectors."""

    def __init__(self):
        self.parts = []

    def add(self, rows, columns, values):
        self.parts.append((rows, columns, values))

    def matrix(self, rows, columns):
        row, column, value = (np.concatenate(part) for part in zip(*self.parts))
        return sparse.csr_array((value, (row, column)), shape=(rows, columns))


def solve(problem, method, seconds):
    unit = float(problem.start.mean())
    money = abs(problem.goal(problem.start)[0])
    problem_as_lp = program(problem, unit, money)
    clock = time.perf_counter()
    result = linprog(**problem_as_lp, method=method, options={'time_limit': seconds})
    passed = time.perf_counter() - clock
    found = result.status == 0
    plan = result.x[: len(problem.lower)] * unit if found else None
    return {
        'seconds': passed,
        'ended': found,
        'message': result.message,
        'rows': problem_as_lp['A_ub'].shape[0] + problem_as_lp['A_eq'].shape[0],
        **({'value': problem.goal(plan)[0], 'promised': -result.fun * money} if found else {}),
    }


if __name__ == '__main__':
    folder, method, seconds = sys.argv[1:]
    print(json.dumps(solve(Problem(folder), method, float(seconds))))
