import { readXlsx } from 'hucre/xlsx';
import { afterAll, describe, expect, it } from 'vitest';
import { lessonTables } from '../../src/documents/parts/lessons.ts';
import { lessonSheet } from '../../src/documents/sheets/lesson-sheet.ts';
import { scorecardTables } from '../../src/documents/parts/screening.ts';
import { documentLanguages } from '../../src/documents/languages/languages.ts';
import { gather } from '../../src/documents/gather.ts';
import { writeReport } from '../../src/documents/write-report.ts';
import { channelSection } from '../../src/documents/parts/channels.ts';
import { reportText } from '../../src/report/text.ts';
import { optimize } from '../../src/runs/run.ts';
import { simulate } from '../../src/runs/simulate.ts';
import { readScenario } from '../../src/scenario/read.ts';
import { inlineEngine } from '../support/engine.ts';
import { numbersOf } from '../web/numbers-of.ts';
import { lessons, scorecard } from './sample-parts.ts';
import { reported } from './sample-reported.ts';

const { en, zh } = documentLanguages;
const whole = { ...reported, scorecard, lessons };
const texts = (rows: readonly (readonly { readonly text: string }[])[]) =>
  rows.map((row) => row.map(({ text }) => text.replaceAll('\u00a0', ' ')));

describe('the scorecard in a report', () => {
  it('tells scores that were typed from those that the file tells, and shows what is behind these', () => {
    const [scores, data] = scorecardTables(scorecard, en.screening);
    expect(texts(scores!.rows)).toEqual([
      ['Search', '3.8', '90.0 %', '5.0', 'typed 2', '3.0'],
      ['线下门店', '2.3', '10.0 %', '1.0', 'typed 5', '–'],
    ]);
    expect(data!.columns.map(({ heading }) => heading)).toEqual([
      'Channel',
      'Cost of a customer',
      'Targeting precision',
    ]);
    expect(texts(data!.rows)).toEqual([
      ['Search', '16.0', '50 %'],
      ['线下门店', '24.0', '–'],
    ]);
  });

  it('says of scores that are shown alike that they hardly differ', () => {
    const [first, second] = scorecard.channels;
    const close = { ...scorecard, channels: [first!, { ...second!, score: 3.751 }] };
    expect(en.screening.headline(close).first).toBe('Search scores highest, 3.8 of 5, hardly before 线下门店.');
    expect(zh.screening.headline(close).first).toBe('“Search”得分最高，3.8 分（满分 5 分），与“线下门店”相差无几。');
  });

  it('is a sheet of numbers', async () => {
    const { sheets } = await readXlsx((await writeReport(whole, 'xlsx', 'en')) as Uint8Array);
    const sheet = sheets.find(({ name }) => name === 'Scorecard')!;
    expect(sheet.rows[1]!.slice(0, 5)).toEqual(['Search', 3.75, 0.9, 0.01, 24_000]);
    expect(sheet.rows[1]!.slice(5)).toEqual([5, 'data', 16, 2, 'typed', null, 3, 'data', 0.5]);
    expect(sheet.rows[0]![7]).toBe('Cost of a customer: value');
  });
});

describe('pilots in a report', () => {
  it('show each number before and after, with what was seen', () => {
    const [table] = lessonTables(lessons, en.lessons, (path) => en.assumption(lessons, path));
    expect(table!.caption.replaceAll('\u00a0', ' ')).toBe(
      'Search: a pilot of 4,000 EUR over 2 weeks. Ranges hold 90 %',
    );
    expect(texts(table!.rows)).toEqual([
      ['Search: click to customer', '1.00 % to 3.00 %', '44 of 2,100', '1.80 % to 2.40 %'],
    ]);
  });

  it('are a sheet of numbers', async () => {
    const { sheets } = await readXlsx((await writeReport(whole, 'xlsx', 'en')) as Uint8Array);
    const sheet = sheets.find(({ name }) => name === 'Pilots')!;
    expect(sheet.rows[1]).toEqual(['Search: click to customer', 0.01, 0.02, 0.03, 0.018, 0.021, 0.024, '44 of 2,100']);
  });
});

describe('what moves along with what pilots counted', () => {
  const found = {
    ...lessons,
    along: [
      {
        path: 'channels.stores.funnel.clickToCustomer',
        unit: 'rate' as const,
        before: { range: [0.01, 0.03], median: 0.02 },
        after: { range: [0.016, 0.028], median: 0.022 },
      } as const,
    ],
  };

  it('has a table of its own, without what was seen, in both languages', () => {
    for (const [words, caption, before] of [
      [en, 'What moves with these numbers. Ranges hold 90 %', '1.0 % to 3.0 %'],
      [zh, '与这些数字共同变动的数字。范围包含 90% 的可能', '1.0% 到 3.0%'],
    ] as const) {
      const [, table] = lessonTables(found, words.lessons, (path) => words.assumption(found, path));
      expect(table!.caption.replaceAll('\u00a0', ' ')).toBe(caption);
      expect(table!.columns).toHaveLength(3);
      expect(texts(table!.rows)[0]![1]).toBe(before);
    }
  });

  it('is below the others on the sheet', () => {
    const { rows } = lessonSheet(found, en);
    expect(rows).toHaveLength(2);
    expect(rows[1]!.at(-1)).toBe('');
  });
});

