/** Where everything of a picture is drawn: held to what a reader would measure on paper. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axisOf } from '../../src/pictures/axis.ts';
import { layOutBars } from '../../src/pictures/bars-layout.ts';
import { chanceOfAtLeast, evenQuantiles, quantileOf } from '../../src/pictures/chances.ts';
import { layOutCumulative } from '../../src/pictures/cumulative-layout.ts';
import { layOutCurve } from '../../src/pictures/curve-layout.ts';
import { layOutDots } from '../../src/pictures/dots-layout.ts';
import { layOutFan } from '../../src/pictures/fan-layout.ts';
import { layOutFrontier } from '../../src/pictures/frontier-layout.ts';
import { layOutGrowth } from '../../src/pictures/growth-layout.ts';
import { layOutPaths } from '../../src/pictures/paths-layout.ts';
import { layOutGap } from '../../src/pictures/gap-layout.ts';
import { cellsOf, stepsOf } from '../../src/pictures/multiples-layout.ts';
import { layOutStack } from '../../src/pictures/stack-layout.ts';
import { apart, fitLines, fitText, textWidth } from '../../src/pictures/text.ts';
import { waterfallRows } from '../../src/pictures/waterfall-layout.ts';
import { chartWordsEn } from '../../src/pictures/words-en.ts';
import { chartWordsZh } from '../../src/pictures/words-zh.ts';
import type { ChartWords } from '../../src/pictures/words.ts';

const repeatable = { seed: 1, numRuns: 300 };
const amount = fc.double({ min: -1e9, max: 1e9, noNaN: true });

/** Four classes of 10 from 0 to 40. */
const distribution = { edges: [0, 10, 20, 30, 40], shares: [0.1, 0.4, 0.3, 0.2] };

describe('chances read off classes', () => {
  it('are sums of shares at the edges, and even between them', () => {
    expect([0, 10, 20, 30, 40].map((value) => chanceOfAtLeast(distribution, value))).toEqual(
      [1, 0.9, 0.5, 0.2, 0].map((chance) => expect.closeTo(chance, 12)),
    );
    expect(chanceOfAtLeast(distribution, 25)).toBeCloseTo(0.2 + 0.3 / 2, 12);
    expect([-5, 45].map((value) => chanceOfAtLeast(distribution, value))).toEqual([1, 0]);
  });

  it('lead from a chance to its value and back', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), (p) => {
        expect(chanceOfAtLeast(distribution, quantileOf(distribution, p))).toBeCloseTo(1 - p, 9);
      }),
      repeatable,
    );
    expect(quantileOf(distribution, 0.5)).toBeCloseTo(20, 12);
  });

  it('give equally likely values: as many in a class as its share says', () => {
    const values = evenQuantiles(distribution, 50);
    const inClass = (from: number) => values.filter((value) => value >= from && value < from + 10).length;
    expect([0, 10, 20, 30].map(inClass)).toEqual([5, 20, 15, 10]);
  });
});

describe('an axis', () => {
  it('leads from a value to its place and back, with all its numbers inside', () => {
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1, maxLength: 5 }), (values) => {
        const axis = axisOf(values, [20, 500], 5);
        for (const value of values) {
          const at = axis.place(value);
          expect(at).toBeGreaterThanOrEqual(20 - 1e-6);
          expect(at).toBeLessThanOrEqual(500 + 1e-6);
        }
        for (const tick of axis.ticks) expect(axis.valueAt(tick.at)).toBeCloseTo(tick.value, -2);
        expect(axis.ticks.length).toBeGreaterThan(0);
      }),
      repeatable,
    );
  });
});

