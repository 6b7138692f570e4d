"""The scenario of outdoor.yaml by plain Monte Carlo, written from docs/format.md and docs/model.md alone.

    python3 test/stranger/plain_draws.py > test/stranger/plain-draws.json

Each figure comes with its standard error, from RUNS independent runs.
"""

import json

import numpy as np
from scipy import special, stats

DRAWS, RUNS = 200_000, 20
PERIODS, TAIL = 6, 6
ALL = PERIODS + TAIL
T = np.arange(ALL)
PLAN = {
    'search': [150e3, 150e3, 180e3, 200e3, 200e3, 180e3],
    'live': [150e3] * PERIODS,
    'reddit': [120e3] * PERIODS,
    'stores': [140e3] * PERIODS,
}
Z90 = stats.norm.ppf(0.95)
DISCOUNT = 1.08 ** (-1 / 12)
PV = DISCOUNT**T


class Draws:
    """Numbers as the file writes them, in the order in which they are asked for."""

    def __init__(self, seed):
        self.random = np.random.default_rng(seed)

    def score(self):
        return self.random.standard_normal(DRAWS)

    def amount(self, low, high, score=None):
        score = self.score() if score is None else score
        return np.sqrt(low * high) * (high / low) ** (score / (2 * Z90))

    def rate(self, low, high):
        low, high = special.logit(low), special.logit(high)
        return special.expit((low + high) / 2 + (high - low) / (2 * Z90) * self.score())

    def pert(self, low, likely, high):
        width = high - low
        return low + width * self.random.beta(1 + 4 * (likely - low) / width, 1 + 4 * (high - likely) / width, DRAWS)

    def counted(self, successes, trials):
        return self.random.beta(successes + 0.5, trials - successes + 0.5, DRAWS)

    def rate_of_mean(self, mean, sd):
        weight = mean * (1 - mean) / sd**2 - 1
        return self.random.beta(mean * weight, (1 - mean) * weight, DRAWS)

    def happens(self, probability):
        return self.random.random(DRAWS) < probability

    def seen(self, values):
        return np.array(values)[self.random.integers(0, len(values), DRAWS)]


def over_time(values):
    return np.resize(values, ALL)


def lasting(weights, effective):
    """Effective spend by period, of which columns before the plan come first."""
    out = np.zeros_like(effective)
    for lag in range(weights.shape[1]):
        out[:, lag:] += weights[:, [lag]] * effective[:, : effective.shape[1] - lag]
    return out


