/** Charts of a report: each says what it shows, holds in any theme and language, and takes names for names. */
import { h } from 'preact';
import { render } from 'preact-render-to-string';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { details, type Details } from '../../src/runs/details.ts';
import type { Frontier, Report } from '../../src/domain.ts';
import { compare } from '../../src/runs/compare.ts';
import type { Comparison } from '../../src/compare/comparison.ts';
import { frontier } from '../../src/runs/frontier.ts';
import type { Chart } from '../../src/pictures/chart.ts';
import { bridgeChart } from '../../src/pictures/charts/bridge.tsx';
import { courseChart } from '../../src/pictures/charts/course.tsx';
import { cumulativeChart } from '../../src/pictures/charts/cumulative.tsx';
import { curvesChart } from '../../src/pictures/charts/curves.tsx';
import { dotsChart } from '../../src/pictures/charts/dots.tsx';
import { frontierChart } from '../../src/pictures/charts/frontier.tsx';
import { gapChart } from '../../src/pictures/charts/gap.tsx';
import { marginalChart } from '../../src/pictures/charts/marginal.tsx';
import { multiplesChart, stackChart } from '../../src/pictures/charts/plan.tsx';
import { WaterfallPicture } from '../../src/pictures/waterfall-picture.tsx';
import { TornadoPicture } from '../../src/pictures/tornado-picture.tsx';
import { darkTheme, pageTheme, paperTheme } from '../../src/pictures/theme.ts';
import { chartWordsEn } from '../../src/pictures/words-en.ts';
import { chartWordsZh } from '../../src/pictures/words-zh.ts';
import type { ChartWords } from '../../src/pictures/words.ts';
import { optimize } from '../../src/runs/run.ts';
import { readScenario } from '../../src/scenario/read.ts';
import { inlineEngine } from '../support/engine.ts';

const HOSTILE = '"><svg onload=hit()>';
const text = `apportion: 1
name: Charts
currency: EUR
horizon: { periods: 4, unit: week }
budget: { total: 1200 }
value: { orderValue: 60 to 110 }
channels:
  search:
    efficiency: 0.02 to 0.04
    response: { curve: exponential, scale: 80 to 120 }
    plan: 100
  social:
    label: ${JSON.stringify(HOSTILE)}
    efficiency: 0.02 to 0.05
    response: { curve: michaelis-menten, halfSaturation: 120 }
    plan: 200
`;

const engine = inlineEngine();
let report: Report;
let found: Details;
let line: Frontier;
let comparison: Comparison;
beforeAll(async () => {
  const quick = { draws: 512, searchDraws: 16, gap: 0.01 } as const;
  const read = readScenario(text);
  report = await optimize(engine, read, { ...quick, ranges: true });
  found = await details(engine, read, report);
  line = await frontier(engine, read, { points: 3 }, quick);
  const more = readScenario(text.replace('1200', '1500').replace('0.02 to 0.05', '0.03 to 0.05'));
  comparison = await compare(
    engine,
    [read, more].map((each) => ({ read: each, plans: ['recommended'] })),
    quick,
  );
});
afterAll(() => engine.close());

const gaps = [0.3, 0.02, 0.0004].map((gap, k) => ({ seconds: k / 2, gap }));
const all = (words: ChartWords): readonly Chart[] =>
  [
    dotsChart(report, words),
    dotsChart(report, words, { target: 500 }),
    cumulativeChart(report, words),
    courseChart(report, found, words),
    stackChart(report, words),
    multiplesChart(report, words),
    curvesChart(report, found, words),
    marginalChart(report, words),
    frontierChart(line, words),
    bridgeChart(comparison, comparison.bridges[0]!, ['A', HOSTILE], words),
    gapChart(gaps, words),
  ].map((chart) => chart!);

