import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_DRAWN, ROW_HEIGHT, rowsInView, viewOf } from '../../web/table/rows-in-view.ts';

const rowsOf = (drawn: ReturnType<typeof rowsInView>) => drawn.flatMap((part) => ('row' in part ? [part.row] : []));
const height = (drawn: ReturnType<typeof rowsInView>) =>
  drawn.reduce((sum, part) => sum + ('row' in part ? 1 : part.gap), 0);

describe('rows in view', () => {
  it('are all rows of a short table', () => {
    expect(rowsOf(rowsInView({ first: 3, last: 5 }, 0, MOST_DRAWN))).toHaveLength(MOST_DRAWN);
  });

  it('are those between two heights, with some beyond, and gaps for the others', () => {
    // Rows 40 to 50 of 100: eight more on either side, in steps of eight.
    const view = viewOf(40 * ROW_HEIGHT, 50 * ROW_HEIGHT, 100);
    expect(view).toEqual({ first: 32, last: 64 });
    expect(rowsInView(view, 45, 100).at(0)).toEqual({ gap: 32 });
    expect(rowsInView(view, 45, 100).at(-1)).toEqual({ gap: 35 });
  });

  it('hold the row in focus wherever it is', () => {
    expect(rowsInView({ first: 0, last: 1 }, 99, 100)).toEqual([{ row: 0 }, { row: 1 }, { gap: 97 }, { row: 99 }]);
  });

  it('are each drawn once, in order, and leave the height of the table as it is', () => {
    const place = fc.integer({ min: 0, max: 400 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), place, place, place, (count, a, b, focus) => {
        const view = viewOf(Math.min(a, b) * ROW_HEIGHT, Math.max(a, b) * ROW_HEIGHT, count);
        const drawn = rowsInView(view, focus, count);
        const rows = rowsOf(drawn);
        expect(height(drawn)).toBe(count);
        expect(rows).toEqual([...new Set(rows)].toSorted((x, y) => x - y));
        expect(rows.every((row) => row < count)).toBe(true);
        const inSight = Array.from({ length: Math.abs(a - b) }, (_, k) => Math.min(a, b) + k);
        expect(inSight.filter((row) => row < count && !rows.includes(row))).toEqual([]);
      }),
      { seed: 52, numRuns: 200 },
    );
  });
});
