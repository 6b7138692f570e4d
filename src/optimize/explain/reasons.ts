import type { AverageReturn, ChannelReason, LimitName, LinearLimit, Model, PeriodTie } from '../../domain.ts';
import { acceptedGap, ROUNDING } from './accepted-gap.ts';
import { averageBySpend, sum, totalsToCome, valueAt, valueOf, type AtPlan } from './at-plan.ts';
import { bentChannels } from '../curves.ts';
import { concentrationLimit } from './concentration.ts';
import { moved, nextMoney, type NextMoney } from './next-money.ts';
import type { Prices } from './prices.ts';
import { periodTie } from './period-ties.ts';
import { riskTaken } from './risk-taken.ts';
import type { SpendProgram } from '../spend-program.ts';
import { herfindahl } from '../../statistics/herfindahl.ts';
import { TIE_SHARE, ties } from './ties.ts';

/** Next units that differ by this share of what money brings bring the same: slopes are known to the root of the gap. */
const SAME = 0.02;
/** What a limit or wish charges explains a difference if it is at least this share of it. */
const EXPLAINS = 0.25;
/** A chance, a share of a marginal return or of a concentration: what is kept by no more than this holds the plan back. */
const CLOSE = 0.01;
/** Shares of all money at which a channel that gets none is looked at. */
const LOOKED_AT = [0.02, 0.05, 0.1, 0.2, 0.4, 0.7, 1] as const;
/** Shares of all money by which a channel is moved to see whether that would gain anything. */
const PROBES = [0.01, 0.05, 0.2] as const;

/** What is said of a channel beside its name and numbers. */
type Why = ChannelReason extends infer Reason
  ? Reason extends ChannelReason
    ? Omit<Reason, 'channel' | 'next' | 'over' | 'price' | 'when'>
    : never
  : never;

/** Why each channel gets what it gets, in the model's order. */
export async function channelReasons(at: AtPlan, prices: Prices): Promise<readonly ChannelReason[]> {
  const { model } = at.search;
  const totals = totalsToCome(model, at.spend);
  const money = nextMoney(at, prices);
  const gap = acceptedGap(at);
  const whys: Why[] = [];
  for (const [c, own] of money.entries()) {
    whys.push(totals[c]! > 0 ? await whySome(at, c, own, gap) : await whyNone(at, c, own, gap));
  }
  amongWishes(whys, money, totals);
  const even = money.flatMap((own, c) => (isEven(at, own) && whys[c]!.kind !== 'held' ? [c] : []));
  const risk = await riskTaken(
    at,
    even.filter((c) => totals[c]! > 0),
  );
  const tied = await ties(
    at,
    even,
    money.map(({ next }) => next),
  );
  const when: (PeriodTie | undefined)[] = [];
  for (const c of money.keys()) when.push(await periodTie(at, c));
  return whys.map((why, c): ChannelReason => {
    const { next, over, price } = money[c]!;
    const facts = {
      channel: model.channels[c]!.name,
      next,
      ...(over === 0 ? {} : { over }),
      price,
      ...(when[c] === undefined ? {} : { when: when[c] }),
    };
    const others = tied.flatMap(({ a, b }) => (a === c ? [b] : b === c ? [a] : []));
    if (why.kind !== 'balanced' && why.kind !== 'left out') return { ...facts, ...why };
    if (others.length > 0) {
      const names = others.map((other) => model.channels[other]!.name);
      return { ...facts, kind: 'tie', others: names, amount: TIE_SHARE * sum(totals) };
    }
    return { ...facts, ...(risk.get(c) ?? why) };
  });
}

/**
 * Where the budget binds, its price holds what a wish pays for money wherever it goes: whether a channel gets more or less
 * for the sake of a wish shows against the others.
 */
function amongWishes(whys: Why[], money: readonly NextMoney[], totals: readonly number[]): void {
  const members = whys.flatMap(({ kind }, c) =>
    totals[c]! > 0 && (kind === 'wish' || kind === 'balanced') ? [c] : [],
  );
  const usual = averageBySpend(
    members.map((c) => money[c]!.next),
    members.map((c) => totals[c]!),
  );
  whys.forEach((why, c) => {
    if (why.kind !== 'wish' || money[c]!.ofBudget === 0) return;
    whys[c] = { ...why, gets: money[c]!.next > usual ? 'less' : 'more' };
  });
}

