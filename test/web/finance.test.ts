import fc from 'fast-check';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { beforeAll, describe, expect, it } from 'vitest';
import type { FinanceView } from '../../src/finance/finance-view.ts';
import { layOutPaths } from '../../src/pictures/paths-layout.ts';
import { paperTheme } from '../../src/pictures/theme.ts';
import { profitLines } from '../../src/report/sentences/profit-lines.ts';
import { finance } from '../../src/runs/finance.ts';
import { readScenario } from '../../src/scenario/read.ts';
import { cashChart } from '../../src/pictures/charts/cash.tsx';
import { CohortTable } from '../../web/finance/cohort-table.tsx';
import { worthChart } from '../../src/pictures/charts/worth.tsx';
import { en } from '../../web/languages/en.ts';
import { LanguageProvider } from '../../web/languages/language.ts';
import { zh } from '../../web/languages/zh.ts';
import { shareIn, wholeIn } from '../../web/studies/number-in.ts';
import { engineOfFile } from '../support/engine.ts';
import { twoWeeks } from '../support/two-weeks.ts';
import { numbersOf } from './numbers-of.ts';
import { FINANCE_WORDS } from '../../web/finance/use-finance-words.ts';

const engine = engineOfFile();

const uncertain = twoWeeks.replace('orderValue: 100', 'orderValue: 60 to 140');
const words = { en: FINANCE_WORDS['en'], zh: FINANCE_WORDS['zh-CN']! };

describe('the view of finance', () => {
  let view: FinanceView;
  let doubtful: FinanceView;
  beforeAll(async () => {
    view = await finance(engine, readScenario(twoWeeks), { lags: { collect: 1 } }, { draws: 256 });
    doubtful = await finance(engine, readScenario(uncertain), { lags: { pay: 1, collect: 3 } }, { draws: 256 });
  });

  it('draws cash as it comes and goes', () => {
    const chart = cashChart(view, words.en, en.charts);
    // A profit of 200 each week. Media of 150 and goods of 350 at once, 700 of revenue a week later; nothing is uncertain, so it is at least what it is.
    expect(chart.table.rows).toEqual([
      ['week 1', '200', '-500', '-500'],
      ['week 2', '200', '-300', '-300'],
      ['week 3', '', '400', '400'],
    ]);
    expect(chart.summary).toBe('Expected cash is lowest at -500 EUR, after week 1, and 400 EUR in the end.');
    const picture = renderToString(chart.draw(600, paperTheme));
    expect(picture).toContain('end of the plan');
    expect(cashChart(view, words.zh, zh.charts).summary).toBe('预期现金最低为 -500 EUR（第 1 周末），最终为 400 EUR。');
  });

  it('follows cash to where hardly anything moves any more, and tells what there is in the end', () => {
    // Less than a thousandth of 401 comes after the third week.
    const path = [...view.cash.path, 400.9, 401, 401, 401];
    const chart = cashChart({ ...view, cash: { ...view.cash, path, atLeast: path } }, words.en, en.charts);
    expect(chart.table.rows.map(([, , cash]) => cash)).toEqual(['-500', '-300', '400', '401']);
    expect(chart.summary).toContain('401 EUR in the end');
  });

  it('says that there is less cash than expected in bad cases, and how much', () => {
    const { path, atLeast } = doubtful.cash;
    const goods = doubtful.periods[0]!.revenue / 2;
    // Media are paid a week later, goods (half of an uncertain revenue of 700 a week) at once; then media of the second week.
    expect(path.slice(0, 3)).toEqual(
      [-goods, -2 * goods - 150, -2 * goods - 300].map((cash) => expect.closeTo(cash, 9)),
    );
    expect(atLeast[0]!).toBeLessThan(path[0]!);
    expect(atLeast[4]!).toBeLessThan(path[4]!);
    // With 80 %: what is left after all has moved is the profit that is reached with 80 %.
    expect(atLeast.at(-1)).toBeCloseTo(doubtful.contingency.level, 6);
  });

  it('puts what a customer brings beside the cost', () => {
    // 50 of margin for a cost of 20, and for one of 25.
    expect(worthChart(view, words.en)!.table.rows).toEqual([
      ['search', '50.0', '20.0', '2.5'],
      ['social', '50.0', '25.0', '2.0'],
    ]);
  });

  it('tells when what a customer cost has come back, and shows it in bold', () => {
    const { whole } = view.cohorts!.channels[0]!;
    expect([words.en.headline(view).rest, words.zh.headline(view).rest].map((texts) => texts.at(-2))).toEqual([
      'What it costs to win a customer is paid back, on average, at once in search and social.',
      '平均而言，获客成本：“search”、“social”首单即收回。',
    ]);
    const late = [{ name: 'search', whole: { ...whole, payback: 8 }, spans: [] }];
    const never = [{ name: 'social', whole: view.cohorts!.all.whole, spans: [] }].map((channel) => {
      const { payback: _, ...rest } = channel.whole;
      return { ...channel, whole: rest };
    });
    const other = { ...view, cohorts: { ...view.cohorts!, channels: [...never, ...late] } };
    expect([words.en.headline(other).rest, words.zh.headline(other).rest].map((texts) => texts.at(-2))).toEqual([
      'What it costs to win a customer is paid back, on average, after 8 weeks in search and never in social.',
      '平均而言，获客成本：“search”在 8 周后收回，“social”从不收回。',
    ]);
    // 50 for a cost of 20, paid back with the first order.
    const shown = renderToString(h(LanguageProvider, { value: en, children: h(CohortTable, { view }) }));
    expect(shown).toMatch(/search.*?>20\.0<.*?class="brought paid"[^>]*>50\.0</);
  });

  it('puts several periods into a line where there are too many', () => {
    const lines = profitLines(view, 1);
    expect(lines.map(({ kind, from, to }) => [kind, from, to])).toEqual([
      ['periods', 1, 2],
      ['after the end', 3, 3],
      ['total', 1, 3],
    ]);
    expect(lines[0]!.line.profit.value).toBeCloseTo(400, 9);
    expect(lines[0]!.cash).toBeCloseTo(-300, 9);
  });

  it('says the same in Chinese', () => {
    for (const each of [view, doubtful]) {
      const [english, chinese] = [words.en.headline(each), words.zh.headline(each)];
      expect([chinese.first, ...chinese.rest].map(numbersOf)).toEqual([english.first, ...english.rest].map(numbersOf));
      expect(words.zh.sure(each)).toHaveLength(words.en.sure(each).length);
      // Names of channels are the planner's own.
      const said = [chinese.first, ...chinese.rest, ...words.zh.sure(each)]
        .join('')
        .replaceAll(/“(?:search|social)”/g, '');
      expect(said).not.toMatch(/[a-z]{2}/);
    }
  });
});

