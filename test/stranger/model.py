"""The model of docs/model.md, written from that page alone: plain Python for scenarios in which nothing is uncertain.

    python3 test/stranger/model.py < test/stranger/cases.json > test/stranger/expected.json

Each case is a scenario with the stresses that hold in it; what comes out is its totals, and customers, revenue and
profit of each channel by period (plan first, then tail).
"""

import json
import math
import sys

DAYS = {'day': 1, 'week': 7, 'month': 365.25 / 12, 'quarter': 365.25 / 4, 'year': 365.25}
BOUGHT = {'cpm': 1000, 'cpc': 1, 'cpl': 1, 'cpa': 1}


def saturation(response):
    """S by effective spend, and its ceiling."""
    name = response.get('curve', 'linear')
    if name in ('hill', 'adbudg'):
        k, s = response['halfSaturation'], response['slope']
        c = k * s * (s - 1) ** (1 / s - 1) if s > 1 else k
        floor = response.get('floor', 0)
        return lambda a: c * (floor + a**s / (k**s + a**s)), c * (1 + floor)
    if name == 'table':
        return lambda a: response.get('multiplier', 1) * between(response['points'], a), None
    if name == 'power':
        reference, e = response['reference'], response['exponent']
        return lambda a: reference * (a / reference) ** e, None
    k = response.get('scale', response.get('halfSaturation'))
    return {
        'linear': (lambda a: a, None),
        'exponential': (lambda a: k * (1 - math.exp(-a / k)), k),
        'michaelis-menten': (lambda a: k * a / (k + a), k),
        'log': (lambda a: k * math.log(1 + a / k), None),
        'tanh': (lambda a: k * math.tanh(a / k), k),
    }[name]


def between(points, a):
    for (x0, y0), (x1, y1) in zip(points, points[1:]):
        if a <= x1:
            return y0 + (y1 - y0) * (a - x0) / (x1 - x0)
    return points[-1][1]


def weights(carryover, longest):
    """Shares of the effect by lag; carry-overs without `lags` are followed for `longest` periods."""
    name = carryover['curve']
    lags = range(carryover.get('lags', longest if name == 'geometric' else 0) + 1)
    if name == 'weibull-pdf':
        k, scale = carryover['shape'], carryover['scale']
        density = [((l + 1) / scale) ** (k - 1) * math.exp(-(((l + 1) / scale) ** k)) for l in lags]
        w = [(d - min(density)) / (max(density) - min(density)) for d in density]
    else:
        w = [
            {
                'none': lambda l: float(l == 0),
                'geometric': lambda l: carryover['retention'] ** l,
                'delayed': lambda l: carryover['retention'] ** ((l - carryover['peak']) ** 2),
                'binomial': lambda l: (1 - l / (carryover['lags'] + 1)) ** (1 / carryover['persistence'] - 1),
                'weibull-cdf': lambda l: math.prod(
                    math.exp(-((j / carryover['scale']) ** carryover['shape'])) for j in range(1, l + 1)
                ),
            }[name](l)
            for l in lags
        ]
    if not carryover.get('normalize', True):
        return w
    total = 1 / (1 - carryover['retention']) if name == 'geometric' and 'lags' not in carryover else sum(w)
    return [x / total for x in w]


