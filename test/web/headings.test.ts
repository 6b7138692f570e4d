import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pathLabel } from '../../src/report/languages/field-label.ts';
import { lookInto } from '../../src/scenario/read.ts';
import { outlineOf } from '../../web/engine/outline.ts';
import { shownColumns, wholeBlock } from '../../web/table/grid-model.ts';
import { headedPaste } from '../../web/table/headed-paste.ts';
import { headingLanguages } from '../../web/table/heading-languages.ts';
import { headRowsOf } from '../../web/table/head-rows.ts';
import { hasHeadings, headingReader } from '../../web/table/headings.ts';
import type { Section } from '../../web/table/outline.ts';
import { blockText, readBlock, type Block } from '../../web/table/tsv.ts';
import { editText } from '../../web/text/edit.ts';
import { small } from '../e2e/texts.ts';

const FOLDER = resolve(import.meta.dirname, '../../scenarios');
const sectionsOf = (text: string) => outlineOf(text, lookInto(text))!.sections;
const channelsOf = (text: string) => sectionsOf(text).find(({ name }) => name === 'channels')!;
const start = { row: 0, column: 0 };
const channels = channelsOf(small);

const called = (head: readonly string[], section: Section = channels) =>
  headingReader(section, headingLanguages)(head).map((target) => (typeof target === 'object' ? target.key : target));
const isHeaded = (block: Block) => hasHeadings(block, headingReader(channels, headingLanguages)(block[0]!));
/** The scenario after a block is pasted. */
const pasted = (text: string, block: Block) => {
  const section = channelsOf(text);
  const targets = headingReader(section, headingLanguages)(block[0]!);
  const { edits, ...rest } = headedPaste(section, targets, start, block.slice(1));
  return { text: editText(text, edits), ...rest };
};

describe('headings of a pasted block', () => {
  it('are known as the page calls its columns in either language, and as the file does', () => {
    const keys = ['name', 'price.cpc', 'funnel.clickToCustomer', 'plan'];
    expect(called(['Channel', 'price · CPC (click)', 'funnel · click → customer', "today's spend"])).toEqual(keys);
    expect(called(['渠道', '价格 · 点击价 CPC', '点击 → 客户', '当前投放'])).toEqual(keys);
    expect(called(['', 'price.cpc', 'clickToCustomer', 'plan'])).toEqual(keys);
  });

  it('are known without what stands in brackets or behind a comma, in any case', () => {
    expect(called(['NAME', 'cpc', "Today's Spend, EUR", 'CPL（元）', '点击价'])).toEqual([
      'name',
      'price.cpc',
      'plan',
      'price.cpl',
      undefined, // the first of two that say the same has it
    ]);
  });

  it('are known as planners and platforms call them', () => {
    const english = ['Platform', 'Avg. CPC', 'CVR (%)', 'AOV', 'Gross margin %', 'Repeat rate', 'Spend', 'Min spend'];
    const keys = ['price.cpc', 'funnel.clickToCustomer', 'value.orderValue', 'value.grossMargin', 'value.repeat.rate'];
    expect(called(english)).toEqual(['name', ...keys, 'plan', 'limits.min']);
    const chinese = ['投放渠道', '平均点击单价（元）', '转化率', '客单价', '毛利', '回购率', '消耗', '投放下限'];
    expect(called(chinese)).toEqual(['name', ...keys, 'plan', 'limits.min']);
    // Of what is used a conversion rate means clicks that become leads.
    const leads = channelsOf(small.replaceAll('clickToCustomer: ', 'leadToCustomer: 10%, clickToLead: '));
    expect(called(['Channel', 'CVR', 'Win rate'], leads)).toEqual([
      'name',
      'funnel.clickToLead',
      'funnel.leadToCustomer',
    ]);
  });

  it('name steps of a funnel that no row has yet, in words, by signs or as rates', () => {
    const steps = (...head: string[]) => called(['Channel', ...head]).slice(1);
    expect(steps('Clicks to leads', 'Lead → Customer', 'CTR')).toEqual([
      'funnel.clickToLead',
      'funnel.leadToCustomer',
      'funnel.impressionToClick',
    ]);
    expect(steps('点击到线索', '线索转客户', '点击率', '进店转化率')).toEqual([
      'funnel.clickToLead',
      'funnel.leadToCustomer',
      'funnel.impressionToClick',
      'funnel.visitToCustomer',
    ]);
    const { text } = pasted(small, [
      ['Channel', 'CPL', 'lead to customer'],
      ['events', '100 to 200', '5% to 9%'],
    ]);
    expect(lookInto(text!).inside!.content).toMatchObject({
      channels: { events: { price: { cpl: '100 to 200' }, funnel: { leadToCustomer: '5% to 9%' } } },
    });
  });

  it('are of one group where others are of it: spend beside clicks is that of a pilot', () => {
    expect(called(['Channel', 'Spend', 'CPC'])).toEqual(['name', 'plan', 'price.cpc']);
    expect(called(['Channel', 'Spend', 'Clicks', 'Customers'])).toEqual([
      'name',
      'pilot.spend',
      'pilot.clicks',
      'pilot.customers',
    ]);
  });

  it('are not known where they say nothing, or what several columns are called', () => {
    // At least: of the limits of a channel as of their total.
    const both = channels.columns.filter(({ path }) => path.at(-1) === 'min');
    expect(both.length).toBeGreaterThan(1);
    expect(called(['Channel', 'Owner', 'at least', '负责人'])).toEqual(['name', undefined, undefined, undefined]);
    // One of them is in use: that one is meant.
    const limited = channelsOf(
      small.replace('    plan: 50k\n  social', '    plan: 50k\n    limits: { min: 1k }\n  social'),
    );
    expect(called(['Channel', 'at least'], limited)).toEqual(['name', 'limits.min']);
  });

  it('are told from a first row of values', () => {
    expect(
      isHeaded([
        ['CPC', 'plan'],
        ['1', '2'],
      ]),
    ).toBe(true);
    expect(
      isHeaded([
        ['Kosten', 'Kunden'],
        ['€ 1', '¥2'],
      ]),
    ).toBe(true);
    expect(
      isHeaded([
        ['search', '1 to 2'],
        ['social', '2 to 3'],
      ]),
    ).toBe(false);
    expect(
      isHeaded([
        ['search', '50k', 'CPC'],
        ['social', '60k', 'CPC'],
      ]),
    ).toBe(false);
    expect(isHeaded([['hill'], ['exponential']])).toBe(false);
    expect(isHeaded([['CPC']])).toBe(false);
  });

  it('may be in two rows, groups above their columns, of which a joined cell is copied once', () => {
    const known = (...block: Block) => {
      const { count, headings, targets } = headRowsOf(block, channels, headingLanguages);
      return { count, headings, keys: targets.map((target) => (typeof target === 'object' ? target.key : target)) };
    };
    expect(
      known(
        ['', 'Price', '', 'Funnel (%)', ''],
        ['Channel', 'CPC', 'CPM', 'click → customer', 'plan'],
        ['a', '1', '2', '3%'],
      ),
    ).toEqual({
      count: 2,
      headings: ['Channel', 'Price · CPC', 'Price · CPM', 'Funnel (%) · click → customer', 'plan'],
      keys: ['name', 'price.cpc', 'price.cpm', 'funnel.clickToCustomer', 'plan'],
    });
    // "at least" is of several fields; its group tells of which.
    expect(known(['渠道', '投放限制', ''], ['', '至少', '至多'], ['a', '1', '2']).keys).toEqual([
      'name',
      'limits.min',
      'limits.max',
    ]);
    // A row of texts, or of numbers, is none of headings.
    expect(known(['Channel', 'response.curve'], ['search', 'hill'], ['social', 'hill']).count).toBe(1);
    expect(known(['', 'CPC'], ['Channel', '2'], ['search', '3']).count).toBe(1);
  });

  it('of every column of every table of every example lead back to it, in both languages', () => {
    let seen = 0;
    for (const file of readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'))) {
      for (const section of sectionsOf(readFileSync(resolve(FOLDER, file), 'utf8'))) {
        const columns = shownColumns(section, []).filter(({ path }) => path.length > 0);
        for (const { fields } of headingLanguages) {
          const head = columns.map(({ path }) => pathLabel(path, fields));
          const clear = columns.filter((_, c) => head.indexOf(head[c]!) === head.lastIndexOf(head[c]!));
          expect(called(head, section).filter(Boolean)).toEqual(expect.arrayContaining(clear.map(({ key }) => key)));
          seen += clear.length;
        }
      }
    }
    expect(seen).toBeGreaterThan(300);
  });
});