describe('paths of money', () => {
  it('stay inside their picture, and what is below zero is shaded to where the line crosses it', () => {
    const value = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 60 }), (path) => {
        const { x, y, below } = layOutPaths({ paths: [path], width: 600, height: 200, right: 80 });
        for (const at of path) expect(y.place(at)).toBeGreaterThanOrEqual(17);
        expect(Math.max(...x)).toBeCloseTo(520, 9);
        const heights = [...below.matchAll(/,(-?[\d.]+)/g)].map(([, height]) => Number(height));
        // Down is more: nothing shaded is above zero, but for the rounding of a picture.
        expect(Math.min(...heights)).toBeGreaterThanOrEqual(y.place(0) - 0.1);
      }),
      { seed: 2, numRuns: 100 },
    );
    // From -10 to 30 in the second of two periods: it crosses a quarter of the way.
    const { x, below } = layOutPaths({ paths: [[-10, 30]], width: 600, height: 200, right: 80 });
    expect(below).toContain(`L${(x[1]! + (x[2]! - x[1]!) / 4).toFixed(1).replace(/\.0$/, '')},`);
  });
});

describe('numbers that are typed', () => {
  it('are read as people write them, or not at all', () => {
    expect([shareIn('80 %'), shareIn('80'), shareIn('80％'), shareIn('much')]).toEqual([0.8, 0.8, 0.8, undefined]);
    expect([wholeIn('1,200', 0, 5000), wholeIn('1.5', 0, 5), wholeIn('', 0, 5), wholeIn('6', 0, 5)]).toEqual([
      1200,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
