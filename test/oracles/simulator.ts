import type {
  Channel,
  CustomerValue,
  PriceTier,
  Quantity,
  Scenario,
  Season,
  Shock,
  TotalName,
} from '../../src/domain.ts';
import type { ChannelInDraw } from '../support/one-draw.ts';
import { reachOf, weightsOf } from './carryover.ts';
import { ceilingOf, saturated } from './curves.ts';
import { evaluated, numberAtScore, numberIn, SCORES, type Draw } from './quantities.ts';

/** What docs/model.md says happens in one draw, computed channel by channel and period by period with plain numbers; money at present value, except media. */
export interface OracleOutcome {
  readonly totals: Readonly<Record<TotalName, number>>;
  readonly channels: Readonly<Record<string, ChannelInDraw>>;
}

/** Periods per year, for discounting. */
const YEAR = { day: 365.25, week: 365.25 / 7, month: 12, quarter: 4, year: 1 } as const;
/** No tail is taken to be longer. */
const LONGEST_TAIL = 104;

/**
 * @param spend  media money by channel and period
 * @param stresses  names of the scenario's stresses that hold
 */
export function simulateDraw(
  scenario: Scenario,
  spend: Readonly<Record<string, readonly number[]>>,
  draw: Draw,
  stresses: readonly string[] = [],
): OracleOutcome {
  const { horizon } = scenario;
  const names = Object.keys(scenario.channels);
  const read = (path: string, quantity: Quantity | undefined, otherwise: number) =>
    quantity === undefined ? otherwise : numberIn(scenario, draw, path, quantity);

  /** 1 or 0: what is sure, either way, is not drawn. */
  const happens = (path: string, probability: number) =>
    probability > 0 && probability < 1 ? draw.get(path)! : probability;

  const reaches = new Map(names.map((name) => [name, reachIn(scenario, scenario.channels[name]!)]));
  const tail = horizon.tail ?? Math.min(LONGEST_TAIL, Math.max(...reaches.values()));
  const all = Array.from({ length: horizon.periods + tail }, (_, t) => t);
  const inPlan = (t: number) => t < horizon.periods;
  const discount = (periods: number) => (1 + (scenario.value.discountRate ?? 0)) ** (-periods / YEAR[horizon.unit]);

  const shocks = [
    ...Object.entries(scenario.events).map(([name, event]) => ({
      at: `events.${name}`,
      shock: event as Shock,
      happens: happens(`events.${name}.probability`, event.probability),
    })),
    ...stresses.map((name) => ({ at: `stresses.${name}`, shock: scenario.stresses[name]!, happens: 1 })),
  ].filter(({ happens }) => happens === 1);
  const acting = (t: number) => shocks.filter(({ shock: { from = 1, to = Infinity } }) => t + 1 >= from && t + 1 <= to);
  const factor = (what: 'price' | 'demand' | 'value', name: string, t: number) =>
    product(
      acting(t).flatMap(({ at, shock }) =>
        shock.multiply
          .filter((one) => one.what !== 'rate')
          .filter((one) => one.what === what && (one.channel === '*' || one.channel === name))
          .map((one) => read(`${at}.multiply.${one.channel}.${what}`, one.factor, 1)),
      ),
    );
  /** What one unit of the currency that a channel is bought in costs. */
  const rateOf = (name: string) => {
    const { currency } = scenario.channels[name]!;
    if (currency === undefined) return 1;
    const moves = shocks.flatMap(({ at, shock }) =>
      shock.multiply
        .filter((one) => one.what === 'rate')
        .filter((one) => one.currency === '*' || one.currency === currency)
        .map((one) => read(`${at}.multiply.${one.currency}.rate`, one.factor, 1)),
    );
    return read(`currencies.${currency}`, scenario.currencies[currency], 1) * product(moves);
  };
  const isOff = (name: string, t: number) => acting(t).some(({ shock }) => shock.switchOff.includes(name));

  /* What a customer is worth. */
  const worthOf = (own: CustomerValue, at: string) => {
    const shared = scenario.value;
    const field = (name: 'orderValue' | 'grossMargin' | 'returns' | 'serviceCost', otherwise: number) =>
      own[name] === undefined ? read(`value.${name}`, shared[name], otherwise) : read(`${at}.${name}`, own[name], 0);
    let orders = 1;
    const repeat = own.repeat ?? shared.repeat;
    if (repeat !== undefined) {
      const rate = read(own.repeat ? `${at}.repeat.rate` : 'value.repeat.rate', repeat.rate, 0);
      for (let k = 1; k * repeat.every <= repeat.horizon; k++) orders += rate ** k * discount(k * repeat.every);
    }
    const referral = own.referral ?? shared.referral;
    const brings = read(own.referral ? `${at}.referral.rate` : 'value.referral.rate', referral?.rate, 0);
    const chain = brings >= 1 ? Infinity : brings / (1 - brings);
    return {
      revenue: field('orderValue', 0) * (1 - field('returns', 0)) * orders,
      grossMargin: field('grossMargin', 1),
      serviceCost: field('serviceCost', 0),
      referred: Math.min(referral?.cap ?? 0, chain),
    };
  };

  /* Bought. */
  const boughtAlone = (name: string, t: number): number => {
    const { price, delivery } = scenario.channels[name]!;
    const money = spend[name]![t]!;
    if (money === 0 || isOff(name, t)) return 0;
    const delivers = happens(`channels.${name}.delivery.probability`, delivery?.probability ?? 1);
    const delay = read(`channels.${name}.delivery.startDelay`, delivery?.startDelay, 0);
    const started = Math.min(1, Math.max(0, t + 1 - delay));
    let cheaper = quotedRate(scenario, name) / rateOf(name);
    if (price !== undefined) {
      const reference = price.reference ?? numberAtScore(scenario, price.amount, 0);
      const growth = (1 + (price.inflation ?? 0)) ** t;
      const paid = read(`channels.${name}.price.${price.unit}`, price.amount, 0);
      cheaper *= reference / (paid * seasonAt(price.season, t, horizon.periods) * growth);
    }
    return (charged(price?.tiers ?? [], money) * cheaper * delivers * started) / factor('price', name, t);
  };
  const bought = (name: string, t: number): number =>
    names.reduce(
      (sum, other) => {
        const share = scenario.channels[other]!.halo[name];
        return share === undefined
          ? sum
          : sum + read(`channels.${other}.halo.${name}`, share, 0) * boughtAlone(other, t);
      },
      boughtAlone(name, t),
    );

  /* Effect. */
  const channels = names.map((name) => {
    const channel = scenario.channels[name]!;
    const at = `channels.${name}`;
    // A range around the points of a table is one uncertain height of the whole curve.
    const hasRange = channel.response.points.some((point) => point.length === 4);
    const ofResponse = (field: string) =>
      field === 'multiplier' && hasRange
        ? draw.get(`${at}.response.multiplier`)!
        : read(`${at}.response.${field}`, channel.response.parameters[field], field === 'floor' ? 0 : 1);
    const ofCarryover = (field: string) => read(`${at}.carryover.${field}`, channel.carryover.parameters[field], 0);
    const weights = weightsOf(channel.carryover, ofCarryover, reaches.get(name)!);
    const own = all.map((t) => (inPlan(t) ? bought(name, t) : 0));
    const before = channel.carryIn.toReversed();
    const carried = (t: number, withPlan: boolean) =>
      weights.reduce(
        (sum, weight, lag) => sum + weight * (lag <= t ? (withPlan ? own[t - lag]! : 0) : (before[lag - t - 1] ?? 0)),
        0,
      );

    const efficiency = efficiencyOf(scenario, draw, name, ofResponse);
    const responded = (t: number, withPlan: boolean) =>
      t >= horizon.periods + Math.min(tail, reaches.get(name)!)
        ? 0
        : efficiency *
          saturated(channel.response, ofResponse, carried(t, withPlan)) *
          seasonAt(channel.season ?? scenario.season, t, horizon.periods) *
          factor('demand', name, t);

    const worth = worthOf(channel.value, `${at}.value`);
    const ofRevenue = channel.response.of === 'revenue';
    // A curve of revenue counts money: so many customers stand behind a unit of it.
    const people = !ofRevenue ? 1 : worth.revenue > 0 ? 1 / worth.revenue : 0;
    const firstAfterLead = channel.funnel.findIndex(({ from }) => from === 'lead');
    const leadRate =
      firstAfterLead < 0
        ? Infinity
        : product(channel.funnel.slice(firstAfterLead).map(({ key, rate }) => read(`${at}.funnel.${key}`, rate, 1)));
    const roles = Object.entries(channel.hours).map(([role, hours]) => {
      const of = (field: keyof typeof hours) => read(`${at}.hours.${role}.${field}`, hours[field], 0);
      return {
        role,
        hourly: read(`resources.${role}.hourlyCost`, scenario.resources[role]!.hourlyCost, 0),
        perPeriod: of('perPeriod'),
        perThousandSpent: of('perThousandSpent'),
        perLead: of('perLead'),
        perCustomer: of('perCustomer'),
      };
    });
    const segments = Object.entries(channel.audience).map(([segment, share]) => ({
      segment,
      share: read(`${at}.audience.${segment}`, share, 0),
    }));
    return {
      name,
      used: spend[name]!.some((money) => money > 0),
      effect: all.map((t) => responded(t, true)),
      effectBefore: all.map((t) => (channel.carryIn.some((money) => money > 0) ? responded(t, false) : 0)),
      worth,
      ofRevenue,
      people,
      customersPerUnit: people * (1 + worth.referred),
      revenuePerUnit: (ofRevenue ? 1 : worth.revenue) * (1 + worth.referred),
      leadsPerUnit: leadRate === Infinity ? 0 : people / leadRate,
      roles,
      segments,
      inside:
        segments.length > 0
          ? segments.reduce((sum, { share }) => sum + share, 0)
          : read(`${at}.precision`, channel.precision, 1),
      commission: read(`${at}.commission`, channel.commission, 0),
      costPerLead: rateOf(name) * read(`${at}.costPerLead`, channel.costPerLead, 0),
      costPerCustomer: rateOf(name) * read(`${at}.costPerCustomer`, channel.costPerCustomer, 0),
      fee: read(`${at}.fee`, channel.fee, 0),
      fixedCost: rateOf(name) * read(`${at}.fixedCost`, channel.fixedCost, 0),
    };
  });
  type One = (typeof channels)[number];

  /** Money earned by one served unit of effect of which the share `kept` becomes customers, before discounting. */
  const earned = (one: One, t: number, kept: number) => {
    const margin = one.revenuePerUnit * (one.worth.grossMargin - one.commission) * factor('value', one.name, t);
    const perCustomer =
      one.worth.serviceCost + one.costPerCustomer + sumOf(one.roles, (role) => role.perCustomer * role.hourly);
    const perLead = one.costPerLead + sumOf(one.roles, (role) => role.perLead * role.hourly);
    return kept * (margin - one.customersPerUnit * perCustomer) - one.leadsPerUnit * perLead;
  };

  /* Scarce people. */
  const served = new Map(names.map((name) => [name, all.map(() => 1)]));
  for (const [role, { capacity }] of Object.entries(scenario.resources)) {
    if (capacity === undefined) continue;
    const limit = read(`resources.${role}.capacity`, capacity, 0);
    const users = channels.flatMap((one) => {
      // Of several roles in limited supply the first of the channel's decides.
      const found = one.roles.find(
        (hours) => scenario.resources[hours.role]!.capacity !== undefined && hours.perLead + hours.perCustomer > 0,
      );
      if (found?.role !== role) return [];
      return [{ one, need: found.perLead * one.leadsPerUnit + found.perCustomer * one.customersPerUnit * one.inside }];
    });
    const byPeriod = sumOf(channels, (one) =>
      one.used ? sumOf(one.roles, (hours) => (hours.role === role ? hours.perPeriod : 0)) : 0,
    );
    for (const t of all) {
      let left = Math.max(0, limit - (inPlan(t) ? byPeriod : 0));
      const perHour = ({ one, need }: (typeof users)[number]) =>
        need === 0 ? Infinity : earned(one, t, one.inside) / need;
      for (const user of users.toSorted((a, b) => perHour(b) - perHour(a))) {
        const load = user.need * user.one.effect[t]!;
        if (load > left) served.get(user.one.name)![t] = left / load;
        left = Math.max(0, left - load);
      }
    }
  }
  const servedEffect = (one: One, t: number) => one.effect[t]! * served.get(one.name)![t]!;

  /* Audience: the share of each segment's customers who are different people. */
  const different = (segment: string) => {
    const size = scenario.segments[segment]!.size;
    if (size === undefined) return 1;
    const won = sumOf(channels, (one) =>
      sumOf(one.segments, (part) =>
        part.segment === segment ? part.share * one.people * sumOf(all, (t) => servedEffect(one, t)) : 0,
      ),
    );
    const people = read(`segments.${segment}.size`, size, 0);
    return won === 0 ? 1 : (people * -Math.expm1(-won / people)) / won;
  };
  const keptOf = (one: One) =>
    one.segments.length === 0 ? one.inside : sumOf(one.segments, ({ segment, share }) => share * different(segment));

  /* Money. */
  const totals: Record<TotalName, number> = {
    spend: 0,
    cost: 0,
    leads: 0,
    customers: 0,
    referred: 0,
    revenue: 0,
    margin: 0,
    profit: 0,
    hours: 0,
    peopleCost: 0,
    outsideTarget: 0,
    lostLeads: 0,
    carryInProfit: 0,
    tailProfit: 0,
  };
  const outcomes = channels.map((one): [string, ChannelInDraw] => {
    const kept = keptOf(one);
    const sums = { media: 0, cost: 0, peopleCost: 0, leads: 0, hours: 0 };
    const byPeriod = all.map((t) => {
      const now = discount(t);
      const units = servedEffect(one, t);
      const customers = units * kept * one.customersPerUnit;
      const leads = units * one.leadsPerUnit;
      const revenue = units * kept * one.revenuePerUnit * factor('value', one.name, t);
      const margin = revenue * (one.worth.grossMargin - one.commission);
      const media = inPlan(t) && !isOff(one.name, t) ? spend[one.name]![t]! : 0;
      const hoursOf = ({ perPeriod, perThousandSpent, perLead, perCustomer }: One['roles'][number]) =>
        (inPlan(t) && one.used ? perPeriod : 0) +
        (perThousandSpent * media) / 1000 +
        perLead * leads +
        perCustomer * customers;
      const peopleCost = sumOf(one.roles, (role) => hoursOf(role) * role.hourly);
      const cost =
        media * (1 + one.fee) +
        (one.used && t === 0 ? one.fixedCost : 0) +
        leads * one.costPerLead +
        customers * (one.worth.serviceCost + one.costPerCustomer) +
        peopleCost;
      const shareBefore = one.effect[t]! > 0 ? one.effectBefore[t]! / one.effect[t]! : 0;
      const carryInProfit = units * earned(one, t, kept) * shareBefore * now;
      const profit = (margin - cost) * now;

      sums.media += media;
      sums.cost += cost * now;
      sums.peopleCost += peopleCost * now;
      sums.leads += leads;
      sums.hours += sumOf(one.roles, hoursOf);
      totals.customers += customers;
      totals.referred += units * kept * one.people * one.worth.referred;
      totals.revenue += revenue * now;
      totals.margin += margin * now;
      totals.profit += profit;
      totals.lostLeads += (one.effect[t]! - units) * one.leadsPerUnit;
      totals.carryInProfit += carryInProfit;
      if (!inPlan(t)) totals.tailProfit += profit - carryInProfit;
      return { customers, revenue: revenue * now, profit, carryInCustomers: customers * shareBefore, carryInProfit };
    });
    totals.spend += sums.media;
    totals.cost += sums.cost;
    totals.leads += sums.leads;
    totals.hours += sums.hours;
    totals.peopleCost += sums.peopleCost;
    totals.outsideTarget += sums.media * (1 - one.inside);
    const outcome: ChannelInDraw = {
      customers: byPeriod.map(({ customers }) => customers),
      revenue: byPeriod.map(({ revenue }) => revenue),
      profit: byPeriod.map(({ profit }) => profit),
      carryIn: {
        customers: byPeriod.map(({ carryInCustomers }) => carryInCustomers),
        profit: byPeriod.map(({ carryInProfit }) => carryInProfit),
      },
      ...sums,
    };
    return [one.name, outcome];
  });

  /* Customers who come without any spend: they refer no one, and no partner takes a share. */
  const baseline = scenario.baseline;
  if (baseline !== undefined) {
    const worth = worthOf({}, 'value');
    const perPeriod = read('baseline.customers', baseline.customers, 0);
    for (const t of all.filter(inPlan)) {
      const customers = perPeriod * seasonAt(baseline.season, t, horizon.periods);
      const revenue = customers * worth.revenue * discount(t);
      const service = customers * worth.serviceCost * discount(t);
      totals.customers += customers;
      totals.revenue += revenue;
      totals.margin += revenue * worth.grossMargin;
      totals.cost += service;
      totals.profit += revenue * worth.grossMargin - service;
    }
  }
  return { totals, channels: Object.fromEntries(outcomes) };
}