describe('labels', () => {
  it('stay in order, apart and inside, wherever they are wanted', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -50, max: 350, noNaN: true }), { minLength: 1, maxLength: 12 }),
        (wanted) => {
          const heights = apart(
            wanted.toSorted((a, b) => a - b),
            15,
            [10, 300],
          );
          for (let k = 1; k < heights.length; k++)
            expect(heights[k]! - heights[k - 1]!).toBeGreaterThanOrEqual(15 - 1e-9);
          expect(heights.at(-1)).toBeLessThanOrEqual(300);
        },
      ),
      repeatable,
    );
    expect(apart([40, 80, 120], 15, [0, 200])).toEqual([40, 80, 120]);
  });

  it('are cut in the middle where they do not fit, so that names that begin alike stay apart', () => {
    expect(fitText('short', 200)).toBe('short');
    const cut = fitText('a name that is far too long for its place', 100);
    expect(cut).toMatch(/^a name.*….*place$/);
    expect(textWidth(cut)).toBeLessThanOrEqual(100);
    // Bold letters are wider: less of the same name fits.
    expect(fitText('a name that is far too long for its place', 100, 'bold').length).toBeLessThan(cut.length);
    expect(fitText('渠道', 5)).toBe('渠…');
  });

  it('take a second line where one is not enough, broken at a space or between Chinese letters', () => {
    expect(fitLines('Search: clicks', 200)).toEqual(['Search: clicks']);
    const long = 'Facebook and Instagram: clicks 2,000\u00a0USD';
    expect(fitLines(long, 170)).toEqual(['Facebook and Instagram:', 'clicks 2,000\u00a0USD']);
    // Four letters of 12.5 pixels would fit, but the colon after them must not begin a line.
    expect(fitLines('线上市场：点击到客户', 60)).toEqual(['线上市', '场：…客户']);
    expect(fitLines('线上市场：点击到客户', 66)).toEqual(['线上市场：', '点击到客户']);
    expect(fitLines('Unbreakable', 30)).toEqual([fitText('Unbreakable', 30)]);
  });
});

describe('dots', () => {
  it('are all there, inside their strip, above their values, and none over another', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 50, maxLength: 50 }),
        (values) => {
          const sets = [
            { kind: 'today' as const, label: '', values },
            { kind: 'recommended' as const, label: '', values: values.map((value) => value / 2) },
          ];
          const { strips, radius, axis } = layOutDots({ sets, span: [0, 100], width: 600 });
          const places = strips.flatMap(({ dots }) => dots.map(({ x, y }) => `${x} ${y}`));
          expect(new Set(places).size).toBe(100);
          strips.forEach(({ dots, labelY }, s) => {
            dots.forEach(({ x, y }, k) => {
              expect(y - radius).toBeGreaterThan(labelY - 14);
              expect(Math.abs(x - axis.place(sets[s]!.values[k]!))).toBeLessThanOrEqual(radius + 0.5 + 1e-9);
            });
          });
        },
      ),
      { ...repeatable, numRuns: 50 },
    );
  });

  it('make room on the axis for a target beyond them', () => {
    const { axis } = layOutDots({ sets: [], span: [0, 10], width: 600, target: 20 });
    expect(axis.place(20)).toBeLessThanOrEqual(600);
  });
});

describe('the chance of at least so much', () => {
  it('falls from all to none, and is one half at the median', () => {
    const { curves, y } = layOutCumulative([{ kind: 'today', label: '', distribution }], 400, 200);
    const [curve] = curves;
    const points = [...curve!.path.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, at]) => [Number(x), Number(at)]);
    expect(points[0]).toEqual([0, expect.closeTo(y.place(1), 1)]);
    expect(points.at(-1)).toEqual([400, expect.closeTo(y.place(0), 1)]);
    expect(curve!.half).toEqual([200, y.place(0.5)]); // the median, 20, lies in the middle of 0 to 40
  });
});

describe('a fan', () => {
  const band = (t: number) => ({ low: -t, lowerQuarter: 0, median: t, upperQuarter: 2 * t, high: 3 * t });

  it('has its periods at even distances, and zero on its axis', () => {
    const { x, y, ticks, bottom } = layOutFan({ bands: [1, 2, 3].map(band), width: 334, height: 200, right: 100 });
    expect(x).toEqual([34, 134, 234]);
    expect(y.place(0)).toBeLessThanOrEqual(bottom);
    expect(y.place(9)).toBeLessThan(y.place(0));
    expect(ticks.map(({ value }) => value)).toEqual([1, 2, 3]);
  });

  it('writes fewer numbers where there is less room', () => {
    const bands = Array.from({ length: 52 }, (_, t) => band(t + 1));
    const { ticks } = layOutFan({ bands, width: 350, height: 200, right: 80 });
    expect(ticks.length).toBeLessThan(7);
  });
});