describe('a block with headings', () => {
  it('that was copied from the table changes nothing, and one changed cell changes that', () => {
    for (const file of ['five-channels.yaml', 'b2b-leads.yaml', 'retail-year.yaml']) {
      const text = readFileSync(resolve(FOLDER, file), 'utf8');
      const section = channelsOf(text);
      const block = readBlock(blockText(wholeBlock(section, shownColumns(section, []))));
      expect(pasted(text, block).text).toBe(text);
    }
    const block = wholeBlock(channels, shownColumns(channels, []));
    const changed = block.map((line) => line.map((cell) => (cell === '3% to 5%' ? '6%' : cell)));
    expect(pasted(small, changed).text).toBe(small.replace('3% to 5%', '6%'));
  });

  it('goes to rows by their names and to columns by their headings, in any order', () => {
    const block = [
      ['当前投放', '渠道', '负责人'],
      ['70k', 'Social', '某人'],
      ['30k', 'search', '某人'],
    ];
    expect(pasted(small, block)).toEqual({
      text: small.replace(/plan: 50k/, 'plan: 30k').replace(/plan: 50k$/m, 'plan: 70k'),
      names: ['social', 'search'],
      added: [],
    });
  });

  it('finds rows by their labels, adds those that are not there, and leaves out sums', () => {
    const labelled = small.replace('  social:\n', '  social:\n    label: 社交媒体\n');
    const { text, names, added } = pasted(labelled, [
      ['Channel', 'CPC', 'plan'],
      ['社交媒体', '0.5 to 0.9', '60k'],
      ['radio', '1 to 3', '5k'],
      ['Total', '', '65k'],
      ['合 计：', '', '65k'],
      ['平均', '', '32.5k'],
      ['', '', '65k'],
    ]);
    const sums = Array.from({ length: 4 }, () => undefined);
    expect([names, added]).toEqual([['social', 'radio', ...sums], ['radio']]);
    const { scenario } = { scenario: lookInto(text!).inside!.content };
    expect(scenario).toMatchObject({
      channels: { search: { plan: '50k' }, social: { plan: '60k' }, radio: { price: { cpc: '1 to 3' }, plan: '5k' } },
    });
  });

  it('without names goes to rows by their places', () => {
    const targets = headingReader(channels, headingLanguages)(['plan']);
    const { edits, names } = headedPaste(channels, targets, { row: 1, column: 2 }, [['7k'], ['8k']]);
    expect(names).toEqual(['social', undefined]);
    expect(edits).toMatchObject([{ path: ['channels', 'social', 'plan'], text: '7k' }]);
  });
});
