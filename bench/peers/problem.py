"""The exported problem: the draws of apportion's own search, and profit of a plan on them with its exact derivative.

`python problem.py FOLDER` compares value and derivative at the exported plans with apportion's and prints how far apart
they are.
"""

import json
import sys
from pathlib import Path

import numpy as np


class Problem:
    """Arrays are [period, channel, draw] or the last of these; plans are flat, channel by channel."""

    def __init__(self, folder):
        header = json.loads((Path(folder) / 'problem.json').read_text())
        numbers = np.fromfile(Path(folder) / 'problem.f64')
        self.arrays = {
            name: numbers[array['first'] : array['first'] + int(np.prod(array['shape']))].reshape(array['shape'])
            for name, array in header['arrays'].items()
        }
        self.channels, self.periods, self.draws = header['channels'], header['periods'], header['draws']
        self.worst, self.weight = header['worst'], header['weight']
        self.lower, self.upper, self.start = (np.array(header[key]) for key in ('lower', 'upper', 'start'))
        self.rows, self.checks = header['rows'], header['checks']
        self.season = np.array(header['season'])
        self.families = runs_of_equal(header['curves'])
        # Written over by every evaluation: fresh memory would cost more than the arithmetic.
        shape = (self.periods, self.channels, self.draws)
        self.carried, self.effect, self.slope, self.scratch = (np.empty(shape) for _ in range(4))
        self.evaluations = 0

    def profits(self, flat):
        """Profit of each draw; what `gradient` needs is kept."""
        a, carried = self.arrays, self.carried
        plan = flat.reshape(self.channels, self.periods).T
        np.multiply(plan[:, :, None], a['buying'], out=carried)
        carried *= a['gain']
        for t in range(1, self.periods):
            carried[t] += a['retention'] * carried[t - 1]
        for family, some in self.families:
            respond[family](carried[:, some], a['curve'][:, some], self.effect[:, some], self.slope[:, some])
        reached = np.einsum('tcn,tc->cn', self.effect, self.season) * a['reach']
        kept, self.worth_of_reach = self._kept(reached)
        self.evaluations += 1
        return (a['worth'] * kept * reached - a['cost'] * plan.sum(axis=0)[:, None]).sum(axis=0)

    def _kept(self, reached):
        """Share of what is reached that becomes a customer, and the derivative of everything by what is reached."""
        a = self.arrays
        if 'share' not in a:
            return a['inside'], a['worth'] * a['inside']
        share, won = a['share'], a['won']
        fill = np.einsum('scn,cn->sn', share, won * reached) / a['size']
        distinct = -np.expm1(-fill) / fill
        kept = np.einsum('scn,sn->cn', share, distinct)
        slope = (np.exp(-fill) - distinct) / fill
        crowding = np.einsum('scn,cn->sn', share, a['worth'] * reached) * slope / a['size']
        return kept, a['worth'] * kept + won * np.einsum('scn,sn->cn', share, crowding)

    def gradient(self, weights):
        """Derivative of the weighted sum of profits at the plan that `profits` was last asked for."""
        a, ahead = self.arrays, self.scratch
        np.multiply(self.slope, self.worth_of_reach * a['reach'] * weights, out=ahead)
        ahead *= self.season[:, :, None]
        for t in range(self.periods - 2, -1, -1):
            ahead[t] += a['retention'] * ahead[t + 1]
        ahead *= a['gain']
        return (np.einsum('tcn,tcn->tc', ahead, a['buying']) - a['cost'] @ weights).T.ravel()

    def goal(self, flat, weight=None):
        """Mean profit, or its mix with the mean of the worst draws, and the derivative."""
        weight = self.weight if weight is None else weight
        profits = self.profits(flat)
        weights = np.full(self.draws, (1 - weight) / self.draws)
        if weight > 0:
            weights += weight * tail_weights(profits, self.worst)
        return float(weights @ profits), self.gradient(weights)


def tail_weights(profits, worst):
    """Weight of each draw in the mean of the worst share; the draw at the edge counts in part."""
    count = worst * len(profits)
    whole = int(count)
    weights = np.zeros(len(profits))
    edge = min(whole, len(profits) - 1)
    order = np.argpartition(profits, edge)
    weights[order[:whole]] = 1 / count
    if whole < count:
        weights[order[edge]] = (count - whole) / count
    return weights


def exponential(carried, parameters, effect, slope):
    scale = parameters[0]
    np.divide(carried, -scale, out=slope)
    np.expm1(slope, out=slope)
    np.multiply(slope, -scale, out=effect)
    slope += 1


def hill(carried, parameters, effect, slope):
    half, power, ceiling = parameters
    if np.all(power == 1):
        np.add(carried, half, out=slope)
        np.divide(half, slope, out=slope)
        np.multiply(carried, slope, out=effect)
        slope *= slope
        return
    ratio = (carried / half) ** power
    np.divide(ratio, 1 + ratio, out=effect)
    # An S-curve is flat at no spend.
    slope[:] = 0
    np.divide(ceiling * power * effect, (1 + ratio) * carried, out=slope, where=carried > 0)
    effect *= ceiling


respond = {'exponential': exponential, 'hill': hill}


def runs_of_equal(names):
    """Neighbours with the same curve are computed together."""
    starts = [k for k, name in enumerate(names) if k == 0 or names[k - 1] != name]
    return [(names[a], slice(a, b)) for a, b in zip(starts, [*starts[1:], len(names)])]


def disagreement(problem):
    """Largest relative distance to apportion's value and derivative at the exported plans."""
    worst = 0.0
    for check in problem.checks:
        for goal in check['goals']:
            value, gradient = problem.goal(np.array(check['plan']), goal['weight'])
            theirs = np.array(goal['gradient'])
            worst = max(
                worst,
                abs(value - goal['value']) / abs(goal['value']),
                float(np.max(np.abs(gradient - theirs)) / np.max(np.abs(theirs))),
            )
    return worst


if __name__ == '__main__':
    exported = Problem(sys.argv[1])
    print(json.dumps({'disagreement': disagreement(exported), 'plans': len(exported.checks)}))