def outcome(scenario, stresses):
    periods, tail = scenario['horizon']['periods'], scenario['horizon']['tail']
    time = range(1, periods + tail + 1)
    value = scenario.get('value', {})
    yearly = 1 + value.get('discountRate', 0)
    present = lambda later: yearly ** (-later * DAYS[scenario['horizon'].get('unit', 'week')] / 365.25)
    shocks = [scenario['stresses'][name] for name in stresses]
    acting = lambda t: [s for s in shocks if s.get('from', 1) <= t <= s.get('to', math.inf)]
    index = lambda season, t: season[(t - 1) % len(season)] if season else 1
    channels = {n: c for n, c in scenario['channels'].items() if not c.get('off')}

    def factor(t, *keys):
        return math.prod(f for s in acting(t) for key, f in s.get('multiply', {}).items() if key in keys)

    # Bought: volume discounts, price, a partner's late start.
    media, bought = {}, {}
    for name, c in channels.items():
        plan = c['plan'] if isinstance(c['plan'], list) else [c['plan']] * periods
        c['used'] = sum(plan) > 0
        abroad = c.get('currency')
        rate = scenario.get('currencies', {}).get(abroad, 1)
        moves = (s.get('multiply', {}) for s in shocks if abroad is not None)
        moved = math.prod(f for move in moves for key, f in move.items() if key in (f'{abroad}.rate', '*.rate'))
        c['rate'] = rate * moved
        price = c.get('price', {})
        amount = next((price[key] for key in (*BOUGHT, 'flat') if key in price), 1)
        reference = price.get('reference', amount)
        units = price.get('buys', 1) if 'flat' in price else BOUGHT.get(next(iter(price), ''), 1)
        rates = math.prod(c.get('funnel', {}).values())
        c['efficiency'] = c.get('efficiency', units * rates / reference) / rate
        closed = lambda t: any(name in s.get('switchOff', []) for s in acting(t))
        media[name] = [0 if closed(t) else plan[t - 1] for t in range(1, periods + 1)]
        bought[name] = [0.0] * len(time)
        for t, spend in enumerate(media[name], 1):
            tiers = [{'above': 0, 'discount': 0}, *price.get('tiers', [])]
            tops = [tier['above'] for tier in tiers[1:]] + [math.inf]
            volume = sum(max(0, min(spend, top) - x['above']) / (1 - x['discount']) for x, top in zip(tiers, tops))
            dearer = index(price.get('season'), t) * (1 + price.get('inflation', 0)) ** (t - 1)
            dearer *= factor(t, f'{name}.price', '*.price') * moved
            running = min(1, max(0, t - c.get('delivery', {}).get('startDelay', 0)))
            bought[name][t - 1] = volume * reference / (amount * dearer) * running

    # Won by each channel alone: halo, carry-over, response, demand.
    won = {}
    for name, c in channels.items():
        worth = {**value, **c.get('value', {})}
        repeat = worth.get('repeat', {'rate': 0, 'every': 1, 'horizon': 0})
        further = range(1, repeat['horizon'] // repeat['every'] + 1)
        orders = 1 + sum(repeat['rate'] ** k * present(k * repeat['every']) for k in further)
        c['revenue'] = worth.get('orderValue', 0) * (1 - worth.get('returns', 0)) * orders
        c['margin'] = worth.get('grossMargin', 1) - c.get('commission', 0)
        c['service'] = worth.get('serviceCost', 0)
        referral = worth.get('referral', {'rate': 0, 'cap': 0})
        c['referred'] = min(referral['rate'] / (1 - referral['rate']), referral['cap'])
        c['inside'] = c.get('precision', 1) * sum(c.get('audience', {'': 1}).values())
        stages = list(c.get('funnel', {}).items())
        leads = [k for k, (step, _) in enumerate(stages) if step.startswith('leadTo')]
        c['leads'] = 1 / math.prod(rate for _, rate in stages[leads[0] :]) if leads else 0
        before = c.get('carryIn', [])
        halo = [(n, o['halo'][name]) for n, o in channels.items() if name in o.get('halo', {})]
        effective = before + [bought[name][t - 1] + sum(h * bought[n][t - 1] for n, h in halo) for t in time]
        w = weights(c.get('carryover', {'curve': 'none'}), len(effective))
        s, ceiling = saturation(c.get('response', {}))
        response = c.get('response', {})
        scale = c['efficiency']
        if response.get('curve') == 'table':
            scale = 1
        elif 'ceiling' in response:
            scale = response['ceiling'] / ceiling
        elif 'observedAt' in response:
            scale *= response['observedAt'] / s(response['observedAt'])
        if response.get('of') == 'revenue':
            scale /= c['revenue']
        won[name] = [
            scale
            * s(sum(w[l] * effective[len(before) + t - 1 - l] for l in range(min(len(w), len(before) + t))))
            * index(c.get('season', scenario.get('season')), t)
            * factor(t, f'{name}.demand', '*.demand')
            for t in time
        ]

    # People and things: hours of channels in use first, then what earns most by hour.
    resources = scenario.get('resources', {})

    def hours_each(name, role):
        c, h = channels[name], channels[name].get('hours', {}).get(role, {})
        return h.get('perLead', 0) * c['leads'] + h.get('perCustomer', 0) * c['inside'] * (1 + c['referred'])

    def profit_each(name, t):
        c = channels[name]
        customer = c['revenue'] * factor(t, f'{name}.value', '*.value') * c['margin']
        customer -= c['service'] + c.get('costPerCustomer', 0) * c['rate']
        paid = sum(resources.get(role, {}).get('hourlyCost', 0) * hours_each(name, role) for role in c.get('hours', {}))
        return c['inside'] * (1 + c['referred']) * customer - c.get('costPerLead', 0) * c['rate'] * c['leads'] - paid

    served = {name: list(of) for name, of in won.items()}
    limited = lambda role: any(key in resources.get(role, {}) for key in ('capacity', 'perPeriod', 'stock'))
    role_of = {
        name: next((role for role in c.get('hours', {}) if limited(role) and hours_each(name, role) > 0), None)
        for name, c in channels.items()
    }
    for role, r in resources.items():
        sales = [(n, t) for n in channels if role_of[n] == role for t in time]
        stock = r.get('stock')
        kept_for = lambda t: 1 if stock is None else present(t - 1)
        by_hour = lambda sale: -profit_each(*sale) / hours_each(sale[0], role) * kept_for(sale[1])
        left = {}
        for n, t in sorted(sales, key=by_hour):
            pool = t if stock is None else 0
            if pool not in left:
                running = [c for c in channels.values() if c['used'] and t <= periods]
                fixed = sum(c.get('hours', {}).get(role, {}).get('perPeriod', 0) for c in running)
                left[pool] = max(0, r.get('capacity', r.get('perPeriod', 0)) - fixed) if stock is None else stock
            served[n][t - 1] = min(won[n][t - 1], left[pool] / hours_each(n, role))
            left[pool] -= served[n][t - 1] * hours_each(n, role)

    # Segments fill up; money.
    kept = {}
    for segment, own in scenario.get('segments', {}).items():
        size = own.get('size', math.inf)
        all_won = sum(c.get('audience', {}).get(segment, 0) * sum(served[n]) for n, c in channels.items())
        kept[segment] = size * (1 - math.exp(-all_won / size)) / all_won if size < math.inf and all_won > 0 else 1
    names = ('spend', 'customers', 'referred', 'leads', 'lostLeads', 'revenue', 'margin', 'profit', 'hours')
    names += ('peopleCost', 'outsideTarget')
    totals = dict.fromkeys(names, 0.0)
    by_channel = {}
    for name, c in channels.items():
        by_channel[name] = {'customers': [], 'revenue': [], 'profit': []}
        share = sum(a * kept[s] for s, a in c['audience'].items()) if 'audience' in c else 1
        for t in time:
            spend = media[name][t - 1] if t <= periods else 0
            acquired = served[name][t - 1] * c.get('precision', 1) * share
            customers, leads = acquired * (1 + c['referred']), served[name][t - 1] * c['leads']
            running = c['used'] and t <= periods
            hours = {
                role: (h.get('perPeriod', 0) if running else 0)
                + h.get('perThousandSpent', 0) * spend / 1000
                + h.get('perLead', 0) * leads
                + h.get('perCustomer', 0) * customers
                for role, h in c.get('hours', {}).items()
                if not {'perPeriod', 'stock'} & resources.get(role, {}).keys()
            }
            now = present(t - 1)
            people = now * sum(h * resources.get(role, {}).get('hourlyCost', 0) for role, h in hours.items())
            revenue = now * customers * c['revenue'] * factor(t, f'{name}.value', '*.value')
            won_cost = customers * c.get('costPerCustomer', 0) + leads * c.get('costPerLead', 0)
            cost = now * (spend * (1 + c.get('fee', 0)) + customers * c['service'] + won_cost * c['rate']) + people
            if c['used'] and t == 1:
                cost += c.get('fixedCost', 0) * c['rate']
            profit = revenue * c['margin'] - cost
            lost = (won[name][t - 1] - served[name][t - 1]) * c['leads']
            own = (spend, customers, acquired * c['referred'], leads, lost, revenue)
            own += (revenue * c['margin'], profit, sum(hours.values()), people, spend * (1 - c['inside']))
            for key, amount in zip(names, own):
                totals[key] += amount
            for key, amount in zip(by_channel[name], (customers, revenue, profit)):
                by_channel[name][key].append(amount)
    return {'totals': totals, 'channels': by_channel}


if __name__ == '__main__':
    cases = json.load(sys.stdin)
    outcomes = {name: outcome(case['scenario'], case.get('stresses', [])) for name, case in cases.items()}
    print(json.dumps(outcomes, indent=1))
