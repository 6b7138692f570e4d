/** A table that is the same but for this share of its values counts as concave: exports in single precision are. */
const ROUNDING = 1e-6;

export interface ConcaveHull {
  /** Corners of the least concave curve that is nowhere below the table, from [0, 0] or the table's value at 0. */
  readonly points: readonly (readonly [number, number])[];
  /** By how much points of the table were raised at most, as a share of the raised value. */
  readonly raised: number;
}

/**
 * The least concave majorant of a table of [spend, response], which starts at [0, 0] if not at spend 0.
 *
 * @param points  by increasing spend; columns past the second are not looked at
 */
export function concaveHull(points: readonly (readonly number[])[]): ConcaveHull {
  const table = fromZero(points);
  const corners = upperCorners(table);
  return { points: corners, raised: largestRaise(table, corners) };
}

/** The table of [spend, response] with the origin before it, unless it starts at spend 0 itself. */
export function fromZero(points: readonly (readonly number[])[]): readonly (readonly [number, number])[] {
  const table = points.map(([spend, response]) => [spend!, response!] as const);
  return table[0]![0] > 0 ? [[0, 0], ...table] : table;
}

/** How a table from spend 0 bends, up to `ROUNDING`: concave, first convex and then concave, or neither. */
export function bendOf(table: readonly (readonly [number, number])[]): 'concave' | 'S-shaped' | 'other' {
  if (isConcave(table)) return 'concave';
  // A start of a convex start is convex: halve the interval to its end, then ask whether the rest is concave.
  let convexTo = 1;
  let bentBy = table.length;
  while (bentBy - convexTo > 1) {
    const middle = (convexTo + bentBy) >> 1;
    if (isConvex(table.slice(0, middle + 1))) convexTo = middle;
    else bentBy = middle;
  }
  return isConcave(table.slice(convexTo)) ? 'S-shaped' : 'other';
}

/** The spend from which on a table is concave to its end, up to `ROUNDING`. */
export function concaveFrom(table: readonly (readonly [number, number])[]): number {
  // An end of a concave end is concave.
  let bentFrom = -1;
  let concave = table.length - 1;
  while (concave - bentFrom > 1) {
    const middle = (bentFrom + concave) >> 1;
    if (isConcave(table.slice(middle))) concave = middle;
    else bentFrom = middle;
  }
  return table[concave]![0];
}

function isConcave(table: readonly (readonly [number, number])[]): boolean {
  return largestRaise(table, upperCorners(table)) <= ROUNDING;
}

function isConvex(table: readonly (readonly [number, number])[]): boolean {
  return isConcave(table.map(([spend, response]) => [spend, -response] as const));
}

/** Corners of the least concave curve above a table, from its first point to its last: Andrew's monotone chain. */
export function upperCorners(table: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  const corners: (readonly [number, number])[] = [];
  for (const point of table) {
    // Drop the last corner while it is not above the line past it.
    while (corners.length >= 2 && !isAbove(corners.at(-1)!, corners.at(-2)!, point)) corners.pop();
    corners.push(point);
  }
  return corners;
}

function isAbove(
  middle: readonly [number, number],
  left: readonly [number, number],
  right: readonly [number, number],
): boolean {
  return (middle[1] - left[1]) * (right[0] - middle[0]) > (right[1] - middle[1]) * (middle[0] - left[0]);
}

function largestRaise(
  table: readonly (readonly [number, number])[],
  corners: readonly (readonly [number, number])[],
): number {
  let largest = 0;
  let corner = 0;
  for (const [spend, response] of table) {
    if (corner + 1 < corners.length - 1 && spend >= corners[corner + 1]![0]) corner++;
    const [x0, y0] = corners[corner]!;
    const [x1, y1] = corners[corner + 1] ?? corners[corner]!;
    if (spend === x0 || spend === x1) continue;
    const raised = y0 + ((y1 - y0) * (spend - x0)) / (x1 - x0);
    largest = Math.max(largest, (raised - response) / Math.max(Math.abs(raised), Math.abs(response)));
  }
  return largest;
}
