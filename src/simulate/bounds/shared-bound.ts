import type { RowsByPeriod } from '../../carryover/spread.ts';
import type { Row } from '../../domain/row.ts';
import { shareDistinct } from '../conditions/audience.ts';
import type { Table } from '../block/memory.ts';
import type { SharedWorth } from '../goal/shared-worth.ts';
import type { SharedBox } from './shared-box.ts';
import { openService, type SharedPool } from './shared-service.ts';
import { openTangent, type SharedSegment } from './shared-tangent.ts';
import { sortFalling } from '../block/sort-falling.ts';
import type { SharedSupply } from '../conditions/shared-supply.ts';

export interface SharedBoundInput {
  readonly worth: SharedWorth;
  readonly box: SharedBox;
  /** What each channel brings within the box at most at a plan, by envelopes of its curve. */
  readonly effects: readonly Table[];
  /** What each channel brings at least at the plan; undefined where no more is known than `box.served`. */
  readonly floors: readonly (Table | undefined)[];
  /** Of these effects, what is there whatever is planned and does not count; undefined where nothing is or all of it counts. */
  readonly before: readonly (Table | undefined)[];
  readonly supplies: readonly SharedSupply[];
  /** Periods of plan and tail, and draws. */
  readonly periods: number;
  readonly count: number;
  /** How much each draw counts in sums; all alike where nothing is given. */
  readonly weights: Row | undefined;
}

export interface SharedBoundOutput {
  /** Filled with the slope of the bound by each channel's effect, times the weight of the draw. */
  readonly slopes: readonly Table[];
  /** By channel that has a floor, filled with the slope of the bound by that, times the weight of the draw. */
  readonly floorSlopes: readonly (Table | undefined)[];
  /** Filled with what comes of each channel and period, `[c * periods + t]`, summed over draws. */
  readonly cells: Float64Array;
  /** The bound is added to it draw by draw, if given. */
  readonly values: Row | undefined;
}

/** A bound within this share of what it is the sum of is near enough; and so often it is brought nearer at most. */
const NEAR = 1e-6;
const MOST_ROUNDS = 6;

/**
 * What a figure is at most where channels share people, things and segments that fill up, draw by draw, as a concave function of what
 * they bring (`effects`). It stays so as long as the plan stays within the box.
 *
 * Let y be what is served. Whoever is served first, `box.served` and `floors` <= y <= effects, and no supply serves more than there is. For the people
 * U a segment is won from, each stays for the share D(U) = (1 - e^(-U/M)) M / U, which falls. Persons are worth w_1 >= w_2 >= … by channel and
 * period, so that their sum is that over k of (w_k - w_{k+1}) U_k D(U), with U_k those of the k that are worth most. As D falls, and the others
 * win V_k at least in the box, U_k D(U) <= U_k D(U_k + V_k), which is concave in U_k and rises. So the figure is at most a concave function
 * of y, and that lies below each of its tangents. The largest value of a tangent over all y is a linear program, and that is no more than
 * any prices of supplies say: each channel's slope less what it takes of them, where that is anything, times its effect. Which tangent
 * and which prices are taken only decides how near the bound is: those of the best y are looked for by a few steps (Frank and Wolfe, 1956).
 */
export function boundSharing(input: SharedBoundInput, { slopes, floorSlopes, cells, values }: SharedBoundOutput): void {
  const { effects, count, periods, before, weights } = input;
  const draw = openDraw(input);
  for (let i = 0; i < count; i++) {
    draw.load(i);
    const { cell, slope, floorSlope } = draw.solve();
    before.forEach((own, c) => own && draw.without(own, c, i));
    const weight = weights?.[i] ?? 1;
    let total = 0;
    for (let c = 0, j = 0; c < effects.length; c++) {
      const [toSlopes, toFloor] = [slopes[c]!, floorSlopes[c]];
      for (let t = 0; t < periods; t++, j++) {
        total += cell[j]!;
        cells[j] = cells[j]! + weight * cell[j]!;
        toSlopes[t]![i] = weight * slope[j]!;
        if (toFloor !== undefined) toFloor[t]![i] = weight * floorSlope[j]!;
      }
    }
    if (values !== undefined) values[i] = values[i]! + total;
  }
}

