import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { axisOf } from '../../src/pictures/axis.ts';
import { scatterChart } from '../../src/pictures/charts/scatter.tsx';
import { layOutScatter } from '../../src/pictures/scatter-layout.ts';
import { textWidth } from '../../src/pictures/text.ts';
import { paperTheme } from '../../src/pictures/theme.ts';
import { chartWordsEn } from '../../src/pictures/words-en.ts';
import { chartWordsZh } from '../../src/pictures/words-zh.ts';
import { report } from '../report/sample.ts';

const scatter = {
  id: 'channels.search.funnel.clickToCustomer',
  points: [
    [0.01, -500],
    [0.03, 1500],
    [0.02, 500],
  ],
  line: [
    [0.012, -300],
    [0.028, 1300],
  ],
} as const;
const found = {
  assumptions: [],
  figure: { maximize: 'profit' },
  scenario: report.scenario,
  scatter: [scatter],
} as const;

describe('a scatter', () => {
  it('places dots by value and outcome, inside its cell', () => {
    const y = axisOf([-500, 1500], [150, 20], 4);
    const { dots, ends } = layOutScatter(scatter, y, { x: 100, y: 0, width: 206, height: 150 });
    // Three pixels are free at each side, so that 0.01 to 0.03 are 103 to 303.
    expect(dots.map(([x]) => Number(x.toFixed(6)))).toEqual([103, 303, 203]);
    expect(dots[2]![1]).toBeCloseTo((dots[0]![1] + dots[1]![1]) / 2, 9);
    expect(ends).toEqual([0.01, 0.03]);
  });

  it('stands beside the same as figures, in either language', () => {
    const chart = scatterChart(found, () => 'Rate', chartWordsEn)!;
    expect(chart.table.rows.map((row) => row.map((cell) => cell.replaceAll('\u00a0', ' ')))).toEqual([
      ['Rate', '1.2 %', '-300 EUR'],
      ['Rate', '2.8 %', '1,300 EUR'],
    ]);
    expect(chart.summary).toContain('in its lowest tenth the mean is -300 EUR, in its highest 1,300 EUR');
    expect(scatterChart(found, () => '转化率', chartWordsZh)!.table.rows[0]).toEqual(['转化率', '1.2%', '-300 EUR']);
    const svg = render(chart.draw(350, paperTheme));
    expect(svg.match(/<circle/g)).toHaveLength(3);
    expect(svg).toContain(`<desc id="scatter-desc">${chart.summary}`);
  });

  it('says what values of money are in, in its table and at the ends of its axes', () => {
    const id = 'channels.search.price.cpc';
    const assumptions = [{ path: id, text: '', words: '', currency: 'USD' }];
    const chart = scatterChart({ ...found, assumptions, scatter: [{ ...scatter, id }] }, () => 'Price', chartWordsEn)!;
    expect(chart.table.rows[0]).toEqual(['Price', '0.012\u00a0USD', '-300 EUR']);
    expect(render(chart.draw(350, paperTheme))).toMatch(/>0\.010?\u00a0USD<.*>0\.030?\u00a0USD</);
  });

  it('leaves room for the numbers of its axis, however long, and for names of two lines', () => {
    const large = {
      ...scatter,
      points: [
        [0.01, -10e6],
        [0.03, 40e6],
      ],
      line: [
        [0.012, -8e6],
        [0.028, 30e6],
      ],
    } as const;
    const name = 'Facebook and Instagram: cost per 1,000 impressions';
    const svg = render(scatterChart({ ...found, scatter: [large] }, () => name, chartWordsZh)!.draw(300, paperTheme));
    const numbers = [...svg.matchAll(/<text x="([\d.]+)" [^>]*text-anchor="end"[^>]*>([^<]*万)</g)];
    expect(numbers.length).toBeGreaterThan(2);
    for (const [, x, text] of numbers) expect(Number(x)).toBeGreaterThanOrEqual(textWidth(text!));
    expect([...svg.matchAll(/font-weight="600">([^<]*)</g)].map(([, line]) => line).join(' ')).toBe(name);
  });

  it('is none where nothing is uncertain', () => {
    expect(scatterChart({ ...found, scatter: [] }, () => '', chartWordsEn)).toBeUndefined();
  });
});
