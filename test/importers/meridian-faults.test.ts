import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ScenarioError } from '../../src/errors.ts';
import { meridian } from '../../src/importers/meridian.ts';
import { workOf } from '../support/work-of.ts';
import { reportOf, rowsOf, type CurveRow } from './report.ts';

const FILE = new URL('../fixtures/meridian/optimization_output_fixed_budget.html', import.meta.url);
const real = readFileSync(FILE, 'utf8');

/** What is said about a file that cannot be used. */
function said(text: string): string {
  try {
    meridian.convert(text, { file: 'report.html' });
  } catch (error) {
    if (error instanceof ScenarioError) return error.message;
    throw error;
  }
  return 'nothing';
}

/** A report whose curve has one cell changed. */
function withCell(row: number, change: Partial<CurveRow>): string {
  return reportOf(rowsOf('a').map((cells, place) => (place === row ? { ...cells, ...change } : cells)));
}

describe('files that are no report', () => {
  it.each([
    ['', 'report.html: is not a page of HTML'],
    ['apportion: 1\nname: x\n', 'report.html: is not a page of HTML'],
    ['<!doctype html><html><body>Hello</body></html>', 'no picture of the report holds response curves'],
    ['<html><script>JSON.parse(text)</script></html>', 'no picture of the report holds response curves'],
    ['<html><script>JSON.parse("{\\"a\\": ")</script></html>', 'picture 1 of the report cannot be read'],
    ['<html><script>JSON.parse("\\x41")</script></html>', 'picture 1 of the report cannot be read'],
    ['<html><script>JSON.parse("[1, 2]")</script></html>', 'no picture of the report holds response curves'],
  ])('%j is refused', (text, message) => {
    expect(said(text)).toContain(message);
  });

  it('is refused for its size before it is looked at', () => {
    const html = `<html>${' '.repeat(20_000_000)}`;
    const read = () => expect(said(html)).toContain('may have 20,000,000 characters');
    expect(workOf(read, 1000)).toBeLessThanOrEqual(1000);
  });

  it('asks for the right report when it is given that of the model', () => {
    // The columns that Meridian's model report has for its response curves.
    const rows = [{ channel: 'a', spend: 1, mean: 1, ci_lo: 1, ci_hi: 1, spend_multiplier: 1, current_spend: null }];
    const message = said(reportOf(rows));
    expect(message).toContain('have no `spend_level`, `lower_bound`, `upper_bound`');
    expect(message).toContain("Take the report of Meridian's budget optimization");
  });
});

describe('damaged reports', () => {
  it('cut off anywhere are refused as such', () => {
    for (let part = 1; part < 100; part += 1) {
      const text = real.slice(0, Math.floor((real.length * part) / 100));
      expect(said(text)).toContain('the report is cut off');
    }
    expect(said(real.slice(0, 500))).toContain('is not a page of HTML'); // still in the licence at its head
  });

  it.each([
    [{ spend: null }, 'row 3 of the response curves: `spend` must be a number'],
    [{ spend: '1e3' }, 'row 3 of the response curves: `spend` must be a number'],
    [{ spend: -1 }, '`spend` must be 0 or more, got -1'],
    [{ mean: 2e12 }, '`mean` must be 1000000000000 or less'],
    [{ spend_multiplier: 'x' }, '`spend_multiplier` must be a number'],
    [{ channel: 7 }, '`channel` must be a name'],
    [{ channel: ' ' }, '`channel` must be a name'],
    [{ upper_bound: null }, '`upper_bound` must be a number'],
  ])('a cell %j is named', (change, message) => {
    expect(said(withCell(2, change))).toContain(message);
  });

  it('numbers too large for a computer are named', () => {
    expect(said(reportOf(rowsOf('a')).replace(/"mean\\": 100,/, '"mean\\": 1e999,'))).toContain(
      '`mean` must be a number',
    );
  });

  it('name the channel that has no curve, or not both plans', () => {
    const points = (count: number) => rowsOf('a').filter((row, place) => row.spend_level !== null || place <= count);
    expect(said(reportOf(points(1)))).toContain('channel "a" must have a curve of 2 or more points');
    expect(said(reportOf(points(2)))).toBe('nothing');
    const both = 'channel "a" must have one row each for `Non-optimized spend` and `Optimized spend`';
    expect(said(reportOf(rowsOf('a').slice(1)))).toContain(both);
    expect(said(reportOf([...rowsOf('a'), rowsOf('a')[0]]))).toContain(both);
  });

  it('name bounds in the wrong order', () => {
    expect(said(reportOf(rowsOf('a', { lower_bound: 2 })))).toContain('must have bounds in order');
  });

  it('tell all that is wrong, up to ten rows', () => {
    const rows = rowsOf('a')
      .concat(rowsOf('b'))
      .map((row) => ({ ...row, spend: 'x' }));
    expect(said(reportOf(rows)).split('\n').length).toBe(10);
  });
});

describe('hostile reports', () => {
  it('are not run', () => {
    const html = reportOf(rowsOf('a')).replace('<body>', '<body><script>globalThis.wasRun = true</script>');
    expect(said(html)).toBe('nothing');
    expect('wasRun' in globalThis).toBe(false);
  });

  it('cannot reach the prototypes of objects', () => {
    const html = reportOf(rowsOf('a')).replace(
      '{\\n  \\"datasets',
      '{\\n  \\"__proto__\\": {\\"seen\\": 1},\\n  \\"datasets',
    );
    expect(html).toContain('__proto__');
    expect(said(html)).toBe('nothing');
    expect('seen' in {}).toBe(false);
  });

  it.each([
    ['many channels', () => reportOf(Array.from({ length: 201 }, (_, i) => rowsOf(`c${i}`)).flat()), /200 channels/],
    ['many points', () => reportOf(manyPoints(1000)), /998 points or fewer/],
    ['open brackets', () => `<html>JSON.parse("${'['.repeat(1_000_000)}")</html>`, /cannot be read/],
    ['open quotes', () => `<html>${'JSON.parse("'.repeat(200_000)}</html>`, /cannot be read/],
    ['backslashes', () => `<html>JSON.parse("${'\\'.repeat(5_000_001)}</html>`, /cannot be read/],
  ])('with %s end in a message soon', (_what, make, message) => {
    const html = make();
    expect(workOf(() => expect(said(html)).toMatch(message), 2000)).toBeLessThanOrEqual(2000);
  });
});

function manyPoints(count: number): readonly CurveRow[] {
  const [today, , point] = rowsOf('a');
  const grid = Array.from({ length: count }, (_, i) => ({ ...point!, spend: i, mean: i, spend_multiplier: i / 100 }));
  return [today!, ...grid, rowsOf('a').at(-1)!];
}
