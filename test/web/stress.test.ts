import fc from 'fast-check';
import { renderToString } from 'preact-render-to-string';
import { afterAll, describe, expect, it } from 'vitest';
import { layOutNamedBars } from '../../src/pictures/named-bars-layout.ts';
import { paperTheme } from '../../src/pictures/theme.ts';
import { readScenario } from '../../src/scenario/read.ts';
import { sensitivity } from '../../src/runs/sensitivity.ts';
import { stress } from '../../src/runs/stress.ts';
import { stressLibrary } from '../../src/stress/library.ts';
import { en } from '../../web/languages/en.ts';
import { zh } from '../../web/languages/zh.ts';
import { stressTexts } from '../../src/report/chinese/stresses.ts';
import { influenceChart } from '../../web/stress/influence-chart.tsx';
import { spanOf } from '../../web/stress/noise-span.ts';
import { reverseChart } from '../../web/stress/reverse-chart.tsx';
import { stressesChart } from '../../web/stress/stresses-chart.tsx';
import { tornadoChart } from '../../web/stress/tornado-chart.tsx';
import { STRESS_WORDS } from '../../web/stress/use-stress-words.ts';
import { inlineEngine } from '../support/engine.ts';

const engine = inlineEngine();
afterAll(() => engine.close());

// Profit is 10 V - 400 with V ~ normal(100, 20): 5 % and 10 % of clicks buy, half of the order value is kept.
const text = `apportion: 1
name: Linear
currency: EUR
horizon: { periods: 4, unit: week }
budget: { total: 400 }
value: { orderValue: 'normal(100, 20)', grossMargin: 50% }
channels:
  search: { price: { cpc: 2 }, funnel: { clickToCustomer: 10% }, plan: 50 }
  social: { price: { cpc: 1 }, funnel: { clickToCustomer: 5% }, plan: 50 }
stresses:
  ban: { label: Social is banned, switchOff: [social] }
`;
const read = readScenario(text);
const few = { draws: 2048 };
const words = { en: STRESS_WORDS['en'], zh: STRESS_WORDS['zh-CN']! };

