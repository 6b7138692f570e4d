/** Which rows of a long table are drawn: those in view, the one in focus, and gaps in the place of the others. */

/** With more rows than this only some are drawn. */
export const MOST_DRAWN = 60;

/** Pixels; as in the style sheet, for rows of long tables. */
export const ROW_HEIGHT = 53;

/** Rows beyond both edges, so that a turn of the wheel meets drawn ones. */
const BEYOND = 8;

export interface View {
  /** First and last row, from 0. */
  readonly first: number;
  readonly last: number;
}

/** A row by its place, or as many rows as are left out. */
export type Drawn = { readonly row: number } | { readonly gap: number };

/**
 * The rows between two heights of the table's body, and some more; in steps, so that scrolling a little changes nothing.
 *
 * @param top, bottom  pixels from the first row
 */
export function viewOf(top: number, bottom: number, count: number): View {
  const first = Math.floor(top / ROW_HEIGHT / BEYOND) * BEYOND - BEYOND;
  const last = Math.ceil(bottom / ROW_HEIGHT / BEYOND) * BEYOND + BEYOND;
  return { first: Math.max(0, Math.min(first, count - 1)), last: Math.min(count - 1, last) };
}

/** All rows in order, those that are not drawn put together. The row in focus is drawn wherever it is. */
export function rowsInView({ first, last }: View, focus: number, count: number): readonly Drawn[] {
  const drawn = count <= MOST_DRAWN ? range(0, count - 1) : range(first, Math.min(last, count - 1));
  const isBeyond = focus >= 0 && focus < count && !drawn.includes(focus);
  const rows = isBeyond ? [...drawn, focus].sort((a, b) => a - b) : drawn;
  const withGaps = rows.flatMap((row, k): Drawn[] => {
    const gap = row - (rows[k - 1] ?? -1) - 1;
    return gap === 0 ? [{ row }] : [{ gap }, { row }];
  });
  const rest = count - 1 - (rows.at(-1) ?? -1);
  return rest === 0 ? withGaps : [...withGaps, { gap: rest }];
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, k) => from + k);
}