def simulate(seed, nudge=None, worth=1, closed=None, fails=None):
    """Money, customers and cash by draw and period.

    nudge   a channel that gets a ten-thousandth more in each period
    worth   factor of what customers of channels are worth
    closed  a channel in which nothing is spent
    fails   a channel whose demand is nothing
    """
    draw = Draws(seed)
    spend = {name: np.append(own, np.zeros(TAIL)) for name, own in PLAN.items()}
    if nudge is not None:
        spend[nudge] = spend[nudge] * (1 + 1e-4)
    if closed is not None:
        spend[closed] = spend[closed] * 0

    usd, usual_usd = draw.amount(6.9, 7.3), np.sqrt(6.9 * 7.3)
    order, margin = draw.amount(500, 700), draw.rate(0.38, 0.46)
    kept = 1 - draw.pert(0.05, 0.09, 0.20)
    again, again_live = draw.rate(0.18, 0.30), draw.rate(0.08, 0.16)
    refer, service = draw.rate(0.06, 0.12), draw.amount(12, 20)
    walk_in = draw.amount(300, 500)
    # A rank correlation of 0.8 as one of normal scores.
    together = 2 * np.sin(np.pi / 6 * 0.8)
    first, second = draw.score(), draw.score()
    click = draw.amount(2.2, 3.6, first)
    thousand = draw.amount(40, 70, together * first + np.sqrt(1 - together**2) * second)
    war, dearer = draw.happens(0.3), draw.amount(1.2, 1.5)
    acts = war[:, None] & (T >= 2) & (T <= 4)
    demand = np.where(acts, 0.9, 1)

    # Bought, at the prices at which curves are quoted.
    price = click[:, None] * over_time([1, 1, 1.1, 1.2, 1.1, 1]) * 1.01**T * np.where(acts, dearer[:, None], 1)
    bought = {'search': spend['search'] * np.sqrt(2.2 * 3.6) / price}
    starts = np.clip(T + 1 - draw.amount(0.5, 1.5)[:, None], 0, 1)
    delivers = draw.happens(0.85)[:, None] * starts
    bought['live'] = spend['live'] * np.sqrt(40 * 70) / thousand[:, None] * delivers
    dollars, usual_dollars = draw.pert(0.5, 0.8, 1.4), 0.5 + 0.9 * stats.beta.ppf(0.5, 1 + 4 / 3, 1 + 8 / 3)
    bought['reddit'] = spend['reddit'] * (usual_dollars * usual_usd) / (dollars * usd)[:, None]
    bought['stores'] = np.tile(spend['stores'], (DRAWS, 1))

    # At work: halo, then carry-over.
    before = np.tile([150e3, 170e3], (DRAWS, 1))
    left = draw.rate(0.15, 0.35)[:, None]
    share = (1 - left) * left ** np.arange(ALL + 2)
    helped = bought['search'] + draw.rate(0.05, 0.12)[:, None] * bought['live']
    at_work = {**bought, 'search': lasting(share, np.hstack([before, helped]))[:, 2:]}
    from_before = lasting(share, np.hstack([before, 0 * helped]))[:, 2:]
    time = np.arange(1, 8) / draw.amount(1.5, 2.5)[:, None]
    density = time**0.6 * np.exp(-(time**1.6))
    density -= density.min(1, keepdims=True)
    at_work['reddit'] = lasting(density / density.sum(1, keepdims=True), bought['reddit'])

    # Responses.
    half, slope = draw.amount(180e3, 320e3)[:, None], 1.3
    ceiling = half * slope * (slope - 1) ** (1 / slope - 1)
    hill = lambda a: ceiling * a**slope / (half**slope + a**slope)
    of_before = hill(from_before) / hill(at_work['search'])
    per_money = draw.counted(64, 2000) / np.sqrt(2.2 * 3.6)
    season = over_time([0.9, 0.9, 1, 1.1, 1.2, 1.1])
    won = {'search': per_money[:, None] * hill(at_work['search']) * season * demand}
    half = draw.amount(150e3, 300e3)[:, None]
    per_money = 1000 * draw.rate(0.012, 0.02) / np.sqrt(40 * 70)
    leads = per_money[:, None] * half * at_work['live'] / (half + at_work['live']) * demand
    fixed_hours = 10 if spend['live'].any() else 0
    served = np.minimum(leads, (draw.amount(200, 240)[:, None] - fixed_hours) / 0.05)
    won['live'] = served * draw.rate(0.08, 0.14)[:, None]
    per_money = draw.rate_of_mean(0.024, 0.003) / (usual_dollars * usual_usd)
    scale = draw.amount(120e3, 260e3)[:, None]
    won['reddit'] = per_money[:, None] * scale * (1 - np.exp(-at_work['reddit'] / scale)) * demand
    per_money = draw.seen([0.010, 0.012, 0.009, 0.014, 0.011])
    won['stores'] = per_money[:, None] * 200e3 * np.tanh(at_work['stores'] / 200e3) * demand
    if fails is not None:
        won[fails] = won[fails] * 0

    # Who is in the target, and who was won twice.
    of = np.full(DRAWS, 0.2)
    hikers = {'search': draw.rate(0.3, 0.5), 'live': of, 'reddit': draw.rate(0.5, 0.7)}
    families = {'search': of, 'live': draw.rate(0.4, 0.6)}
    inside = {name: 0 for name in won}
    for shares, people in ((hikers, draw.amount(30e3, 60e3)), (families, draw.amount(80e3, 160e3))):
        reached = sum(won[name].sum(1) * share for name, share in shares.items())
        filled = np.maximum(reached / people, 1e-12)
        different = -np.expm1(-filled) / filled
        for name, share in shares.items():
            inside[name] = inside[name] + share * different
    inside['stores'] = draw.rate(0.6, 0.8)

    # Money, at present value.
    referred = np.minimum(refer / (1 - refer), 0.1)
    customers = {name: rows * (inside[name] * (1 + referred))[:, None] for name, rows in won.items()}
    orders = lambda rate, every, horizon: sum((rate * DISCOUNT**every) ** k for k in range(int(horizon / every) + 1))
    usually, of_live = orders(again, 4.5, 24), orders(again_live, 3, 12)
    bonus = draw.amount(1.5, 2.5) * usd
    channels = {}
    for name, own in customers.items():
        revenue = own * (order * kept * worth * (of_live if name == 'live' else usually))[:, None] * PV
        media = spend[name] * PV * (1.1 if name == 'live' else 1)
        winning = media + (own * bonus[:, None] * PV if name == 'reddit' else np.zeros((DRAWS, ALL)))
        if name == 'reddit':
            winning[:, 0] += 3000 * usd
        hours, people = 0, 0
        if name == 'live' and fixed_hours > 0:
            sales, host = fixed_hours * (T < PERIODS) + served * 0.05, spend['live'] / 1000 * 0.4
            hours, people = sales + host, (sales * 60 + host * 120) * PV
        worth_of = revenue * (margin[:, None] - (0.06 if name == 'stores' else 0)) - own * service[:, None] * PV
        channels[name] = {
            'customers': own,
            'revenue': revenue,
            'worth': worth_of,
            'winning': winning,
            'people': people + 0 * own,
            'hours': hours + 0 * own,
            'profit': worth_of - winning - people,
            'by plan': 1 - of_before if name == 'search' else 1 + 0 * own,
        }
    own = walk_in[:, None] * over_time([0.8, 0.9, 1, 1.1, 1.2, 1.1]) * (T < PERIODS)
    revenue = own * (order * kept * usually)[:, None] * PV
    base = {'customers': own, 'revenue': revenue, 'worth': revenue * margin[:, None] - own * service[:, None] * PV}
    profit = sum(channel['profit'] for channel in channels.values()) + base['worth']

    # Cash: repeat orders when they are due, in whole periods; all else in the period in which customers are won.
    last = ALL + 24
    cash = np.zeros((DRAWS, last))
    for name, rows in [*channels.items(), ('', base)]:
        rate, every, horizon, lifetime = (again_live, 3, 12, of_live) if name == 'live' else (again, 4.5, 24, usually)
        served_at = rows['customers'] * service[:, None] * PV
        first_order = (rows['worth'] + served_at) / lifetime[:, None]
        cash[:, :ALL] += -served_at - rows.get('winning', 0) - rows.get('people', 0)
        for k in range(int(horizon / every) + 1):
            due = int(k * every)
            cash[:, due : due + ALL] += first_order * ((rate * DISCOUNT**every) ** k)[:, None]
    return {'profit': profit, 'channels': channels, 'base': base, 'lost leads': leads - served, 'cash': cash.cumsum(1)}


