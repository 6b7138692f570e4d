"""The reference model (bench/simulator/reference.mjs) in NumPy: `python kernel.py WAY MODEL DRAWS`, with MODEL a JSON file.

WAY is one of
- `scipy`: as an analyst writes it, whole arrays, quantile functions of scipy.stats;
- `interpolated`: the same with quantile functions read off tables by numpy.interp;
- `blocked`: as an expert writes it: blocks that stay in cache, everything in place, tables, and the identity
  h = 1 / (1 + exp(slope · (log price + log halfSaturation - log A))) with A the carry-over of money, which needs no power.

Prints processor seconds, mean profit, its standard error, and the other figures.
"""

import json
import resource
import sys
import time

import numpy as np

PARAMETERS = ['price', 'clickRate', 'conversionRate', 'value', 'halfSaturation', 'slope', 'retention']


def scipy_quantile(name, channel):
    """The quantile function of an uncertain number as a function of the normal score."""
    from scipy import stats

    law = channel[name]
    if 'mu' in law:
        distribution = stats.lognorm(s=law['sigma'], scale=np.exp(law['mu']))
    elif 'alpha' in law:
        distribution = stats.beta(law['alpha'], law['beta'])
    else:
        low, likely, high = law['low'], law['likely'], law['high']
        width = high - low
        distribution = stats.beta(1 + 4 * (likely - low) / width, 1 + 4 * (high - likely) / width, low, width)
    return lambda z: distribution.ppf(stats.norm.cdf(z))


def straightforward(model, draws, quantiles, rng):
    """Whole arrays, one line for each formula."""
    factor = np.linalg.cholesky(np.array(model['correlations']))
    profit = np.zeros(draws)
    conversions, revenues = [], []
    for channel, quantile in zip(model['each'], quantiles):
        z = factor @ rng.standard_normal((7, draws))
        price, click, convert, value, half, slope, retention = (
            quantile[name](z[k]) for k, name in enumerate(PARAMETERS)
        )
        at_work = np.zeros(draws)
        sold = np.zeros(draws)
        for spend, season in zip(channel['spend'], channel['season']):
            at_work = spend / price + retention * at_work
            risen = at_work**slope
            sold += season * risen / (half**slope + risen)
        sold *= 1000 * channel['reach'] * click * convert
        conversions.append(sold)
        revenues.append(value * sold)
        profit += value * sold - sum(channel['spend'])
    return figures(model, profit, conversions, revenues)


def figures(model, profit, conversions, revenues):
    for series in [*conversions, *revenues, sum(conversions), sum(revenues)]:
        series.mean(), series.var()
    return whole(model, profit)


def whole(model, profit):
    q05, *_ = np.quantile(profit, [0.05, 0.1, 0.5, 0.9, 0.95])
    worst = np.partition(profit, len(profit) // 20)[: len(profit) // 20]
    return {
        'mean': profit.mean(),
        'error': profit.std(ddof=1) / np.sqrt(len(profit)),
        'q05': q05,
        'worst': worst.mean(),
        'chance': (profit > model['target']).mean(),
    }


CELLS = 8192
REACH = 7.5
BLOCK = 8192


class Table:
    """A quantile function at equal steps of the normal score, read by linear interpolation in place."""

    def __init__(self, quantile):
        self.values = quantile(np.linspace(-REACH, REACH, CELLS + 1))
        self.rises = np.diff(self.values)

    def read(self, z, place, cell, out, scratch):
        np.multiply(z, CELLS / (2 * REACH), out=place)
        place += CELLS / 2
        np.copyto(cell, place, casting='unsafe')
        place -= cell
        np.take(self.rises, cell, out=out, mode='clip')
        out *= place
        np.take(self.values, cell, out=scratch, mode='clip')
        out += scratch
        return out


def blocked(model, draws, tables, rng):
    factor = np.linalg.cholesky(np.array(model['correlations']))
    each, count = model['each'], len(model['each'])
    profit = np.empty(draws)
    sums = np.zeros(2 * count + 2)
    squares = np.zeros(2 * count + 2)
    scores, z = np.empty((7, BLOCK)), np.empty((7, BLOCK))
    place, scratch, at_work, h, total = (np.empty(BLOCK) for _ in range(5))
    click, convert, slope, retention, k, value, sold = (np.empty(BLOCK) for _ in range(7))
    all_sold, all_revenue = np.empty(BLOCK), np.empty(BLOCK)
    cell = np.empty(BLOCK, dtype=np.intp)
    spent = sum(sum(channel['spend']) for channel in each)

    def add(place_of, series):
        sums[place_of] += series.sum()
        squares[place_of] += series @ series

    for first in range(0, draws, BLOCK):
        all_sold.fill(0)
        all_revenue.fill(0)
        for c, channel in enumerate(each):
            rng.standard_normal(out=scores)
            np.matmul(factor, scores, out=z)
            table = tables[c]
            table['clickRate'].read(z[1], place, cell, click, scratch)
            table['conversionRate'].read(z[2], place, cell, convert, scratch)
            table['slope'].read(z[5], place, cell, slope, scratch)
            table['retention'].read(z[6], place, cell, retention, scratch)
            price, half, worth = channel['price'], channel['halfSaturation'], channel['value']
            np.multiply(z[0], price['sigma'], out=k)
            np.multiply(z[4], half['sigma'], out=scratch)
            k += scratch
            k += price['mu'] + half['mu']
            np.multiply(z[3], worth['sigma'], out=value)
            value += worth['mu']
            np.exp(value, out=value)
            at_work.fill(0)
            total.fill(0)
            for spend, season in zip(channel['spend'], channel['season']):
                at_work *= retention
                at_work += spend
                np.log(at_work, out=h)
                np.subtract(k, h, out=h)
                h *= slope
                np.exp(h, out=h)
                h += 1
                np.divide(season, h, out=h)
                total += h
            np.multiply(total, click, out=sold)
            sold *= convert
            sold *= 1000 * channel['reach']
            value *= sold
            add(2 * c, sold)
            add(2 * c + 1, value)
            all_sold += sold
            all_revenue += value
        add(2 * count, all_sold)
        add(2 * count + 1, all_revenue)
        # The last block has draws too many: the caller asks for whole blocks.
        np.subtract(all_revenue, spent, out=profit[first : first + BLOCK])
    return whole(model, profit)


def interpolated(quantile):
    nodes = np.linspace(-REACH, REACH, CELLS + 1)
    values = quantile(nodes)
    return lambda z: np.interp(z, nodes, values)


if __name__ == '__main__':
    way, path, draws = sys.argv[1], sys.argv[2], int(sys.argv[3])
    with open(path) as file:
        model = json.load(file)
    quantiles = [{name: scipy_quantile(name, channel) for name in PARAMETERS} for channel in model['each']]
    if way == 'interpolated':
        quantiles = [{name: interpolated(read) for name, read in of.items()} for of in quantiles]
    elif way == 'blocked':
        draws = -(-draws // BLOCK) * BLOCK
        quantiles = [{name: Table(of[name]) for name in PARAMETERS} for of in quantiles]
    rng = np.random.Generator(np.random.SFC64(20261122))
    compute = blocked if way == 'blocked' else straightforward
    compute(model, min(draws, BLOCK), quantiles, rng)  # once to warm up
    clock = time.process_time()
    result = compute(model, draws, quantiles, rng)
    seconds = time.process_time() - clock
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({'seconds': seconds, 'draws': draws, 'megabytes': megabytes, **result}))
