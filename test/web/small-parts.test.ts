import fc from 'fast-check';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { USUAL_TOLERANCE } from '../../src/optimize/usual-tolerance.ts';
import type { RunProgress } from '../../src/runs/progress.ts';
import { placesOf } from '../../src/scenario/text/place.ts';
import { enPage } from '../../web/languages/en-page.ts';
import { percentAtMost } from '../../src/report/numbers/at-most.ts';
import { Table } from '../../web/parts/table.tsx';
import { onward, shareDone, type Headway } from '../../src/runs/headway.ts';
import { progressText } from '../../web/run/progress-text.ts';
import { offsetOf } from '../../web/scenario/move-cursor.ts';

const repeatable = { seed: 1, numRuns: 500 };

describe('the place of an issue', () => {
  it('leads back to the character it was found at', () => {
    const texts = fc.string({ unit: fc.constantFrom('a', '值', '\n', ' ', '\u{1f600}') });
    fc.assert(
      fc.property(texts, fc.nat(), (text, nat) => {
        const at = nat % (text.length + 1);
        const { line, column } = placesOf(text)(at);
        expect(offsetOf(text, line, column)).toBe(at);
      }),
      repeatable,
    );
  });

  it('beyond the text is its end, beyond a line the end of the line', () => {
    expect(offsetOf('ab\ncd', 9, 1)).toBe(5);
    expect(offsetOf('ab\ncd', 1, 9)).toBe(2);
  });
});

describe('a gap as text', () => {
  it('has two digits, rounded up', () => {
    expect([0.41, 0.0123, 0.000093, 0.0001, 1e-9].map(percentAtMost)).toEqual(
      ['41 %', '1.3 %', '0.0093 %', '0.01 %', '0.0001 %'].map((text) => text.replace(' ', '\u00a0')),
    );
  });

  it('never promises more than was proven', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-12, max: 1, noNaN: true }), (gap) => {
        expect(Number.parseFloat(percentAtMost(gap)) / 100).toBeGreaterThanOrEqual(gap * (1 - 1e-9));
      }),
      repeatable,
    );
  });
});

describe('the progress of a run', () => {
  it('of a search counts the powers by which the gap has closed, on the way to 0.05 %', () => {
    const search = (gap: number, tolerance?: number) =>
      shareDone({ phase: 'search', iteration: 1, value: 0, bound: 0, gap }, tolerance);
    // Two powers of ten of four; a third and a half of the fourth.
    expect([0.01, 0.00055].map((gap) => search(gap, 1e-4))).toEqual(
      [0.5, 3.5 / 4].map((share) => expect.closeTo(share, 12)),
    );
    expect([Infinity, 7, 1, USUAL_TOLERANCE, 1e-9, 0].map((gap) => search(gap))).toEqual([0, 0, 0, 1, 1, 1]);
    expect(search(1.01 * USUAL_TOLERANCE)).toBeLessThan(1);
    // No gap at all may be asked for through the library.
    expect(search(0.5, 0)).toBeLessThan(0.1);
    expect(search(0, 0)).toBe(1);
  });

  it('of the judging is the share of chunks that are done', () => {
    expect(shareDone({ phase: 'judge', done: 3, total: 12 })).toBe(0.25);
  });
});

describe('a run of several searches', () => {
  const search = (iteration: number, gap: number, value = 1): RunProgress => ({
    phase: 'search',
    iteration,
    value,
    bound: 2,
    gap,
  });
  const judge = (done: number): RunProgress => ({ phase: 'judge', done, total: 12 });

  it('goes forward from one to the next: to the half, by quarters of the rest, and by most of it where it judges', () => {
    const signs = [search(1, 0.01), search(2, 1e-4), search(1, Infinity, -Infinity), search(9, 1e-4)];
    const shares: number[] = [];
    let headway: Headway | undefined;
    for (const sign of [...signs, judge(3), judge(12), judge(0)]) {
      headway = onward(headway, sign, 1e-4);
      shares.push(headway.share);
    }
    // 5/8 is 1/2 and a quarter of the rest; judging takes nine tenths of the three eighths that are left.
    const expected = [1 / 4, 1 / 2, 1 / 2, 5 / 8, 5 / 8 + (3 / 8) * 0.9 * 0.25, 5 / 8 + (3 / 8) * 0.9];
    [...expected, expected.at(-1)!].forEach((share, k) => expect(shares[k]).toBeCloseTo(share, 12));
  });

  it('never says that there is no plan once there was one', () => {
    const words = enPage.run;
    const none = onward(undefined, search(1, Infinity, -Infinity));
    const [found, next] = [
      onward(none, search(2, 0.5)),
      onward(onward(none, search(2, 0.5)), search(1, Infinity, -Infinity)),
    ];
    expect([none, found, next].map((headway) => progressText(headway, words))).toEqual([
      'Searching: no plan yet',
      expect.stringContaining('of the best'),
      'Searching for the best plan…',
    ]);
  });
});

describe('the caption of a table', () => {
  it('keeps dates in one piece, and its words as they are', () => {
    const caption = 'Media spend in EUR over 12 weeks from 2027-03-01';
    const table = renderToString(h(Table, { caption, columns: [], rows: [] }));
    expect(table).toContain('from <span class="date">2027-03-01</span></caption>');
    expect(table.replaceAll(/<[^>]+>/g, '')).toBe(caption);
  });
});