describe('charts of stress', () => {
  it('draw an assumption at its 10 % and 90 % points, with where profit turns', async () => {
    const wider = readScenario(text.replace('100, 20', '100, 30'));
    const test = await stress(engine, wider, { names: [] }, few);
    const chart = tornadoChart(test, words.en, en.charts)!;
    // V is 61.6 and 138.4 there: 100 -+ 1.2816 * 30 (and a little, as it is cut off at 0); profit is 10 V - 400, 0 at V = 40.
    const [[name, low, high, ...rest]] = chart.table.rows as [readonly string[]];
    expect([name, low, high, rest[2]]).toEqual(['Order value', '62\u00a0EUR', '138\u00a0EUR', '40\u00a0EUR']);
    expect(rest.slice(0, 2).map(Number)).toEqual([expect.closeTo(216, -0.7), expect.closeTo(984, -0.7)]);
    expect(tornadoChart(test, words.zh, zh.charts)!.table.rows[0]!.slice(1)).toEqual(chart.table.rows[0]!.slice(1));
    expect(words.zh.tornado.headline(test)).toMatch(/为 62\u00a0EUR 时 21\d EUR，为 138\u00a0EUR 时 98\d EUR。$/);
    // Φ(-2) = 2.3 %.
    expect(words.zh.tornado.breakEvens(test)).toEqual([
      expect.stringMatching(/到 40\u00a0EUR 时，预期利润转为亏损（概率 2\.[234]%）。$/),
    ]);
    expect(renderToString(chart.draw(390, paperTheme))).toContain('Order value');
  });

  it('say where a plan that loses would no longer', async () => {
    const losing = readScenario(text.replace('100, 20', '80, 20').replace('50%', '20%'));
    const test = await stress(engine, losing, { names: [] }, few);
    // 4 V = 400 at V = 100: Φ(-1) = 16 %.
    expect(words.en.tornado.breakEvens(test)).toEqual([
      expect.stringMatching(
        /^Order value: expected profit is no longer a loss at 100\u00a0EUR \(chance 16\u00a0%\)\.$/,
      ),
    ]);
    expect(words.zh.tornado.breakEvens(test)).toEqual([
      expect.stringMatching(/到 100\u00a0EUR 时，预期利润不再亏损（概率 16%）。$/),
    ]);
  });

  it('put what each stress costs beside the plan without it, and leave the assumptions alone', async () => {
    const test = await stress(engine, read, { names: ['ban', 'worth-down'], singles: false }, few);
    expect(test.tornado.bars).toEqual([]);
    // 500 of the 1,000 that customers bring are gone, and the 200 spent there; 15 % of 1,000.
    const { rows, columns } = stressesChart(test, words.zh, zh.charts)!.table;
    expect(columns).toHaveLength(6);
    expect(rows.map(([name, , change]) => [name, Number.parseFloat(change || '0')])).toEqual([
      ['没有压力', 0],
      ['Social is banned', expect.closeTo(-300, -1)],
      ['客户价值低 15%', expect.closeTo(-150, -1)],
    ]);
  });

  it('tell the way to a level with the value it needs', async () => {
    const test = await stress(engine, read, { names: [], reverse: 0, singles: false }, few);
    // Profit is 0 at V = 40, three standard deviations down.
    expect(reverseChart(test, words.en, en.charts)!.table.rows).toEqual([
      ['Order value', '100\u00a0EUR', '40\u00a0EUR', '100\u00a0%'],
    ]);
    expect(words.en.reverse.sentences(test, test.reverse!)[1]).toBe(
      'The most likely way there: order value 40\u00a0EUR instead of 100\u00a0EUR, all together.',
    );
    expect(words.zh.reverse.sentences(test, test.reverse!)[1]).toMatch(/为 40\u00a0EUR 而非 100\u00a0EUR，同时发生。$/);
  });

  it('give all of the uncertainty to the one assumption that has it', async () => {
    const influence = await sensitivity(engine, read, {}, few);
    const [row] = influenceChart(influence, words.en, en.charts)!.table.rows;
    expect(row![0]).toBe('Order value');
    // Within 5 of 100: sampling on 2,048 draws.
    expect(Math.abs(Number.parseFloat(row![1]!) - 100)).toBeLessThan(5);
    expect(words.zh.influence.headline(influence).first).toMatch(
      /^当前方案的利润之所以不确定，主要因为“.*”（\d+%）。$/,
    );
  });
});

describe('named bars', () => {
  it('stay inside their picture, ring and noise included', () => {
    const value = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    const bars = fc.array(fc.record({ from: fc.constant(0), to: value, mark: value, span: fc.tuple(value, value) }), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(bars, fc.integer({ min: 200, max: 1000 }), (rows, width) => {
        for (const { x, width: length, mark, span } of layOutNamedBars(rows, width).rows) {
          for (const at of [x, x + length - 1, mark!, ...span!]) {
            expect(at).toBeGreaterThanOrEqual(0);
            expect(at).toBeLessThanOrEqual(width);
          }
        }
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  it('show 95 % of repeats, and nothing below zero', () => {
    expect(spanOf({ value: 10, standardError: 2 })).toEqual([expect.closeTo(6.08, 12), expect.closeTo(13.92, 12)]);
    expect(spanOf({ value: 1, standardError: 2 })[0]).toBe(0);
  });
});

describe('the Chinese of stress', () => {
  it('has a text for every stress of the library, without English', () => {
    const own = stressTexts({ name: 'media-dearer', own: true, label: 'mine' });
    expect(own).toEqual({ label: 'mine', about: '如文件所述。' });
    for (const { name, label } of stressLibrary) {
      const texts = stressTexts({ name, own: false, label });
      expect(texts.action).toMatch(/。$/);
      expect(Object.values(texts).join('')).not.toMatch(/[A-Za-z]{2}/);
    }
  });
});