describe('both', () => {
  it('say the same in Chinese', () => {
    for (const say of [
      ({ screening }: typeof en) => [screening.headline(scorecard), screening.sure(scorecard)] as const,
      ({ lessons: words }: typeof en) => [words.headline(lessons), words.sure(lessons)] as const,
    ]) {
      const [ours, theirs] = [en, zh].map((words) => {
        const [{ first, rest }, sure] = say(words);
        return [first, ...rest, ...sure];
      });
      expect(theirs!.map((text) => numbersOf(text).toSorted())).toEqual(
        ours!.map((text) => numbersOf(text).toSorted()),
      );
      expect(theirs!.filter((sentence) => !/\p{Script=Han}.*。$/u.test(sentence))).toEqual([]);
    }
  });

  it('stand in every language and format that is read', async () => {
    for (const format of ['html', 'md'] as const) {
      for (const [language, titles] of [
        ['en', ['Which channels are worth a try', 'What pilots have changed']],
        ['zh', ['哪些渠道值得一试', '试点改变了什么']],
      ] as const) {
        const written = (await writeReport(whole, format, language)) as string;
        for (const title of titles) expect(written).toContain(title);
      }
    }
  });
});

describe('what a report gathers', () => {
  const engine = inlineEngine();
  afterAll(() => engine.close());
  const text = `apportion: 1
name: One pilot
currency: EUR
horizon: { periods: 1, unit: week }
budget: { total: 200 }
value: { orderValue: 100 }
channels:
  old: { efficiency: 0.012 to 0.02, plan: 100, response: { curve: exponential, scale: 100 } }
  new: { efficiency: 0.01 to 0.03, plan: 100, pilot: { spend: 5k, customers: 100 }, response: { curve: exponential, scale: 100 } }
screening: { weights: { cost: 1 } }
`;
  const gathered = async (of: string) => {
    const read = readScenario(of);
    const options = { draws: 64, searchDraws: 64 };
    return gather(engine, read, await optimize(engine, read, options), [], options);
  };

  it('is the scorecard and the pilots of the file, on the draws and the plan of the report', async () => {
    const found = await gathered(text);
    expect(found.scorecard!.draws.judging).toBe(found.report.draws.judging);
    expect(found.lessons!.plan.name).toBe('recommended');
    // What finance tells of the plan is what the run has found of it, to the digit.
    expect(found.finance!.plan.name).toBe('recommended');
    expect(found.finance!.presentValue).toEqual(found.report.plans.at(-1)!.metrics['profit']!.mean);
    expect(found.finance!.total.profit.value).toBeCloseTo(found.finance!.presentValue.value, 9);
    expect(found.lessons!.pilots.map(({ channel }) => channel)).toEqual(['new']);
    // On the page it goes from one worker to another.
    const written = (await writeReport(structuredClone(found), 'md', 'zh')) as string;
    expect(written).toContain(
      '| old：每单位货币获客 | 0.012 to 0.02 | 90% 的可能在 0.0120 到 0.0200 之间，中位数 0.0155，对数正态分布 |',
    );
    expect(written).toContain('已按试点结果 0.0200 更新');
    expect(written.replaceAll(/One pilot|apportion|SHA-256/gi, '')).not.toMatch(/[A-Za-z]{2,} [a-z]{2,} [a-z]{2,}/);
  });

  it('is the scorecard even where no plan can be made, and neither where the file has none', async () => {
    const impossible = await gathered(text.replace('plan: 100,', 'plan: 100, limits: { min: 300 },'));
    expect(impossible.report.optimization!.status).toBe('infeasible');
    expect([impossible.scorecard?.channels.length, impossible.lessons, impossible.finance]).toEqual([
      2,
      undefined,
      undefined,
    ]);
    const bare = await gathered(text.replace(/, pilot: \{[^}]*\}/, '').replace(/screening.*\n/, ''));
    expect([bare.scorecard, bare.lessons]).toEqual([undefined, undefined]);
  });
});

describe('what is lost on the way', () => {
  const engine = inlineEngine();
  afterAll(() => engine.close());

  it('stands below what each channel brings, and among what to expect', async () => {
    const reading = readScenario(`apportion: 1
name: Few hands
currency: EUR
horizon: { periods: 2, unit: week }
budget: { total: 2000 }
value: { orderValue: 500 }
resources: { sales: { capacity: 50 } }
channels:
  a:
    price: { cpl: 10 }
    funnel: { leadToCustomer: 10% }
    hours: { sales: { perLead: 1 } }
    precision: 60%
    plan: 1000
`);
    const report = await simulate(engine, reading, { draws: 16 });
    // 100 leads a week, of whom 50 are served; 40 % of 2,000 spent outside.
    const [, english] = channelSection(report, en).blocks;
    expect(english).toEqual({
      kind: 'sentences',
      sentences: [
        'Media spent on people outside the target: 800\u00a0EUR.',
        'Leads lost because nobody has time for them, or no supply is left: 100.',
      ],
    });
    const [, chinese] = channelSection(report, zh).blocks;
    expect(chinese).toEqual({
      kind: 'sentences',
      sentences: ['花在目标人群之外的媒体费用：800\u00a0EUR。', '因人手或供应不足而流失的线索：100。'],
    });
    expect(reportText(report)).toMatch(/leads lost, no time or supply left +100\n/);
    const [, ...without] = channelSection(reported.report, en).blocks;
    expect(without).toEqual([]);
  });
});