/** The numbers of one draw, by channel and period `[c * periods + t]`, to be worked with in turn. */
function openDraw({ worth, supplies, periods, count, effects, floors, box }: SharedBoundInput) {
  const size = effects.length * periods;
  const numbers = () => new Float64Array(size);
  const [most, least, all, room] = [numbers(), numbers(), numbers(), numbers()];
  const [plain, perPerson, served, next] = [numbers(), numbers(), numbers(), numbers()];
  const [steep, kept, far, farKept] = [numbers(), numbers(), numbers(), numbers()];
  const [cell, slope, floorSlope, floor] = [numbers(), numbers(), numbers(), numbers()];
  const [needs, charged] = [numbers(), numbers()];
  const segments = worth.segments.map(({ members }): SharedSegment => ({
    size: 0,
    people: numbers(),
    least: 0,
    worstKept: 1,
    bestKept: 1,
    order: Int32Array.from(
      members.flatMap(({ channel }) => Array.from({ length: periods }, (_, t) => channel * periods + t)),
    ),
  }));
  const pools = supplies.flatMap(({ users, capacity }): readonly (SharedPool & { readonly row: Row })[] => {
    const itemsOf = (from: number, to: number) =>
      Int32Array.from(
        users.flatMap(({ channel }) => Array.from({ length: to - from }, (_, t) => channel * periods + from + t)),
      );
    return capacity.map((row, t) => ({
      row,
      items: capacity.length === 1 ? itemsOf(0, periods) : itemsOf(t, t + 1),
      left: 0,
    }));
  });
  const inPool = new Uint8Array(size);
  for (const { items } of pools) for (const j of items) inPool[j] = 1;

  const tangent = openTangent({ plain, perPerson, least, segments });
  const serveBest = openService({ most, least, floor, needs, pools });

  return { load, solve, without };

  function load(i: number): void {
    effects.forEach((effect, c) => {
      const [servedThere, mostThere] = [box.served[c]!, box.most[c]!];
      for (let t = 0; t < periods; t++) {
        const j = c * periods + t;
        const here = effect[t]![i]!;
        most[j] = here;
        const low = Math.min(here, servedThere[t * count + i]!);
        least[j] = low;
        all[j] = Math.max(here, mostThere[t * count + i]!);
        floor[j] = Math.max(low, Math.min(here, floors[c]?.[t]![i] ?? 0));
      }
    });
    worth.plain.forEach((rows, c) => fill(plain, rows, c, i));
    worth.perPerson.forEach((rows, c) => rows && fill(perPerson, rows, c, i));
    room.set(all);
    for (const { users } of supplies) {
      for (const { channel, need } of users) needs.fill(need[i]!, channel * periods, (channel + 1) * periods);
    }
    for (const pool of pools) {
      pool.left = pool.row[i]!;
      for (const j of pool.items) pool.left -= needs[j]! * least[j]!;
      pool.left = Math.max(0, pool.left);
      for (const j of pool.items) {
        if (needs[j]! > 0) room[j] = Math.min(all[j]!, least[j]! + pool.left / needs[j]!);
      }
    }
    worth.segments.forEach(({ size: sizes, members }, s) => {
      const own = segments[s]!;
      own.size = sizes[i]!;
      let [low, high] = [0, 0];
      for (const { channel, people } of members) {
        own.people.fill(people[i]!, channel * periods, (channel + 1) * periods);
        for (let j = channel * periods; j < (channel + 1) * periods; j++) {
          low += people[i]! * least[j]!;
          high += people[i]! * room[j]!;
        }
      }
      own.least = low;
      own.worstKept = shareDistinct(high / own.size);
      own.bestKept = shareDistinct(low / own.size);
      sortFalling(own.order, perPerson);
    });
  }

  function fill(to: Float64Array, { rows, scale }: RowsByPeriod, c: number, i: number): void {
    for (let t = 0; t < periods; t++) to[c * periods + t] = scale[t] === 0 ? 0 : scale[t]! * rows[t]![i]!;
  }

  /** The least of the tangents looked at: what comes of each channel and period, and its slope by their effects. */
  function solve() {
    served.set(most);
    let nearest = Infinity;
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const value = tangent(served, steep, kept);
      serveBest(steep, next, charged);
      const gain = along(steep);
      if (value + gain < nearest) {
        nearest = value + gain;
        for (let j = 0; j < size; j++) {
          cell[j] = served[j]! * kept[j]! + steep[j]! * (next[j]! - served[j]!);
          slope[j] = Math.max(0, steep[j]! - charged[j]!);
          floorSlope[j] = Math.min(0, steep[j]!);
        }
      }
      if (Math.abs(gain) <= NEAR * Math.abs(value)) break;
      // Beyond what supplies can serve, any step leads back; else it is as long as the figure rises along it.
      const share = gain < 0 ? 1 : lengthOfStep(gain);
      for (let j = 0; j < size; j++) served[j] = served[j]! + share * (next[j]! - served[j]!);
    }
    return { cell, slope, floorSlope };
  }

  /** The share of the way to `next` after which the slope along it is gone, if it falls evenly. */
  function lengthOfStep(gain: number): number {
    tangent(next, far, farKept);
    const ahead = along(far);
    return ahead >= 0 ? 1 : gain / (gain - ahead);
  }

  function along(slopes: Float64Array): number {
    let sum = 0;
    for (let j = 0; j < size; j++) sum += slopes[j]! * (next[j]! - served[j]!);
    return sum;
  }

  /** Takes off what is there in any case: as little of it as can be served, where that counts, and as many of it as can stay, where it costs. */
  function without(own: Table, c: number, i: number): void {
    for (let t = 0; t < periods; t++) {
      const j = c * periods + t;
      const there = own[t]![i]!;
      if (there === 0) continue;
      const isScarce = inPool[j] === 1;
      const servedLeast = isScarce ? least[j]! / all[j]! : 1;
      const servedMost = isScarce ? Math.min(1, room[j]! / Math.max(there, box.least[c]![t * count + i]!)) : 1;
      let off = plain[j]! * (plain[j]! > 0 ? servedLeast : servedMost);
      for (const { people, worstKept, bestKept } of segments) {
        const worthOfAll = people[j]! * perPerson[j]!;
        off += worthOfAll * (worthOfAll > 0 ? servedLeast * worstKept : servedMost * bestKept);
      }
      cell[j] = cell[j]! - off * there;
    }
  }
}
