import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { spiderChart } from '../../src/pictures/charts/spider.tsx';
import { layOutSpider } from '../../src/pictures/spider-layout.ts';
import { paperTheme } from '../../src/pictures/theme.ts';
import { chartWordsEn } from '../../src/pictures/words-en.ts';
import { chartWordsZh } from '../../src/pictures/words-zh.ts';
import { stress } from '../../src/runs/stress.ts';
import { readScenario } from '../../src/scenario/read.ts';
import { engineOfFile } from '../support/engine.ts';

const line = (...means: number[]) => means.map((mean, k) => ({ probability: [0.1, 0.5, 0.9][k]!, mean }));

describe('a spider', () => {
  it('draws every line from the left end of its range to the right one, on one scale', () => {
    const { lines, y, ends, right } = layOutSpider({
      lines: [line(0, 50, 100), line(60, 50, 40)],
      width: 400,
      height: 240,
    });
    const points = lines.map((path) => [...path.matchAll(/[ML]([\d.]+),([\d.]+)/g)].map(([, a, b]) => [+a!, +b!]));
    expect(points.map((own) => [own[0]![0], own.at(-1)![0]])).toEqual([
      [40, right],
      [40, right],
    ]);
    // Both are at 50 in the middle, and a straight line is straight.
    expect(points[0]![1]).toEqual(points[1]![1]);
    expect(points[0]![1]![1]).toBeCloseTo((points[0]![0]![1]! + points[0]![2]![1]!) / 2, 1);
    expect(ends[0]!.at).toBeCloseTo(y.place(100), 9);
  });

  it('keeps the numbers of lines that end together apart', () => {
    const { ends } = layOutSpider({ lines: [line(0, 5, 10), line(9, 9, 10), line(3, 7, 10)], width: 300, height: 200 });
    const heights = ends.map(({ label }) => label).toSorted((a, b) => a - b);
    expect(heights[1]! - heights[0]!).toBeGreaterThanOrEqual(13);
    expect(heights[2]! - heights[1]!).toBeGreaterThanOrEqual(13);
  });
});

describe('the chart of a spider', () => {
  const engine = engineOfFile();
  const hostile = '"><svg onload=hit()>';
  // Profit is 10 times the order value less 100.
  const text = `apportion: 1
name: Lines
currency: EUR
horizon: { periods: 1, unit: week }
budget: { total: 100 }
value: { orderValue: 'uniform(20, 40)' }
channels:
  a: { label: ${JSON.stringify(hostile)}, efficiency: 'uniform(0.09, 0.11)', response: { curve: linear }, plan: 100 }
`;

  it('tells the figure at each step, in both languages, and is safe against names', async () => {
    const test = await stress(engine, readScenario(text), { names: [] }, { draws: 1024 });
    for (const words of [chartWordsEn, chartWordsZh]) {
      const chart = spiderChart(test, (id) => `${id} ${hostile}`, words)!;
      // At its 10 % point the order value is 22, at 90 % 38, and 10 customers buy.
      expect([chart.table.rows[0]![1], chart.table.rows[0]!.at(-1)]).toEqual(['120', '280']);
      expect(chart.table.columns.length).toBe(10);
      for (const width of [350, 760]) {
        const svg = render(chart.draw(width, paperTheme));
        expect(svg).not.toContain('<svg onload');
        expect(svg.match(/<path /g)!.length).toBe(2);
      }
    }
    expect(spiderChart({ ...test, tornado: { ...test.tornado, bars: [] } }, (id) => id, chartWordsEn)).toBeUndefined();
  });
});
