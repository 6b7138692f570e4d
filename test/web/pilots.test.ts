import { describe, expect, it } from 'vitest';
import type { AfterPilot, InformationValue } from '../../src/information/information-value.ts';
import { readScenario } from '../../src/scenario/read.ts';
import { en } from '../../web/languages/en.ts';
import type { PilotWords } from '../../web/languages/pilot-words.ts';
import { assumptionsChart, knowingChart, pilotsChart } from '../../web/pilots/information-charts.tsx';
import { beliefsChart } from '../../web/pilots/beliefs-chart.tsx';
import { editsOfBeliefs } from '../../web/pilots/edits-of-beliefs.ts';
import { PILOT_WORDS } from '../../web/pilots/use-pilot-words.ts';
import { editText } from '../../web/text/edit.ts';
import { lessons } from '../documents/sample-parts.ts';
import { report } from '../report/sample.ts';
import { numbersOf } from './numbers-of.ts';

const { scenario, draws } = report;
const estimate = (value: number) => ({ value, standardError: 10 });
const belief = (mean: number, low: number, high: number) => ({ mean, range: [low, high] as const });

/** Written by hand: search is worth a pilot of two weeks. */
const found: InformationValue = {
  engine: '1',
  scenario,
  figure: { maximize: 'profit' },
  draws,
  plans: [
    { name: 'recommended', mean: estimate(50_000), spend: [[9000], [3000]] },
    { name: 'for little from search', mean: estimate(48_000), spend: [[2000], [10_000]] },
  ],
  perfect: estimate(4000),
  channels: [{ channel: 'search', value: estimate(3000) }],
  assumptions: [{ id: 'channels.search.funnel.clickToCustomer', value: estimate(2000) }],
  pilots: [
    {
      channel: 'search',
      sizes: [
        { periods: 1, spend: 1000, customers: 30, cost: estimate(100), value: estimate(500), net: 400 },
        { periods: 2, spend: 2000, customers: 60, cost: estimate(200), value: estimate(1500), net: 1300 },
      ],
      best: 1,
    },
  ],
  notes: [],
  echo: [],
};
const after: AfterPilot = {
  channel: 'search',
  counts: { customers: 40, leads: 90 },
  effective: 812.4,
  customers: { before: belief(60, 40, 80), after: belief(44, 36, 52) },
  moved: [
    {
      id: 'channels.search.funnel.clickToCustomer',
      before: belief(0.03, 0.02, 0.04),
      after: belief(0.022, 0.018, 0.026),
    },
    { id: 'value.orderValue', before: belief(80, 60, 100), after: belief(79, 59, 99) },
  ],
  means: [estimate(41_000), estimate(43_000)],
  best: { before: 0, after: 1 },
};
const tried: InformationValue = { ...found, after };
const [english, chinese] = [PILOT_WORDS['en'], PILOT_WORDS['zh-CN']!];

describe('the view of pilots', () => {
  it('tells what channels, assumptions and pilots are worth', () => {
    const name = (id: string) => english.assumption(found, id);
    expect(knowingChart(found, english, en.charts).table.rows).toEqual([
      ['Everything at once', '4,000\u00a0±\u00a010'],
      ['Search', '3,000\u00a0±\u00a010'],
    ]);
    expect(assumptionsChart(found, english, en.charts, name)!.table.rows).toEqual([
      ['Search: click to customer', '2,000\u00a0±\u00a010'],
    ]);
    expect(assumptionsChart({ ...found, assumptions: [] }, english, en.charts, name)).toBeUndefined();
    const [, second] = pilotsChart(found, english, en.charts)!.table.rows;
    expect(second![0]).toBe('Search: 2 weeks, 2,000\u00a0EUR · best');
  });

  it('puts beliefs before and after a pilot side by side', () => {
    const chart = beliefsChart(tried, after, english);
    expect(chart.table.rows.slice(0, 2)).toEqual([
      ['Customers of such a pilot in Search', '60.0 (40.0 to 80.0)', '44.0 (36.0 to 52.0)'],
      ['Search: click to customer', '3.0\u00a0% (2.0\u00a0% to 4.0\u00a0%)', '2.2\u00a0% (1.8\u00a0% to 2.6\u00a0%)'],
    ]);
    expect(chart.summary).toContain('rest on 812 draws');
  });

  it('writes what a pilot has told into the file, and nothing that it has not', () => {
    const edits = editsOfBeliefs(after);
    expect(edits).toEqual([
      { kind: 'set', path: ['channels', 'search', 'funnel', 'clickToCustomer'], text: '1.80% to 2.60%' },
    ]);
    const text = `apportion: 1
name: One
currency: EUR
horizon: { periods: 1, unit: week }
budget: { total: 100 }
value: { orderValue: 80 }
channels:
  search: { price: { cpc: 1 }, funnel: { clickToCustomer: 2% to 4% }, plan: 100 }
`;
    const edited = editText(text, edits)!;
    expect(edited).toContain('clickToCustomer: 1.80% to 2.60%');
    expect(readScenario(edited).warnings).toEqual([]);
  });

  it('says the same in Chinese', () => {
    const both = (say: (words: PilotWords) => readonly string[]) => [say(english), say(chinese)] as const;
    const said = [
      both(({ headline }) => [headline(found).first]),
      both(({ own }) => own.result(tried, after)),
      both(({ own }) => [own.worth(found, found.pilots[0]!)]),
    ];
    for (const [ours, theirs] of said) {
      // "One" plan looked at is a number in neither.
      expect(theirs.map(numbersOf)).toEqual(ours.map(numbersOf));
      expect(theirs.filter((sentence) => !/\p{Script=Han}.*。$/u.test(sentence))).toEqual([]);
    }
  });
});

describe('what pilots in the file have changed', () => {
  it('is told in both languages with the same figures', () => {
    const [ours, theirs] = [english, chinese].map(({ lessons: words }) => words.headline(lessons));
    expect([theirs!.first, ...theirs!.rest].map(numbersOf)).toEqual([ours!.first, ...ours!.rest].map(numbersOf));
    expect(chinese.lessons.caption(lessons, lessons.pilots[0]!)).toBe(
      'Search：2 周、4,000 EUR 的试点。范围包含 90% 的可能',
    );
  });
});