describe('every chart', () => {
  it('names itself and says what it tells, for those who do not see it', () => {
    for (const chart of all(chartWordsEn)) {
      const svg = render(chart.draw(600, paperTheme));
      expect(svg).toMatch(/^<svg [^>]*role="img" aria-labelledby="(\S+)-title \1-desc"/);
      expect(svg).toContain(`<title id="${chart.id}-title">${escaped(chart.title)}</title>`);
      expect(svg).toContain(`<desc id="${chart.id}-desc">${escaped(chart.summary)}</desc>`);
      expect(chart.summary.length).toBeGreaterThan(20);
      expect(chart.caption.length).toBeGreaterThan(10);
    }
  });

  it('has the same as a table, each row as long as its head, in which every column is named', () => {
    for (const { id, table } of all(chartWordsEn)) {
      expect(table.columns, id).not.toContain('');
      expect(table.rows.length, id).toBeGreaterThan(1);
      for (const row of table.rows) expect(row, id).toHaveLength(table.columns.length);
    }
  });

  it.each([350, 920])('draws numbers only, and nothing beyond its width, at %i pixels', (width) => {
    for (const chart of all(chartWordsEn)) {
      const svg = render(chart.draw(width, paperTheme));
      expect(svg, chart.id).not.toMatch(/NaN|Infinity|undefined/);
      const places = [...svg.matchAll(/ (?:x|x1|x2|cx)="(-?[\d.]+)"/g)].map(([, x]) => Number(x));
      expect(Math.min(...places), chart.id).toBeGreaterThanOrEqual(-1);
      expect(Math.max(...places), chart.id).toBeLessThanOrEqual(width + 1);
    }
  });

  it('stands alone with colours of its own, and takes those of the page in the page', () => {
    for (const chart of all(chartWordsEn)) {
      for (const theme of [paperTheme, darkTheme]) expect(render(chart.draw(600, theme))).not.toContain('var(');
      expect(render(chart.draw(600, pageTheme))).not.toMatch(/#[0-9a-f]{6}/);
    }
  });

  it('shows names as names', () => {
    for (const chart of all(chartWordsEn)) {
      const tags = render(chart.draw(600, paperTheme)).match(/<[^>]+>/g)!;
      expect(tags.filter((tag) => tag.startsWith('<svg'))).toHaveLength(1);
      expect(tags.join('')).not.toMatch(/\son\w+=/);
    }
  });

  it('says whether the others are as recommended or, without a plan, as today', () => {
    const today = { ...report, plans: report.plans.slice(0, 1) };
    expect(curvesChart(report, found, chartWordsEn)!.caption).toContain('the others as recommended;');
    expect(curvesChart(today, found, chartWordsEn)!.caption).toContain('the others as today;');
    expect(curvesChart(today, found, chartWordsZh)!.caption).toContain('其他渠道按当前方案；');
  });

  it('draws twenty channels over time in eight colours, the smallest ones as one', () => {
    const last = report.plans.at(-1)!;
    const spend = Array.from({ length: 20 }, (_, c) => last.spend[0]!.map(() => (c === 4 ? 1000 : 100 - c)));
    const channels = spend.map((_, c) => ({ ...last.channels[0]!, name: `c${c}`, spend: 1 }));
    const many = { ...report, plans: [report.plans[0]!, { ...last, spend, channels }] };
    const facts = { ...many, scenario: { ...report.scenario, channels: channels.map(({ name }) => ({ name })) } };
    const chart = stackChart(facts, chartWordsEn)!;
    const svg = render(chart.draw(900, paperTheme));
    const names = [...svg.matchAll(/>(c\d+|\d+ others)</g)].map(([, name]) => name);
    expect(new Set(names)).toEqual(new Set(['c0', 'c1', 'c2', 'c3', 'c4', 'c5', 'c6', '13 others']));
    const marks = [...svg.matchAll(/width="10" height="10" fill="(#\w+)"/g)].map(([, color]) => color);
    expect([marks.length, new Set(marks).size]).toEqual([8, 8]);
    // 100 - c of channels 7 to 19 is 13 · 87, beside 1,000 + 100 + 99 + 98 + 97 + 95 + 94: no money is left out of the bars.
    const heights = [...svg.matchAll(/<rect [^>]*height="([\d.]+)"[^>]*stroke-width="0.75"/g)].map(([, h]) =>
      Number(h),
    );
    const perPeriod = heights.reduce((sum, height) => sum + height, 0) / last.spend[0]!.length;
    expect(heights.length).toBe(8 * last.spend[0]!.length);
    expect(Math.max(...heights) / perPeriod).toBeCloseTo((13 * 87) / (13 * 87 + 1583), 3);
    expect(chart.table.rows).toHaveLength(21);
  });

  it('calls the nearest plan nearest where none is recommended', () => {
    const plans = [report.plans[0]!, { ...report.plans.at(-1)!, plan: 'nearest' }];
    const charts = (words: ChartWords) =>
      [multiplesChart, marginalChart, (of: Report, by: ChartWords) => curvesChart(of, found, by)].map((chart) =>
        chart({ ...report, plans }, words)!,
      );
    expect(charts(chartWordsEn).map(({ caption }) => caption)).toEqual([
      expect.stringMatching(/filled: nearest$/),
      expect.stringMatching(/Bar: nearest; ring: today$/),
      expect.stringContaining('the others as in the nearest plan;'),
    ]);
    expect(charts(chartWordsZh).map(({ caption }) => caption)).toEqual([
      expect.stringMatching(/填充：最接近$/),
      expect.stringMatching(/条：最接近；圈：当前$/),
      expect.stringContaining('其他渠道按最接近的方案；'),
    ]);
    expect(charts(chartWordsEn)[0]!.table.rows[1]![1]).toBe('Nearest');
    const today = multiplesChart({ ...report, plans: report.plans.slice(0, 1) }, chartWordsEn)!;
    expect(today.caption).toMatch(/Dashed: today$/);
  });

  it('speaks Chinese throughout', () => {
    for (const { title, caption, summary, table } of all(chartWordsZh)) {
      const words = [title, caption, summary, ...table.columns].join(' ').replaceAll(HOSTILE, '');
      // A currency and the names of channels stay as they are.
      expect(words.replaceAll(/EUR|search/g, '')).not.toMatch(/[A-Za-z]{2,}/);
    }
  });
});

describe('the chart of a frontier', () => {
  it('calls its points as sentences do, and marks the one where it bends', () => {
    const [first, ...rest] = line.points;
    const between = { ...first!, names: [] };
    const points = [first!, between, ...rest];
    const nothing = { value: 0, standardError: 0 };
    const step = { from: 0, to: 1, spend: 0, mean: nothing, worstMean: nothing };
    const bent = { ...line, points, knee: { at: 1, before: step, after: step } };
    const [bold, second] = frontierChart(bent, chartWordsEn)!.table.rows;
    expect([bold![0], second![0]]).toEqual(['Point 1: Boldest, Most cautious', 'Point 2']);
    expect(render(frontierChart(bent, chartWordsEn)!.draw(600, paperTheme))).toContain('Point 2');
    expect(render(frontierChart({ ...line, points }, chartWordsEn)!.draw(600, paperTheme))).not.toContain('Point 2');
  });
});

describe('a chart of causes', () => {
  it('keeps names on two lines off those of the next row, where they are long and there is little room', () => {
    const changes = ['What customers paid', 'What the plan brought'].map((name) => ({ name, by: 1, text: '+1' }));
    const ends = { start: { name: 'Planned', text: '1' }, end: { name: 'What came of it', text: '3' } };
    const texts = { id: 'a', title: 'a', description: 'a' };
    const picture = h(WaterfallPicture, { ...texts, ...ends, changes, width: 300, theme: paperTheme, tick: String });
    const heights = [...render(picture).matchAll(/<text x="0" y="([\d.]+)"/g)].map(([, y]) => Number(y));
    expect(heights).toHaveLength(7);
    // Lines of text are 15 px apart.
    expect(Math.min(...heights.slice(1).map((y, k) => y - heights[k]!))).toBeGreaterThanOrEqual(15);
  });
});

describe('the chart of cases', () => {
  it('fills the dots that reach the target, as many as their chance says', () => {
    const median = report.plans[0]!.metrics['profit']!.quantiles.find(({ probability }) => probability === 0.5)!;
    const alone = { ...report, plans: report.plans.slice(0, 1) };
    const svg = render(dotsChart(alone, chartWordsEn, { target: median.estimate.value })!.draw(600, paperTheme));
    expect(svg.match(/<circle /g)).toHaveLength(50);
    // Half of the cases; the median within a class is read off as if its draws lay evenly.
    expect(svg.match(/<circle [^>]*fill="none"/g)!.length).toBeGreaterThanOrEqual(24);
    expect(svg.match(/<circle [^>]*fill="none"/g)!.length).toBeLessThanOrEqual(26);
  });
});

describe('a bridge', () => {
  it('tells causes that add up to the change', () => {
    const [bridge] = comparison.bridges;
    const sum = bridge!.causes.reduce((total, { change }) => total + change.value, 0);
    expect(sum).toBeCloseTo(bridge!.to.value - bridge!.from.value, 6);
    const { rows } = bridgeChart(comparison, bridge!, ['A', 'B'], chartWordsEn).table;
    expect(rows[0]![0]).toBe('A');
    expect(rows.at(-1)![0]).toBe('B');
  });
});

describe('a tornado', () => {
  it('draws each side from the base to its end', () => {
    const svg = render(
      h(TornadoPicture, {
        id: 'tornado',
        title: 't',
        description: 'd',
        width: 500,
        theme: paperTheme,
        rows: [{ name: 'CPC', low: 120, high: 60, lowText: '0.8', highText: '1.2' }],
        base: { at: 100, label: '100' },
        tick: (value) => `${value}`,
      }),
    );
    const widths = [...svg.matchAll(/<rect x="[\d.]+" width="([\d.]+)"/g)].map(([, width]) => Number(width));
    // 20 above and 40 below the base.
    expect(widths[1]! / widths[0]!).toBeCloseTo(2, 6);
  });
});

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
