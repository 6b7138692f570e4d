import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lookInto } from '../../src/scenario/read.ts';
import { outlineOf } from '../../web/engine/outline.ts';
import { scaleOf, shapeOf } from '../../web/engine/shapes.ts';
import { currencyOfCell } from '../../web/table/currency-of-cell.ts';
import { cellEdit, shownColumns } from '../../web/table/grid-model.ts';
import type { Row, Section } from '../../web/table/outline.ts';
import { pageOf } from '../../web/table/pages.ts';
import { nameOfNew, newRow } from '../../web/table/templates.ts';
import { editText } from '../../web/text/edit.ts';
import { small } from '../e2e/texts.ts';

const FOLDER = resolve(import.meta.dirname, '../../scenarios');
const examples = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => readFileSync(resolve(FOLDER, name), 'utf8'));
/** Those that guides show have what examples lack: what a pilot brought, and a scorecard. */
const shown = ['pilots', 'screen'].map((guide) => {
  const page = readFileSync(resolve(FOLDER, `../docs/${guide}.md`), 'utf8');
  return /(?<=^```yaml\n)[\s\S]*?(?=^```$)/m.exec(page)![0];
});

const sectionsOf = (text: string) => outlineOf(text, lookInto(text))!.sections;
const section = (text: string, name: string): Section => sectionsOf(text).find((one) => one.name === name)!;
const row = (text: string, name: string, key: string | number): Row =>
  section(text, name).rows.find((one) => one.key === key)!;

describe('a scenario as tables', () => {
  it('has a cell for every value of every example, and of those that guides show', () => {
    for (const text of [...examples, ...shown]) {
      const cells = sectionsOf(text).flatMap(({ rows }) =>
        rows.flatMap((one) => Object.values(one.cells).filter((cell) => cell.text !== '')),
      );
      expect(cells.length).toBe(valuesIn(lookInto(text).inside!.content));
      expect(cells.filter(({ fault, follows, isForeign }) => fault ?? follows ?? isForeign)).toEqual([]);
    }
  });

  it('shows the name of a scenario first, and last what only people read', () => {
    const about = section(small.replace('currency:', 'notes: mine\ncurrency:'), '');
    const shown = shownColumns(about, []).map(({ path }) => path.join('.'));
    expect([shown[0], shown.at(-1)]).toEqual(['name', 'notes']);
    expect(shown).toContain('apportion');
  });

  it('shows limits that stand at the top of a file with the other limits', () => {
    const text = `${small}mostChannels: 1\npattern: [2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]\n`;
    const limits = section(text, 'limits');
    expect(shownColumns(limits, []).map(({ key }) => key)).toEqual(['mostChannels', 'pattern']);
    expect(limits.rows.map(({ cells }) => cells['mostChannels']!.text)).toEqual(['1']);
    expect(pageOf('limits')).toBe(pageOf('groups'));
    expect(section(text, '').columns.map(({ key }) => key)).not.toContain('pattern');
    const after = editText(text, [cellEdit(limits.rows[0]!, limits.columns[0]!, '2')]);
    expect(after).toBe(text.replace('mostChannels: 1', 'mostChannels: 2'));
  });

  it('says what was understood, and draws it on the scale of its column', () => {
    const { cells } = row(small, 'channels', 'search');
    expect(cells['price.cpc']!.text).toBe('0.8 to 1.2');
    expect(cells['price.cpc']!.words!['en']).toBe('90\u00a0% between 0.80 and 1.20 EUR, median 0.98 EUR, lognormal');
    expect(cells['price.cpc']!.words!['zh-CN']).toContain('对数正态分布');
    const other = row(small, 'channels', 'social').cells['price.cpc']!;
    expect(cells['price.cpc']!.shape!.at).toBeGreaterThan(other.shape!.at); // 0.98 and 0.67
  });

  it('says amounts in the currency that a channel is bought in, and offers a rate for another one', () => {
    const text = small
      .replace('  search:', '  search:\n    currency: USD')
      .replace('channels:', 'currencies: { USD: 0.9 }\nchannels:');
    expect(row(text, 'channels', 'search').cells['price.cpc']!.words!['en']).toContain('1.20 USD');
    const outline = { ...outlineOf(text, lookInto(text))!, repairs: [] };
    const rates = section(text, 'currencies');
    const name = nameOfNew(rates, outline, { newChannel: 'channel', newName: 'new' });
    expect(name).toBe('CNY');
    const after = editText(text, newRow(rates, outline, name, '').edits)!;
    expect(lookInto(after).issues).toEqual([]);
    // What is typed in the channel's price is in dollars, what is typed in its plan is not.
    const { columns, rows } = section(text, 'channels');
    const currencyOf = (key: string) =>
      currencyOfCell(
        outline,
        section(text, 'channels'),
        rows[0],
        columns.find((column) => column.key === key),
      );
    expect([currencyOf('price.cpc'), currencyOf('plan')]).toEqual(['USD', 'EUR']);
  });

  it('has the parameters of the curves that are used, and says where they do not go with the curve', () => {
    const text = small.replace('curve: exponential, scale: 40k to 90k', 'curve: hill, slope: 1 to 2');
    const { columns } = section(text, 'channels');
    const keys = columns.filter(({ used }) => used).map(({ key }) => key);
    expect(keys).toContain('response.slope');
    expect(keys).not.toContain('response.exponent');
    expect(row(text, 'channels', 'search').cells['response.scale']).toEqual({ text: '', isForeign: true });
    expect(row(text, 'channels', 'search').cells['response.halfSaturation']!.fault!.message).toBe('is missing');
    expect(columns.find(({ key }) => key === 'response.curve')!.options).toContain('michaelis-menten');
  });

  it('puts every mistake at its cell, with the edit that mends it', () => {
    const text = small.replace('cpc: 0.8 to 1.2', 'cpcc: 0.8 to 1.2').replace('3% to 5%', '30 to 50');
    const { cells, isWrong } = row(text, 'channels', 'search');
    expect(isWrong).toBe(true);
    const named = cells['price.cpcc']!.fault!.fix!;
    expect(named).toEqual({
      label: 'cpc',
      edit: { kind: 'rename', path: ['channels', 'search', 'price', 'cpcc'], name: 'cpc' },
    });
    const rate = cells['funnel.clickToCustomer']!.fault!.fix!;
    const mended = editText(text, [named.edit, rate.edit])!;
    expect(lookInto(mended).issues).toEqual([]);
    expect(mended).toContain('price: { cpc: 0.8 to 1.2 }');
  });

  it('tells a cell that follows from a mistake from the mistake', () => {
    const text = small
      .replace('channels:\n', 'assumptions: { market: wide, twice: = 2 * market }\nchannels:\n')
      .replace('0.8 to 1.2', '= twice / 2');
    expect(row(text, 'assumptions', 'market').cells['']!.fault).toBeDefined();
    expect(row(text, 'assumptions', 'twice').cells['']).toMatchObject({ follows: true });
    const cell = row(text, 'channels', 'search').cells['price.cpc']!;
    expect([cell.follows, cell.fault]).toEqual([true, undefined]);
  });

  it('knows no text that throws', () => {
    for (const text of [
      '',
      '[]',
      '1',
      'channels: 5',
      'channels: [1, 2]',
      'channels: { a: 1 }',
      'goal: []',
      'x: {y: [1',
    ]) {
      expect(() => outlineOf(text, lookInto(text))).not.toThrow();
    }
    const place = section('apportion: 1\nbudget: 5\nchannels: { a: 1 }\nfoo: 1\n', 'channels');
    expect(place.rows[0]!.cells['']!.fault!.message).toMatch(/must/);
  });
});

