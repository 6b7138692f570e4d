"""SciPy's SLSQP with exact derivatives: `python slsqp.py FOLDER STARTS SECONDS`.

The first start is the even split, the others are random plans within the limits. Prints seconds, value, evaluations and
every improvement with the time at which it came.
"""

import json
import sys
import time

import numpy as np
from scipy.optimize import minimize

from problem import Problem

MOST_ITERATIONS = 10_000
# The relative distance by which a point may miss a limit and still count as a plan.
FEASIBLE = 1e-7


class OutOfTime(Exception):
    pass


def random_plan(problem, rng):
    """A random split of the budget, with what is above a cap handed on to the others."""
    plan = problem.lower + rng.dirichlet(np.ones(len(problem.lower))) * (problem.start.sum() - problem.lower.sum())
    while np.any(plan > problem.upper):
        over = np.maximum(plan - problem.upper, 0).sum()
        plan = np.minimum(plan, problem.upper)
        room = problem.upper - plan
        plan += over * room / room.sum()
    return plan


def solve(problem, starts, seconds):
    # Spend around 1 and a goal around 1: SLSQP's tolerances are absolute.
    unit = float(problem.start.mean())
    money = abs(problem.goal(problem.start)[0])
    problem.evaluations = 0
    rows = np.array([row['coefficients'] for row in problem.rows])
    limits = [
        {
            'type': 'eq',
            'fun': lambda x, a=row, b=limit['most']: a @ x - b / unit,
            'jac': lambda x, a=row: a,
        }
        for row, limit in zip(rows, problem.rows)
    ]
    targets = np.array([limit['most'] for limit in problem.rows])
    clock = time.perf_counter()
    used = time.process_time()
    improvements = []
    best = -np.inf

    def downhill(x):
        nonlocal best
        passed = time.perf_counter() - clock
        if passed > seconds:
            raise OutOfTime
        plan = x * unit
        value, gradient = problem.goal(plan)
        inside = np.all(np.abs(rows @ plan - targets) <= FEASIBLE * targets)
        if inside and value > best:
            best = value
            improvements.append([time.perf_counter() - clock, value])
        return -value / money, -gradient * (unit / money)

    rng = np.random.default_rng(1)
    ended = 0
    try:
        for k in range(starts):
            start = problem.start if k == 0 else random_plan(problem, rng)
            minimize(
                downhill,
                start / unit,
                jac=True,
                method='SLSQP',
                bounds=list(zip(problem.lower / unit, problem.upper / unit)),
                constraints=limits,
                options={'maxiter': MOST_ITERATIONS},
            )
            ended += 1
    except OutOfTime:
        pass
    return {
        'seconds': time.perf_counter() - clock,
        'processor': time.process_time() - used,
        'ended': ended == starts,
        **({'value': best} if improvements else {}),
        'evaluations': problem.evaluations,
        'improvements': improvements,
    }


if __name__ == '__main__':
    folder, starts, seconds = sys.argv[1:]
    print(json.dumps(solve(Problem(folder), int(starts), float(seconds))))