def figures(seed):
    plain = simulate(seed)
    profit, channels, base = plain['profit'].sum(1), plain['channels'], plain['base']
    ordered = np.sort(profit)
    total = lambda rows: rows.sum(1).mean()
    lowest = np.maximum(0, -plain['cash'].min(1))
    revenues = np.array([total(channel['revenue']) for channel in channels.values()])
    search = channels['search']
    found = {
        'mean': profit.mean(),
        '5 % quantile': np.quantile(profit, 0.05),
        'median': np.quantile(profit, 0.5),
        '95 % quantile': np.quantile(profit, 0.95),
        'mean of worst tenth': ordered[: DRAWS // 10].mean(),
        'chance of a loss': (profit < 0).mean(),
        '20 % quantile': np.quantile(profit, 0.2),
        'customers': total(base['customers']) + sum(total(channel['customers']) for channel in channels.values()),
        'revenue': total(base['revenue']) + revenues.sum(),
        'hours': total(channels['live']['hours']),
        'lost leads': total(plain['lost leads']),
        'profit of carry-in': total(search['worth'] * (1 - search['by plan'])),
        'profit of tail': sum(
            total((channel['profit'] * channel['by plan'])[:, PERIODS:]) for channel in channels.values()
        ),
        'Herfindahl of revenue': ((revenues / revenues.sum()) ** 2).sum(),
        'cash in month 3': plain['cash'][:, 2].mean(),
        'cash in month 6': plain['cash'][:, 5].mean(),
        'deepest cash': lowest.mean(),
        'search closed': (simulate(seed, closed='search')['profit'].sum(1) - profit).mean(),
        'search fails': (simulate(seed, fails='search')['profit'].sum(1) - profit).mean(),
        'worth less': (simulate(seed, worth=0.85)['profit'].sum(1) - profit).mean(),
    }
    for name, channel in channels.items():
        own = total(channel['customers'] * channel['by plan'])
        nudged = simulate(seed, nudge=name)
        more = sum(PLAN[name]) * 1e-4
        revenue_of = lambda world: sum(channel['revenue'].sum(1) for channel in world['channels'].values())
        found |= {
            f'{name}: customers': total(channel['customers']),
            f'{name}: profit': total(channel['profit']),
            f'{name}: worth of a customer': total(channel['worth']) / total(channel['customers']),
            f'{name}: ROAS': total(channel['revenue'] * channel['by plan']) / sum(PLAN[name]),
            f'{name}: CAC': total(channel['winning']) / own,
            f'{name}: CAC with hours': total(channel['winning'] + channel['people']) / own,
            f'{name}: marginal ROAS': (revenue_of(nudged) - revenue_of(plain)).mean() / more,
            f'{name}: marginal profit': (nudged['profit'].sum(1) - profit).mean() / more,
        }
    return found


runs = [figures(seed) for seed in range(RUNS)]
summary = {}
for name in runs[0]:
    values = np.array([run[name] for run in runs])
    # Ten digits: what lies beyond is far below the standard error.
    summary[name] = [float(f'{x:.10g}') for x in (values.mean(), values.std(ddof=1) / np.sqrt(RUNS))]
print(json.dumps(summary, indent=2))
