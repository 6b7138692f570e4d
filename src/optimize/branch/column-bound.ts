/** What functions of one amount lie nowhere above within an interval: the least of several lines each. */
export interface BoundedInterval {
  readonly from: number;
  readonly to: number;
  /** By function: one for each way of weighing draws. */
  readonly lines: readonly (readonly Line[])[];
  /** Whether lines alone do not bring the bound near the functions: the interval has to be divided for that. */
  readonly bent: boolean;
}

/** `value + slope · (x - at)`. */
export interface Line {
  readonly at: number;
  readonly value: number;
  readonly slope: number;
}

/** An upper bound of functions of one amount: intervals in order. Amounts in gaps between them are not allowed. */
export type ColumnBound = readonly BoundedInterval[];

/** An amount, and the bound of each function there. */
export interface Corner {
  readonly x: number;
  readonly heights: readonly number[];
}

/** The bound of a function at an amount; at a border the greater of both sides, as hulls have it; in a gap that of its lower end. */
export function heightAt(bound: ColumnBound, x: number, of: number): number {
  const k = intervalAt(bound, x, of);
  const { from, to, lines } = bound[k > 0 && x < bound[k]!.from ? k - 1 : k]!;
  return lowest(lines[of]!, Math.max(from, Math.min(to, x)));
}

/** Whether an amount lies in a gap. */
export function isInGap(bound: ColumnBound, x: number): boolean {
  return x < bound[intervalAt(bound, x, 0)]!.from;
}

/** Index of the interval that an amount lies in; at a border of the one in which the bound of a function is greater. */
export function intervalAt(bound: ColumnBound, x: number, of: number): number {
  const first = Math.max(
    0,
    bound.findIndex(({ to }) => x <= to),
  );
  const next = bound[first + 1];
  return next?.from === x && lowest(next.lines[of]!, x) > lowest(bound[first]!.lines[of]!, x) ? first + 1 : first;
}

/** The bound with a line more of functions in one of its intervals, which must lie above the function there. */
export function withLines(
  bound: ColumnBound,
  k: number,
  added: readonly (Line | undefined)[],
  bent: boolean,
): ColumnBound {
  const lines = bound[k]!.lines.map((own, of) => {
    const line = added[of];
    return line === undefined ? own : [...own, line];
  });
  return bound.with(k, { ...bound[k]!, lines, bent });
}

/** The bound with one of its intervals cut in two; lines hold in both. */
export function cutAt(bound: ColumnBound, k: number, x: number): ColumnBound {
  const whole = bound[k]!;
  return bound.toSpliced(k, 1, { ...whole, to: x, bent: false }, { ...whole, from: x, bent: false });
}

/** All corners of the bounds in an interval, its ends included, in order. */
export function cornersOf({ from, to, lines }: BoundedInterval): readonly Corner[] {
  const all = lines.flatMap((own) => turnsOf(own, from, to)).toSorted((a, b) => a - b);
  const corners: Corner[] = [];
  for (const x of [from, ...all, ...(to > from ? [to] : [])]) {
    if (x !== corners.at(-1)?.x) corners.push({ x, heights: lines.map((own) => lowest(own, x)) });
  }
  return corners;
}

/** Where another one of several lines becomes the least, strictly between two amounts. */
function turnsOf(lines: readonly Line[], from: number, to: number): readonly number[] {
  const turns: number[] = [];
  let now = lines.reduce((best, line) => {
    const [a, b] = [heightOf(line, from), heightOf(best, from)];
    return a < b || (a === b && line.slope < best.slope) ? line : best;
  });
  for (let x = from; ;) {
    let next: { readonly line: Line; readonly x: number } | undefined;
    for (const line of lines) {
      if (line.slope >= now.slope) continue;
      const crossing = x + (heightOf(line, x) - heightOf(now, x)) / (now.slope - line.slope);
      if (crossing < to && (next === undefined || crossing < next.x)) next = { line, x: Math.max(x, crossing) };
    }
    if (next === undefined) return turns;
    if (next.x > from) turns.push(next.x);
    ({ line: now, x } = next);
  }
}

function lowest(lines: readonly Line[], x: number): number {
  return lines.reduce((least, line) => Math.min(least, heightOf(line, x)), Infinity);
}

function heightOf({ at, value, slope }: Line, x: number): number {
  return value + slope * (x - at);
}