/** Whether the next unit brings what it is charged, and what it costs where money counts in the goal. */
function isEven(at: AtPlan, { next, price }: NextMoney): boolean {
  return Math.abs(next - price) <= SAME * sizeOf(at, { next, price });
}

/** What a unit of money brings, before it is taken off where the goal counts it. */
function sizeOf({ search: { model } }: AtPlan, { next, price }: Pick<NextMoney, 'next' | 'price'>): number {
  const { maximize, plus, minimize } = model.goal;
  const unit = minimize === 'spend' || maximize === 'profit' ? 1 : (plus?.profit ?? 0);
  return Math.max(Math.abs(next + unit), Math.abs(price + unit), Math.abs(price));
}

async function whySome(at: AtPlan, c: number, own: NextMoney, gap: number): Promise<Why> {
  if (isEven(at, own)) return { kind: 'balanced' };
  const better = own.next > own.price;
  return (
    charged(at, own) ??
    atMinimum(at, c, better) ??
    unpriced(at, better) ??
    ((await gainByMoving(at, c, own)) <= gap ? { kind: 'within gap' } : { kind: 'unexplained' })
  );
}

async function whyNone(at: AtPlan, c: number, own: NextMoney, gap: number): Promise<Why> {
  const { model, linear, looked } = at.search;
  const columns = Array.from(
    { length: model.periods - model.settled },
    (_, t) => c * model.periods + model.settled + t,
  );
  const barred = columns.every((k) => linear.upper[k] === 0) ? barring(linear, c, columns[0]!) : undefined;
  if (barred !== undefined)
    return { kind: 'held', gets: 'less', by: { name: barred.name, path: barred.path, side: 'most' } };
  const costly = at.task.costly[c]!;
  const least = columns.some((k) => at.task.leastIfUsed[k]! > 0);
  const bent = bentChannels(model, looked[0]!.block)[c]!;
  const pays = own.next - own.price > SAME * sizeOf(at, own);
  if (!costly && !least && !bent) {
    if (!pays) return { kind: 'left out' };
    return (
      charged(at, own) ??
      oneTooMany(at, c) ??
      unpriced(at, true) ??
      ((await gainByMoving(at, c, own)) <= gap ? { kind: 'within gap' } : { kind: 'unexplained' })
    );
  }
  const best = await bestAverage(at, c);
  if (!pays && !(best.perUnit > own.price)) return { kind: 'left out', ...bestOf(own, best) };
  const blocked = charged(at, own) ?? oneTooMany(at, c);
  if (blocked !== undefined) return blocked;
  if (best.amount * (best.perUnit - own.price) > gap) return unpriced(at, true) ?? { kind: 'unexplained' };
  return least && !costly
    ? { kind: 'minimum if used', best }
    : costly
      ? { kind: 'fixed cost', best }
      : { kind: 'left out', ...bestOf(own, best) };
}

/** The best average, where money beyond the first unit brings more than that: an S-curve's. */
function bestOf({ next }: NextMoney, best: AverageReturn): { readonly best?: AverageReturn } {
  return best.perUnit > next ? { best } : {};
}

/** The limit that leaves nothing in a column: its own, or one on a sum. */
function barring({ upperSource, rows }: SpendProgram, c: number, column: number): LinearLimit | undefined {
  return (
    upperSource[column] ?? rows.find(({ most, terms }) => most === 0 && terms.some(({ channel }) => channel === c))
  );
}

/** The limit or wish that charges most for what the next unit brings more, or pays for what it brings less. */
function charged(
  { wishes, search: { model } }: AtPlan,
  { next, price, limits, wishes: ofWishes }: NextMoney,
): Why | undefined {
  const difference = next - price;
  const gets = difference > 0 ? ('less' as const) : ('more' as const);
  const whys: { readonly share: number; readonly why: Why }[] = [
    ...limits.map(({ by, charge }) => ({ share: charge / difference, why: { kind: 'held' as const, gets, by } })),
    ...ofWishes.flatMap(({ wish, charge }) => {
      const one = wishes[wish]!.wish;
      const why: Why | undefined =
        one === 'concentration' ? heldByConcentration(model, gets) : { kind: 'wish', wish: one, gets };
      return why === undefined ? [] : [{ share: charge / difference, why }];
    }),
  ];
  const most = whys.toSorted((a, b) => b.share - a.share)[0];
  return most !== undefined && most.share >= EXPLAINS ? most.why : undefined;
}