/** What stands in cells of its own: of lists only the entries of targets and correlations do. */
function valuesIn(value: unknown, path: readonly string[] = []): number {
  if (typeof value !== 'object' || value === null) return 1;
  if (Array.isArray(value) && !/^(?:targets|correlations)$/.test(path.join('.'))) return 1;
  if ('p5' in value) return 1; // a quantity in fields
  return Object.entries(value).reduce((sum, [name, inner]) => sum + valuesIn(inner, [...path, name]), 0);
}

describe('a shape', () => {
  const uniform = (low: number, high: number) =>
    ({ text: '', kind: 'uncertain', distribution: { family: 'uniform', parameters: { low, high } } }) as const;

  it('is flat for a uniform quantity over its part of the scale', () => {
    const scale = { low: 0, high: 24, isLog: false };
    const { bars, at } = shapeOf(uniform(6, 12), scale)!;
    expect(bars).toEqual(Array.from({ length: 24 }, (_, k) => (k >= 6 && k < 12 ? 1 : 0)));
    expect(at).toBeCloseTo(9 / 24, 10);
  });

  it('lies on a scale of factors where the numbers of a column differ widely', () => {
    expect(scaleOf([uniform(1, 2), 1000])!.isLog).toBe(true);
    expect(shapeOf(10, { low: 1, high: 1000, isLog: true })!.at).toBeCloseTo(1 / 3, 10);
    expect(scaleOf([1, 2])).toBeUndefined(); // nothing uncertain to draw
  });
});
