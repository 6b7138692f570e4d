import type { LinearLimit, Model } from '../../domain.ts';
import { tightened } from '../branch/tighten.ts';
import { piecesOf } from '../pieces.ts';
import type { SpendProgram } from '../spend-program.ts';
import { decidesUse, type Task } from '../task.ts';

/** Spend that rises and falls together: an amount by itself, or the periods of a channel under a pattern. */
export interface Level {
  readonly channel: number;
  /** Columns of spend with what each gets per unit of the level. */
  readonly shares: readonly (readonly [column: number, share: number])[];
  /** Where it is used at all. */
  readonly from: number;
  readonly to: number;
  /** Whether it may also be nothing, and what that saves has to be decided. */
  readonly mayBeNothing: boolean;
}

/** least <= Σ coefficients · levels <= most. */
export interface LevelRow {
  readonly coefficients: Float64Array;
  readonly least: number;
  readonly most: number;
}

/** A plan as a few levels on top of what is fixed. */
export interface Levels {
  /** Spend by column with all levels at 0. */
  readonly fixed: Float64Array;
  readonly levels: readonly Level[];
  readonly rows: readonly LevelRow[];
}

/**
 * The plan as levels such that each draw of a figure is a sum of functions of one level each; undefined where it is not, or where it takes
 * more levels than `most`.
 */
export function levelsOf(task: Task, most: number): Levels | undefined {
  const { linear, model, leastIfUsed } = task;
  const bounds = tightened(linear.rows, model.periods, linear, leastIfUsed);
  if (bounds === undefined) return undefined;
  const { lower, upper } = bounds;
  const isFixed = (k: number) => lower[k] === upper[k];
  const links = linksOf(linear);
  const members = new Map<number, [number, number][]>();
  lower.forEach((_, k) => {
    const { leader, share } = links.get(k) ?? { leader: k, share: 1 };
    if (isFixed(k)) return;
    members.set(leader, [...(members.get(leader) ?? []), [k, share]]);
  });
  if (members.size > most) return undefined;
  const levels = [...members.values()].map((shares): Level => {
    const channel = Math.floor(shares[0]![0] / model.periods);
    const least = Math.max(...shares.map(([k, share]) => Math.max(lower[k]!, leastIfUsed[k]!) / share));
    return {
      channel,
      shares,
      from: least,
      to: Math.min(...shares.map(([k, share]) => upper[k]! / share)),
      mayBeNothing: shares.every(([k]) => lower[k] === 0) && (least > 0 || decidesUse(task, channel)),
    };
  });
  const fixed = lower.map((least, k) => (isFixed(k) ? least : 0));
  const isApart = addsUp(model, levels) && levels.every((level) => isUsedAlone(task, level, levels, fixed));
  if (!isApart || levels.some(({ from, to }) => !(from <= to))) return undefined;
  return { fixed, levels, rows: linear.rows.map((row) => rowOf(row, model, levels, fixed)) };
}

/** Spend by column with one level at so much and all others at nothing. */
export function spendAt({ fixed }: Pick<Levels, 'fixed'>, { shares }: Level, at: number): Float64Array {
  const spend = fixed.slice();
  for (const [k, share] of shares) spend[k] = at * share;
  return spend;
}

/** Spend by column with all levels at so much. */
export function spendOfLevels({ fixed, levels }: Pick<Levels, 'fixed' | 'levels'>, at: Float64Array): Float64Array {
  const spend = fixed.slice();
  levels.forEach(({ shares }, l) => {
    for (const [k, share] of shares) spend[k] = at[l]! * share;
  });
  return spend;
}

/** Whether no more channels are used than may be, by which levels are. */
export function mayBeUsed({ mostUsed }: Task, { levels }: Pick<Levels, 'levels'>) {
  return (used: readonly boolean[]): boolean =>
    mostUsed.every(
      ({ channels, most }) => levels.filter(({ channel }, l) => used[l]! && channels.includes(channel)).length <= most,
    );
}

/** Columns that are so many times another one, by rows that say so. */
function linksOf({
  rows,
  periods,
}: SpendProgram): ReadonlyMap<number, { readonly leader: number; readonly share: number }> {
  const links = new Map<number, { leader: number; share: number }>();
  const leaders = new Set<number>();
  for (const { terms, least, most } of rows) {
    const [one, other] = terms;
    if (terms.length !== 2 || least !== 0 || most !== 0 || one!.channel !== other!.channel) continue;
    const share = -other!.coefficient / one!.coefficient;
    const [k, leader] = [one!, other!].map(({ channel, period }) => channel * periods + period) as [number, number];
    if (!(share > 0) || links.has(k) || leaders.has(k) || links.has(leader)) continue;
    links.set(k, { leader, share });
    leaders.add(leader);
  }
  return links;
}

/** Whether no part of a figure depends on two levels. */
function addsUp(model: Model, levels: readonly Level[]): boolean {
  const { ofColumn } = piecesOf(model);
  const levelOf = new Map<number, number>();
  return levels.every(({ shares }, own) =>
    shares.every(([k]) => {
      const other = levelOf.get(ofColumn[k]!) ?? own;
      levelOf.set(ofColumn[k]!, own);
      return other === own;
    }),
  );
}

/** Whether it depends on this level alone if its channel is used, or that matters to nobody. */
function isUsedAlone(task: Task, { channel }: Level, levels: readonly Level[], fixed: Float64Array): boolean {
  if (!decidesUse(task, channel)) return true;
  const { periods } = task.model;
  const others = fixed.subarray(channel * periods, (channel + 1) * periods).some((amount) => amount > 0);
  return others || levels.filter((level) => level.channel === channel).length === 1;
}

function rowOf(
  { terms, least, most }: LinearLimit,
  { periods }: Model,
  levels: readonly Level[],
  fixed: Float64Array,
): LevelRow {
  const byColumn = new Float64Array(fixed.length);
  let known = 0;
  for (const { channel, period, coefficient } of terms) {
    const k = channel * periods + period;
    byColumn[k] = byColumn[k]! + coefficient;
    known += coefficient * fixed[k]!;
  }
  return {
    coefficients: Float64Array.from(levels, ({ shares }) =>
      shares.reduce((sum, [k, share]) => sum + share * byColumn[k]!, 0),
    ),
    least: (least ?? -Infinity) - known,
    most: (most ?? Infinity) - known,
  };
}