/** A channel that would get less, but then nothing at all. */
function atMinimum({ search: { model }, task, spend }: AtPlan, c: number, better: boolean): Why | undefined {
  const limit = model.nonlinearLimits.find((one) => one.kind === 'minimum if used' && one.channel === c);
  const held = spend.some(
    (amount, k) => Math.floor(k / model.periods) === c && amount > 0 && amount <= task.leastIfUsed[k]! * (1 + ROUNDING),
  );
  return better || !held || limit === undefined
    ? undefined
    : { kind: 'held', gets: 'more', by: nameOf(limit, 'least') };
}

/** What holds plans back where no price tells it: chances, marginal returns, and how much depends on few channels. */
function unpriced({ search: { model }, found, spend }: AtPlan, better: boolean): Why | undefined {
  const gets = better ? ('less' as const) : ('more' as const);
  const close = found.wishes.find(({ wish, asked, reached }) => {
    if (!('target' in wish)) return false;
    const { probability, metric } = wish.target;
    if (probability !== undefined) return reached - asked <= CLOSE;
    return metric === 'marginalRoas' && reached - asked <= CLOSE * asked;
  });
  if (close !== undefined) return { kind: 'wish', wish: close.wish, gets };
  const totals = model.channels.map((_, c) => sum(spend.subarray(c * model.periods, (c + 1) * model.periods)));
  const limit = concentrationLimit(model);
  if (limit === undefined) return undefined;
  return (herfindahl(totals) ?? 0) >= limit.most * (1 - CLOSE) ? heldByConcentration(model, gets) : undefined;
}

function heldByConcentration(model: Model, gets: 'more' | 'less'): Why | undefined {
  const limit = concentrationLimit(model);
  return limit && { kind: 'held', gets, by: nameOf(limit, 'most') };
}

/** The limit on the number of channels that others fill. */
function oneTooMany({ search: { model }, spend }: AtPlan, c: number): Why | undefined {
  const used = (channel: number) =>
    spend.subarray(channel * model.periods, (channel + 1) * model.periods).some((x) => x > 0);
  const limit = model.nonlinearLimits.find(
    (one) => one.kind === 'most channels' && one.channels.includes(c) && one.channels.filter(used).length >= one.most,
  );
  return limit === undefined ? undefined : { kind: 'one too many', by: nameOf(limit, 'most') };
}

function nameOf({ name, path }: Pick<LimitName, 'name' | 'path'>, side: LimitName['side']): LimitName {
  return { name, path, side };
}

/** What moving money into the channel, or out of it, would gain if it could be had or put elsewhere at its price. */
async function gainByMoving(at: AtPlan, c: number, { next, price }: NextMoney): Promise<number> {
  const totals = totalsToCome(at.search.model, at.spend);
  const value = valueOf(at);
  let most = 0;
  for (const share of PROBES) {
    const amount = next > price ? share * sum(totals) : -Math.min(share * sum(totals), totals[c]!);
    most = Math.max(most, (await valueAt(at, moved(at, c, amount))).value - value - price * amount);
  }
  return most;
}

/** Of some amounts of money, the one that brings most per unit, all that it costs to use the channel counted. */
async function bestAverage(at: AtPlan, c: number): Promise<AverageReturn> {
  const { model, linear } = at.search;
  const value = valueOf(at);
  const columns = columnsToCome(at, c).filter((k) => linear.upper[k]! > 0);
  const room = columns.reduce((all, k) => all + linear.upper[k]!, 0);
  const least = Math.max(...columns.map((k) => at.task.leastIfUsed[k]!));
  const money = Math.min(Math.max(sum(totalsToCome(model, at.spend)), 2 * least * columns.length) || room, room);
  let best: AverageReturn = { amount: 0, perUnit: -Infinity };
  for (const share of LOOKED_AT) {
    // Where each period must have a least amount, in as many of them as it is enough for.
    const periods = least > 0 ? Math.min(columns.length, Math.floor((share * money) / least)) : columns.length;
    if (periods === 0) continue;
    const spend = at.spend.slice();
    for (const k of columns.slice(0, periods)) spend[k] = (share * money) / periods;
    const perUnit = ((await valueAt(at, spend)).value - value) / (share * money);
    if (perUnit > best.perUnit) best = { amount: share * money, perUnit };
  }
  return best;
}

function columnsToCome({ search: { model } }: AtPlan, c: number): readonly number[] {
  return Array.from({ length: model.periods - model.settled }, (_, t) => c * model.periods + model.settled + t);
}