/** Money slice by slice, each divided by what its tier charges of the price. */
function charged(tiers: readonly PriceTier[], money: number): number {
  const edges = [0, ...tiers.map(({ above }) => above), Infinity];
  const charges = [1, ...tiers.map(({ discount }) => 1 - discount)];
  return sumOf(
    charges.map((charge, k) => Math.max(0, Math.min(money, edges[k + 1]!) - edges[k]!) / charge),
    (volume) => volume,
  );
}

/** Customers (or revenue) per unit of saturated effective spend. */
function efficiencyOf(scenario: Scenario, draw: Draw, name: string, parameter: (field: string) => number): number {
  const { price, funnel, response, efficiency } = scenario.channels[name]!;
  const at = `channels.${name}`;
  const read = (path: string, quantity: Quantity) => numberIn(scenario, draw, `${at}.${path}`, quantity);
  if (response.ceiling !== undefined)
    return read('response.ceiling', response.ceiling) / ceilingOf(response, parameter);
  if (response.curve === 'table') return 1;
  let quoted: number;
  if (efficiency !== undefined) quoted = read('efficiency', efficiency);
  else {
    const reference = price!.reference ?? numberAtScore(scenario, price!.amount, 0);
    const perPrice = price!.unit === 'cpm' ? 1000 : price!.buys === undefined ? 1 : read('price.buys', price!.buys);
    quoted = (perPrice / reference) * product(funnel.map(({ key, rate }) => read(`funnel.${key}`, rate)));
  }
  quoted /= quotedRate(scenario, name);
  const { observedAt } = response;
  return observedAt === undefined ? quoted : (quoted * observedAt) / saturated(response, parameter, observedAt);
}

/** The rate of a channel's currency at which its prices and its curve are quoted. */
function quotedRate(scenario: Scenario, name: string): number {
  const { currency } = scenario.channels[name]!;
  return currency === undefined ? 1 : numberAtScore(scenario, scenario.currencies[currency]!, 0);
}

/** Periods after a spend in which a channel still works, in 95 % of draws. */
function reachIn(scenario: Scenario, { carryover }: Channel): number {
  return Math.max(
    ...SCORES.map((z) =>
      reachOf(carryover, (field) => {
        const quantity = carryover.parameters[field];
        return quantity === undefined ? 0 : numberAtScore(scenario, quantity, z);
      }),
    ),
  );
}

function seasonAt(season: Season | undefined, t: number, periods: number): number {
  if (season === undefined) return 1;
  if (season.kind === 'list') return season.values[t % season.values.length]!;
  return evaluated(season.expression, (name) => (name === 't' ? t + 1 : periods));
}

function product(factors: readonly number[]): number {
  return factors.reduce((all, factor) => all * factor, 1);
}

function sumOf<T>(things: readonly T[], value: (thing: T) => number): number {
  return things.reduce((sum, thing) => sum + value(thing), 0);
}
