import { readXlsx } from 'hucre/xlsx';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { htmlReport } from '../../src/documents/html/html-report.ts';
import { documentLanguages } from '../../src/documents/languages/languages.ts';
import { financeSections } from '../../src/documents/parts/finance.ts';
import { financeFigures } from '../../src/documents/parts/finance-figures.ts';
import { reportDocument } from '../../src/documents/report-document.ts';
import type { Reported } from '../../src/documents/reported.ts';
import { writeReport } from '../../src/documents/write-report.ts';
import type { FinanceView } from '../../src/finance/finance-view.ts';
import { cashBackAfter, financedAtMost, heldBack } from '../../src/report/sentences/finance.ts';
import { finance } from '../../src/runs/finance.ts';
import { readScenario } from '../../src/scenario/read.ts';
import { engineOfFile } from '../support/engine.ts';
import { twoWeeks } from '../support/two-weeks.ts';
import { numbersOf } from '../web/numbers-of.ts';
import { namedAll, reported } from './sample-reported.ts';

const engine = engineOfFile();
const { en, zh } = documentLanguages;
/** With people, repeat orders, doubt, and spend before the plan that lasts beyond it. */
const rich = twoWeeks
  .replace('grossMargin: 50%', 'grossMargin: 40% to 60%, repeat: { rate: 20% to 40%, every: 2, horizon: 6 }')
  .replace('plan: 100', 'plan: 100, carryover: { curve: geometric, retention: 40%, lags: 3 }, carryIn: [80]')
  .replace('plan: 50', 'plan: 50, hours: { staff: { perPeriod: 2 } }')
  .replace('channels:', 'resources: { staff: { hourlyCost: 10 } }\nchannels:');
const plainText = (text: string) => text.replaceAll('\u00a0', ' ');

