import type { LinearLimit } from '../../domain.ts';
import { sum, type AtPlan } from './at-plan.ts';
import { between } from '../concave/columns.ts';
import type { Evaluated } from '../concave/concave-problem.ts';
import { weightedLeastChange } from './least-change.ts';
import { rowOf } from './unit-direction.ts';

/** A limit counts as met where this share of all money is between. */
const TIGHT = 1e-9;
/** Smallest weight of a column, in shares of the average spend: what gets nothing may begin to. */
const SMALLEST_WEIGHT = 0.05;
/** How far the channel's total moves between two plans that are evaluated, as a share of all money. */
const LONGEST = 0.1;
/** Legs between two plans that are evaluated: each ends at a limit that is met. */
const MOST_LEGS = 60;
const MOST_STEPS = 10;
/** Points tried between the last good one and the first that is not. */
const MOST_TRIALS = 3;
const SAFE = 0.999;

/**
 * Good plans further and further along: the total of one channel moves by the smallest change of all others in relative
 * terms, which loses about the least where curves bend in proportion; limits that are met on the way are kept. Ends
 * where the goal or a wish no longer holds, or where nothing can move. Answers with the last good plan.
 */
export async function stretch(
  at: AtPlan,
  from: Evaluated,
  channel: number,
  sign: 1 | -1,
  level: number,
  evaluate: (x: Float64Array) => Promise<Evaluated>,
  isGood: (point: Evaluated) => Promise<boolean>,
): Promise<Evaluated> {
  let good = from;
  for (let k = 0; k < MOST_STEPS; k++) {
    const target = walk(at, good.columns, channel, sign);
    if (target === undefined) return good;
    const further = await evaluate(target);
    if (await isGood(further)) {
      good = further;
      continue;
    }
    // Losses grow by the square at first: so far should do, and no further than where straight lines cross always does.
    let share = SAFE * Math.sqrt(shareOf(good.value - level, good.value - further.value));
    for (let trial = 0; trial < MOST_TRIALS; trial++) {
      const point = await evaluate(between(good.columns, target, share));
      if (await isGood(point)) return point;
      share *= SAFE * shareOf(good.value - level, good.value - point.value);
    }
    return good;
  }
  return good;
}

/** The plan after moving the channel by the longest step, or as far as limits let it; undefined where nothing can move. */
function walk(at: AtPlan, from: Float64Array, channel: number, sign: 1 | -1): Float64Array | undefined {
  const money = sum(at.spend);
  let x = from;
  let left = LONGEST * money;
  for (let leg = 0; leg < MOST_LEGS && left > TIGHT * money; leg++) {
    const direction = directionOf(at, x, channel, sign);
    const step = direction === undefined ? 0 : Math.min(left, roomAlong(at, x, direction));
    if (step <= TIGHT * money) break;
    x = x.map((value, k) => Math.max(0, value + step * (direction![k] ?? 0)));
    left -= step;
  }
  return x === from ? undefined : x;
}

function shareOf(room: number, loss: number): number {
  return loss > room ? Math.max(0, room) / loss : 0.5;
}

/** The smallest change that moves the channel by one and passes no limit that is met. Undefined where there is none. */
function directionOf(at: AtPlan, x: Float64Array, channel: number, sign: 1 | -1): Float64Array | undefined {
  const { model } = at.search;
  const { columns } = at.problem.limits;
  const size = at.spend.length;
  const money = sum(at.spend);
  const weight = at.spend.map((amount, k) =>
    k % model.periods < model.settled ? 0 : Math.max(amount, (SMALLEST_WEIGHT * money) / size),
  );
  const total = new Float64Array(size).fill(1, channel * model.periods, (channel + 1) * model.periods);
  const met = metLimits(at.search.linear.rows, model.periods, x.subarray(0, size), TIGHT * money);
  const kept = new Set(met.filter(({ side }) => side === 0));
  for (;;) {
    const rows = [...kept].map(({ limit }) => rowOf(limit, model.periods, size));
    const change = weightedLeastChange([...rows, total], [...rows.map(() => 0), sign], weight);
    if (change === undefined) return undefined;
    let blocked = false;
    change.forEach((by, k) => {
      const out = by < 0 ? x[k]! <= columns.lower[k]! + TIGHT * money : x[k]! >= columns.upper[k]! - TIGHT * money;
      if (weight[k] === 0 || !out || Math.abs(by) <= TIGHT) return;
      weight[k] = 0;
      blocked = true;
    });
    if (blocked) continue;
    const passed = met
      .filter((limit) => !kept.has(limit))
      .map((limit) => ({ limit, by: limit.side * along(limit.limit, change, model.periods) }))
      .toSorted((a, b) => b.by - a.by)[0];
    if (passed === undefined || passed.by <= TIGHT) return change;
    kept.add(passed.limit);
  }
}

interface MetLimit {
  readonly limit: LinearLimit;
  /** 1 where it is at its most, -1 at its least, 0 where it can move neither way. */
  readonly side: 1 | -1 | 0;
}

function metLimits(rows: readonly LinearLimit[], periods: number, x: Float64Array, close: number): readonly MetLimit[] {
  return rows.flatMap((limit): MetLimit[] => {
    const value = along(limit, x, periods);
    const atMost = limit.most !== undefined && value >= limit.most - close;
    const atLeast = limit.least !== undefined && value <= limit.least + close;
    if (!atMost && !atLeast) return [];
    return [{ limit, side: atMost && atLeast ? 0 : atMost ? 1 : -1 }];
  });
}

/** What a limit comes to. */
function along({ terms }: LinearLimit, x: Float64Array, periods: number): number {
  let sum = 0;
  for (const { channel, period, coefficient } of terms) sum += coefficient * x[channel * periods + period]!;
  return sum;
}

/** How far one can go before a limit that is not met yet is. */
function roomAlong({ search: { linear, model }, problem }: AtPlan, x: Float64Array, direction: Float64Array): number {
  const { lower, upper } = problem.limits.columns;
  let room = Infinity;
  const meet = (value: number, by: number, least: number, most: number): void => {
    if (Math.abs(by) <= TIGHT) return;
    room = Math.min(room, Math.max(0, ((by > 0 ? most : least) - value) / by));
  };
  direction.forEach((by, k) => meet(x[k]!, by, lower[k]!, upper[k]!));
  for (const limit of linear.rows) {
    const by = along(limit, direction, model.periods);
    meet(along(limit, x, model.periods), by, limit.least ?? -Infinity, limit.most ?? Infinity);
  }
  return room;
}
