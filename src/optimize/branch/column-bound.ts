/** What a function of one amount lies nowhere above within an interval: the least of several lines. */
export interface BoundedInterval {
  readonly from: number;
  readonly to: number;
  readonly lines: readonly Line[];
  /** Whether lines alone do not bring the bound near the function: the interval has to be divided for that. */
  readonly bent: boolean;
}

/** `value + slope · (x - at)`. */
export interface Line {
  readonly at: number;
  readonly value: number;
  readonly slope: number;
}

/** An upper bound of a function of one amount: intervals in order. Amounts in gaps between them are not allowed. */
export type ColumnBound = readonly BoundedInterval[];

export type Corner = readonly [x: number, height: number];

/** The bound at an amount; at a border the greater of both sides, as hulls have it; in a gap that of its lower end. */
export function heightAt(bound: ColumnBound, x: number): number {
  const k = intervalAt(bound, x);
  const { from, to, lines } = bound[k > 0 && x < bound[k]!.from ? k - 1 : k]!;
  return lowest(lines, Math.max(from, Math.min(to, x)));
}

/** Whether an amount lies in a gap. */
export function isInGap(bound: ColumnBound, x: number): boolean {
  return x < bound[intervalAt(bound, x)]!.from;
}

/** Index of the interval that an amount lies in; at a border of the one in which the bound is greater. */
export function intervalAt(bound: ColumnBound, x: number): number {
  const first = Math.max(
    0,
    bound.findIndex(({ to }) => x <= to),
  );
  const next = bound[first + 1];
  return next?.from === x && lowest(next.lines, x) > lowest(bound[first]!.lines, x) ? first + 1 : first;
}

/** The bound with a line more in one of its intervals, which must lie above the function there. */
export function withLine(bound: ColumnBound, k: number, line: Line, bent: boolean): ColumnBound {
  return bound.with(k, { ...bound[k]!, lines: [...bound[k]!.lines, line], bent });
}

/** The bound with one of its intervals cut in two; lines hold in both. */
export function cutAt(bound: ColumnBound, k: number, x: number): ColumnBound {
  const whole = bound[k]!;
  return bound.toSpliced(k, 1, { ...whole, to: x, bent: false }, { ...whole, from: x, bent: false });
}

/** Corners of the least concave function that is nowhere below the bound between two amounts. */
export function hullOf(bound: ColumnBound, lower: number, upper: number): readonly Corner[] {
  const hull: Corner[] = [];
  for (const { from, to, lines } of bound) {
    if (to < lower || from > upper) continue;
    for (const corner of cornersOf(lines, Math.max(from, lower), Math.min(to, upper))) {
      if (hull.at(-1)?.[0] === corner[0]) {
        if (hull.at(-1)![1] >= corner[1]) continue;
        hull.pop();
      }
      while (hull.length > 1 && !turnsDown(hull.at(-2)!, hull.at(-1)!, corner)) hull.pop();
      hull.push(corner);
    }
  }
  return hull;
}

/** Where the least of several lines has its corners, ends included. */
function cornersOf(lines: readonly Line[], from: number, to: number): readonly Corner[] {
  const corners: Corner[] = [[from, lowest(lines, from)]];
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
    if (next === undefined) break;
    corners.push([next.x, lowest(lines, next.x)]);
    ({ line: now, x } = next);
  }
  if (to > from) corners.push([to, lowest(lines, to)]);
  return corners;
}

function lowest(lines: readonly Line[], x: number): number {
  return lines.reduce((least, line) => Math.min(least, heightOf(line, x)), Infinity);
}

function heightOf({ at, value, slope }: Line, x: number): number {
  return value + slope * (x - at);
}

/** Whether a path over three corners bends down at the second. */
function turnsDown([x0, y0]: Corner, [x1, y1]: Corner, [x2, y2]: Corner): boolean {
  return (y1 - y0) * (x2 - x1) > (y2 - y1) * (x1 - x0);
}