describe('stacked bars', () => {
  it('are as high as the spend, without gaps', () => {
    const { bars, y, names } = layOutStack({
      spend: [
        [10, 0],
        [30, 20],
      ],
      width: 300,
      height: 200,
      right: 60,
    });
    const pixels = y.place(0) - y.place(10);
    expect(bars.map(({ channel, period, height }) => [channel, period, height / pixels])).toEqual([
      [0, 0, expect.closeTo(1, 9)],
      [1, 0, expect.closeTo(3, 9)],
      [1, 1, expect.closeTo(2, 9)],
    ]);
    expect(bars[1]!.y + bars[1]!.height).toBeCloseTo(bars[0]!.y, 9);
    expect(names.map(({ channel }) => channel)).toEqual([1, 0]);
  });
});

describe('small pictures', () => {
  it('fill the rows they need, none over another', () => {
    const { cells, height } = cellsOf(5, 680, 100);
    expect(cells.map(({ y }) => y)).toEqual([0, 0, 0, 0, 118]);
    expect(cells[3]!.x + cells[3]!.width).toBeCloseTo(680, 9);
    expect(height).toBe(218);
    expect(cellsOf(3, 150, 100).cells.map(({ x }) => x)).toEqual([0, 0, 0]);
  });

  it('draw amounts as steps of their height', () => {
    expect(stepsOf([0, 10], 10, { x: 0, y: 0, width: 100, height: 50 })).toBe('M0,50L50,50L50,0L100,0L100,0');
  });
});

describe('a response curve', () => {
  it('has its points on the curve, and the end of the data where they end', () => {
    const point = (spend: number) => ({
      spend,
      mean: spend / 2,
      low: 0,
      lowerQuarter: 0,
      median: 0,
      upperQuarter: 0,
      high: spend,
    });
    const curve = {
      channel: 'search',
      figure: 'revenue' as const,
      points: [0, 25, 25, 50, 100].map(point),
      today: 1,
      plan: 3,
      observed: 75,
    };
    const layout = layOutCurve(curve, 100, { x: 0, y: 0, width: 200, height: 100 });
    expect(layout.today).toEqual([50, 87.5]);
    expect(layout.plan).toEqual([100, 75]);
    expect(layout.observed).toBe(150);
    expect(
      layOutCurve({ ...curve, observed: 400 }, 100, { x: 0, y: 0, width: 200, height: 100 }).observed,
    ).toBeUndefined();
  });
});

describe('bars', () => {
  it('begin and end at their values', () => {
    const { axis, rows } = layOutBars({
      rows: [
        { from: 0, to: 5 },
        { from: 5, to: -3 },
      ],
      width: 300,
      left: 50,
      right: 20,
      rowHeight: 30,
    });
    expect(rows[0]!.width).toBeCloseTo(axis.place(5) - axis.place(0), 9);
    expect(rows[1]!.x).toBeCloseTo(axis.place(-3), 9);
    expect(rows[1]!.middle - rows[0]!.middle).toBe(30);
  });
});

describe('a waterfall', () => {
  it('begins each change where the one before it ended', () => {
    expect(waterfallRows([20, -50, 5])).toEqual([
      { from: 0, to: 20 },
      { from: 20, to: -30 },
      { from: -30, to: -25 },
    ]);
  });
});

describe('a frontier', () => {
  it('runs from left to right through its plans, with others beside it', () => {
    const { path, points, beside } = layOutFrontier({
      points: [
        { x: 10, y: 5 },
        { x: 0, y: 8, label: 'bold' },
      ],
      beside: [{ x: 2, y: 4, label: 'today' }],
      listed: chartWordsEn.listed,
      width: 400,
      height: 300,
    });
    expect(path.startsWith(`M${points[1]!.x},`)).toBe(true);
    expect(points[1]!.anchor).toBe('start');
    expect(beside[0]!.y).toBeGreaterThan(points[0]!.y); // 4 is below 5
  });
});

describe('the names of plans beside a frontier', () => {
  it('stand below their points, but never among the numbers of the axis', () => {
    const { beside, bottom } = layOutFrontier({
      points: [{ x: 10, y: 10 }],
      beside: [
        { x: 2, y: 5, label: 'split' },
        { x: 0, y: 0, label: 'today' },
      ],
      listed: chartWordsEn.listed,
      width: 400,
      height: 300,
    });
    const [middle, lowest] = beside;
    expect(middle!.labelY).toBeGreaterThan(middle!.y);
    expect(lowest!.y).toBeCloseTo(bottom, 9); // 0 is a round number, at which the axis begins
    expect(lowest!.labelY).toBeLessThan(lowest!.y);
  });
});

