import type { Model, Plan } from '../../domain.ts';
import type { Row } from '../../domain/row.ts';
import { again, constantRow, rowOf, zeroRow, type Block } from '../block/block.ts';
import type { ChannelConditions } from '../conditions/conditions.ts';
import { addTimes, product, quotient, sum } from '../block/rows.ts';
import { replicateSums } from '../tally/replicate-sums.ts';
import { sumsOfPeriod, type PeriodSums, type ReplicateSums } from '../tally/tally.ts';

/** What a channel costs apart from its customers and leads; by draw over the plan, money but `media` at present value. */
export interface PlanCosts {
  /** Money paid for media, as it is paid. */
  readonly media: Row;
  /** All money, people included: media, agency fee, fixed cost, hours by period and by spend. */
  readonly cost: Row;
  /** The part of `cost` that is people's time. */
  readonly people: Row;
  readonly hours: Row;
}

/**
 * See {@link PlanCosts}; fixed cost falls in the first period.
 *
 * @param block  rows made for this plan are kept in it
 * @param byPeriod  filled with sums of `cost` by period of the plan
 */
export function planCosts(
  model: Model,
  c: number,
  plan: Plan,
  block: Block,
  { costPerSpend, shocks: { on } }: ChannelConditions,
  used: boolean,
  byPeriod: PeriodSums,
): PlanCosts {
  const channel = model.channels[c]!;
  const spend = plan.spend[c]!;
  const times = (a: Row, b: Row) => product(block, a, b);
  const plus = (a: Row, b: Row) => sum(block, a, b);
  const number = (value: number) => constantRow(block, value);
  const paid = (discount: (t: number) => number) => paidOver(block, spend, discount, on);

  const nothing = number(0);
  let [hoursPerSpend, peoplePerSpend, hoursOfUse, peopleOfUse] = [nothing, nothing, nothing, nothing];
  for (const role of channel.hours) {
    const hourly = rowOf(block, model.resources[role.resource]!.hourlyCost);
    const perSpend = quotient(block, rowOf(block, role.perThousandSpent), number(1000));
    hoursPerSpend = plus(hoursPerSpend, perSpend);
    peoplePerSpend = plus(peoplePerSpend, times(perSpend, hourly));
    if (!used) continue;
    hoursOfUse = plus(hoursOfUse, rowOf(block, role.perPeriod));
    peopleOfUse = plus(peopleOfUse, times(rowOf(block, role.perPeriod), hourly));
  }
  const fixed = used ? rowOf(block, channel.fixedCost) : nothing;
  const discounts = model.discount.subarray(0, model.periods);
  const present = paid((t) => discounts[t]!);
  const media = discounts.every((discount) => discount === 1) ? present : paid(() => 1);
  const use = times(peopleOfUse, number(discounts.reduce((total, discount) => total + discount, 0)));
  fillCosts(block, spend, discounts, costPerSpend, on, peopleOfUse, fixed, byPeriod);
  return {
    media,
    cost: plus(plus(times(costPerSpend, present), use), times(fixed, number(discounts[0]!))),
    people: plus(times(peoplePerSpend, present), use),
    hours: plus(times(hoursPerSpend, media), times(hoursOfUse, number(model.periods))),
  };
}

/** What is paid over the plan by draw: nothing in periods in which the channel is switched off. */
export function paidOver(
  block: Block,
  spend: Float64Array,
  discount: (t: number) => number,
  on: ChannelConditions['shocks']['on'],
): Row {
  let always = 0;
  const at: { readonly paid: number; readonly running: Row }[] = [];
  spend.forEach((amount, t) => {
    const running = on?.[t];
    const paid = amount * discount(t);
    if (running === undefined) always += paid;
    else at.push({ paid, running });
  });
  const rest = constantRow(block, always);
  if (at.length === 0) return rest;
  const total = zeroRow(block);
  for (const { paid, running } of at) addTimes(block, total, running, paid);
  return sum(block, total, rest);
}

function fillCosts(
  block: Block,
  spend: Float64Array,
  discounts: Float64Array,
  costPerSpend: Row,
  on: ChannelConditions['shocks']['on'],
  ofUse: Row,
  fixed: Row,
  byPeriod: PeriodSums,
): void {
  const known = new Map<Row, ReplicateSums>();
  const sums = (row: Row): ReplicateSums => {
    let found = known.get(row);
    if (found === undefined) known.set(row, (found = replicateSums(block, row)));
    return found;
  };
  const [use, once] = [sums(ofUse), sums(fixed)];
  const perSpend = Array.from(spend, (_, t) => {
    const running = on?.[t];
    return sums(running === undefined ? costPerSpend : product(block, costPerSpend, running));
  });
  again(block, () => {
    perSpend.forEach((own, t) => {
      const all = sumsOfPeriod(byPeriod, t);
      for (let r = 0; r < all.length; r++) {
        all[r] = discounts[t]! * (spend[t]! * own[r]! + use[r]! + (t === 0 ? once[r]! : 0));
      }
    });
  });
}