describe('finance in a report', () => {
  let sure: FinanceView;
  let doubtful: FinanceView;
  let whole: Reported;
  beforeAll(async () => {
    sure = await finance(engine, readScenario(twoWeeks), { lags: { collect: 1 } }, { draws: 64 });
    doubtful = await finance(engine, readScenario(rich), { lags: { collect: 2 } }, { draws: 256 });
    whole = { ...reported, finance: doubtful };
  });

  it('tells profit and loss as by hand, line by line', () => {
    const sections = financeSections(sure, en.finance, en.charts);
    const tables = sections.flatMap(({ blocks }) =>
      blocks.flatMap((each) => (each.kind === 'table' ? [each.table] : [])),
    );
    const rows = tables.find(({ total }) => total)!.rows.map((row) => row.map(({ text }) => plainText(text)));
    // 14 customers of 100 each in two weeks, 50 of goods each and 150 of media a week; who buys pays a week later.
    expect(rows).toEqual([
      ['Week 1', '7.00', '700', '150', '350', '200', '200', '-500'],
      ['Week 2', '7.00', '700', '150', '350', '200', '400', '-300'],
      ['After the end, own spend', '0', '0', '0', '0', '0', '400', '400'],
      ['In all', '14.0', '1,400', '300', '700', '400', '', ''],
    ]);
    // Nobody's hours are spent: no column for them.
    const customers = tables.find(({ caption }) => caption.includes('whole channel'))!;
    expect(customers.columns.map(({ heading }) => heading)).not.toContain('Hours');
    expect(customers.rows.map((row) => row.map(({ text }) => text))).toEqual([
      ['search', '10.0', '20.0', '50.0', '2.5', '300'],
      ['social', '4.00', '25.0', '50.0', '2.0', '100'],
    ]);
  });

  it('leaves out what a plan without doubt has none of', () => {
    const names = (view: FinanceView) =>
      financeFigures(view, en.finance.figures, (text) => text).map(({ name }) => name);
    expect(names(sure)).toEqual([
      'Expected profit, net present value, EUR',
      'Pays back after, weeks',
      'To be financed at the deepest, on average, EUR',
      'Expected cash is below zero until week',
    ]);
    expect(names(doubtful)).toHaveLength(12 - 1);
    expect(names(doubtful)).toContain('Of the expected profit, from spend before the plan, EUR');
  });

  it('shows expected profit, what is reached and the reserve in steps in which they add up', () => {
    const view = {
      presentValue: { value: 3_332_200, standardError: 1000 },
      contingency: { level: 2_333_300, reserve: 998_900 },
    };
    expect(heldBack({ ...doubtful, ...view } as FinanceView)).toEqual({ level: '2,330,000', reserve: '1,000,000' });
    const cash = { ...doubtful.cash, deepest: { mean: { value: 835_450, standardError: 70 }, atMost: 835_463 } };
    // Told to the tens, as the mean is.
    expect(financedAtMost({ cash })).toBe('835,460');
    expect([[5, 9], [-1, -2, 4], [3, -1, 2, -1, 5], [-1]].map(cashBackAfter)).toEqual([0, 3, 5, undefined]);
  });

  it('is numbers in sheets, of which the lines add up', async () => {
    const { sheets } = await readXlsx((await writeReport(whole, 'xlsx', 'en')) as Uint8Array);
    const rowsOf = (name: string) => sheets.find((sheet) => sheet.name === name)!.rows;
    const [headings, ...lines] = rowsOf('Profit and loss');
    const numbers = lines.map((line) => line.slice(2) as number[]);
    expect(headings![1]).toBe('Customers');
    expect(lines.map(([name]) => name)).toEqual([
      'Week 1',
      'Week 2',
      'After the end, own spend',
      'After the end, earlier spend',
      'In all',
    ]);
    for (let column = 0; column < 4; column++) {
      const parts = numbers.slice(0, -1).reduce((sum, line) => sum + line[column]!, 0);
      expect(parts).toBeCloseTo(numbers.at(-1)![column]!, 9);
    }
    const [first] = rowsOf('Finance').slice(1);
    expect(first).toEqual([
      'Expected profit, net present value, EUR',
      doubtful.presentValue.value,
      doubtful.presentValue.standardError,
    ]);
    // Orders after 0, 2, 4 and 6 weeks, of each channel and of both: whole, two weeks and, for search, what comes after them.
    expect(rowsOf('Cohorts')).toHaveLength(1 + 4 * (4 + 3 + 4));
    for (const name of ['Profit and loss', 'Finance', 'Customers', 'Cohorts']) {
      expect(
        rowsOf(name)
          .flat()
          .filter((value) => /NaN|Infinity/.test(String(value))),
      ).toEqual([]);
    }
  });

  it('says where money is at present value, in both languages', async () => {
    const text = twoWeeks.replace('grossMargin: 50%', 'grossMargin: 50%, discountRate: 20%');
    const view = await finance(engine, readScenario(text), {}, { draws: 64 });
    for (const [language, caption, note] of [
      ['en', 'means at present value, media included, EUR', 'All money is at present value'],
      ['zh', '均值（现值，含媒体），EUR', '均按文件中的贴现率折为现值'],
    ] as const) {
      const page = plainText(htmlReport(reportDocument({ ...reported, finance: view }, documentLanguages[language])));
      expect(page).toContain(caption);
      expect(page).toContain(note);
    }
    const notes = (await writeReport({ ...reported, finance: view }, 'csv', 'en', 'finance')) as string;
    expect(notes).toContain('All money is at present value');
  });

  it('is comma-separated values by the name of its sheet', async () => {
    const rows: string[][] = parse((await writeReport(whole, 'csv', 'en', 'customers')) as string, { bom: true });
    expect(rows.map(([name]) => name)).toEqual(['Channel', 'search', 'social']);
    await expect(writeReport(reported, 'csv', 'en', 'customers')).rejects.toThrow("nothing for 'customers'");
  });

  it('is in JSON beside the run', async () => {
    const read = JSON.parse((await writeReport(whole, 'json', 'en')) as string);
    expect(read.finance).toEqual(JSON.parse(JSON.stringify(doubtful)));
    expect(read.plans).toHaveLength(2);
  });

  it('says the same in Chinese', () => {
    for (const view of [sure, doubtful]) {
      const [ours, theirs] = [en, zh].map(({ finance: words }) => [
        words.headline(view).first,
        ...words.headline(view).rest,
      ]);
      expect(theirs!.map(numbersOf)).toEqual(ours!.map(numbersOf));
      expect(theirs!.filter((sentence) => !/\p{Script=Han}.*。$/u.test(sentence))).toEqual([]);
      const texts = [en, zh].map(({ finance: words, charts }) =>
        financeSections(view, words, charts).map(({ blocks }) => blocks.map(({ kind }) => kind)),
      );
      expect(texts[1]).toEqual(texts[0]);
    }
    const english = htmlReport(reportDocument(whole, zh))
      .replaceAll(/<style>[\s\S]*?<\/style>|<(ul|td|th)[^>]*lang="en"[^>]*>[\s\S]*?<\/\1>/g, '')
      .replaceAll(/<[^>]*>/g, '\n')
      .split('\n')
      .filter((line) => /[A-Za-z]{3,}(?: [a-z]{2,})+/.test(line));
    expect(english).toEqual([]);
  });

  it('has pictures with the tables behind them, each named once', () => {
    const page = htmlReport(reportDocument(whole, en));
    expect(plainText(page)).toContain('Bars: profit of each week of the plan.');
    expect(page).toContain('How soon a customer has paid back their cost');
    for (const pattern of [/\sid="([^"]*)"/g, /role="region" aria-label="([^"]*)"/g]) {
      const names = [...page.matchAll(pattern)].map(([, name]) => name);
      expect(new Set(names).size).toBe(names.length);
    }
    // What has paid back its cost stands out.
    expect(page).toMatch(/<td class="right"[^>]*><strong>/);
  });

  it('shows names as texts, and defuses them in sheets', async () => {
    const name = '=1+1"><script>hit()</script>';
    const hostile = namedAll(name);
    const view = {
      ...doubtful,
      scenario: {
        ...hostile.report.scenario,
        channels: doubtful.scenario.channels.map((each) => ({ ...each, label: name })),
      },
    };
    const page = htmlReport(reportDocument({ ...hostile, finance: view }, en));
    expect(page).not.toMatch(/<script/);
    const { sheets } = await readXlsx((await writeReport({ ...hostile, finance: view }, 'xlsx', 'zh')) as Uint8Array);
    const texts = sheets.flatMap(({ rows }) => rows.flat()).filter((value) => typeof value === 'string');
    expect(texts.filter((text) => text.startsWith('='))).toEqual([]);
    expect(texts.filter((text) => text.startsWith("'="))).not.toEqual([]);
  });
});