describe('a frontier whose plans are all but one', () => {
  it('says their names once, side by side', () => {
    const labels = (listed: ChartWords['listed']) =>
      layOutFrontier({
        points: [
          { x: 100, y: 50, label: 'bold' },
          { x: 100.1, y: 50, label: 'cautious' },
        ],
        beside: [{ x: 0, y: 0, label: 'today' }],
        listed,
        width: 400,
        height: 300,
      }).points.map(({ label }) => label);
    expect(labels(chartWordsEn.listed)).toEqual(['bold, cautious', undefined]);
    expect(labels(chartWordsZh.listed)).toEqual(['bold、cautious', undefined]);
  });
});

describe('a closing gap', () => {
  it('falls by as many pixels from 10 % to 1 % as from 1 % to 0.1 %', () => {
    const { ticks, end, x } = layOutGap(
      [
        { seconds: 0, gap: 0.5 },
        { seconds: 2, gap: 0.0005 },
      ],
      400,
      150,
    );
    const at = (value: number) => ticks.find((tick) => tick.value === value)!.at;
    expect(at(0.01) - at(0.1)).toBeCloseTo(at(0.001) - at(0.01), 9);
    expect(end[0]).toBe(x.place(2));
  });

  it('stays where it is while it grows, but for few steps of its axes', () => {
    const looks = Array.from({ length: 600 }, (_, k) => {
      const gaps = [0, k].map((at) => ({ seconds: at / 10, gap: 0.9 * Math.exp(-at / 80) }));
      const { x, ticks } = layOutGap(gaps, 400, 150);
      return { time: x.place(1), shares: ticks.map(({ at }) => at).join(' ') };
    });
    // Ends at 1, 2, 5, 10, 20, 50 and 100 seconds; gaps down to 0.1, 0.01, 0.001 and 0.0001.
    expect(new Set(looks.map(({ time }) => time)).size).toBe(7);
    expect(new Set(looks.map(({ shares }) => shares)).size).toBe(4);
  });
});

describe('figures that grow', () => {
  it('rise in steps at their places, with labels apart from each other', () => {
    const { lines, labels, x, y } = layOutGrowth({
      at: [0, 8, 52],
      lines: [
        [0.5, 1.2, 1.5],
        [0.4, 0.9, 1.49],
      ],
      mark: 1,
      width: 600,
      height: 200,
      right: 100,
    });
    const px = (value: number) => Number(value.toFixed(1));
    // Across to week 8, then up: what a customer has brought stays the same until the next order.
    expect(lines[0]).toBe(
      `M${px(x.place(0))},${px(y.place(0.5))}L${px(x.place(8))},${px(y.place(0.5))}L${px(x.place(8))},${px(y.place(1.2))}` +
        `L${px(x.place(52))},${px(y.place(1.2))}L${px(x.place(52))},${px(y.place(1.5))}`,
    );
    expect(x.place(52)).toBeCloseTo(500, 9);
    expect(labels[1]! - labels[0]!).toBeGreaterThanOrEqual(15);
  });
});

describe('profit by period', () => {
  it('stands as bars between the ends of its period, up from zero or down to a loss', () => {
    const { bars, x, y } = layOutPaths({
      paths: [[10, 5, 25, 25]],
      bars: [10, -5],
      width: 400,
      height: 200,
      right: 50,
    });
    expect(bars.map(({ isLoss }) => isLoss)).toEqual([false, true]);
    const [up, down] = bars as [(typeof bars)[number], (typeof bars)[number]];
    expect([up.y, up.y + up.height]).toEqual([y.place(10), y.place(0)].map((at) => expect.closeTo(at, 9)));
    expect([down.y, down.y + down.height]).toEqual([y.place(0), y.place(-5)].map((at) => expect.closeTo(at, 9)));
    expect(up.x + up.width / 2).toBeCloseTo((x[0]! + x[1]!) / 2, 9);
  });
});
