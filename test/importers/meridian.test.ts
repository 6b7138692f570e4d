import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { quantile } from '../../src/distributions/distribution.ts';
import { distributions } from '../../src/distributions/table.ts';
import type { Channel } from '../../src/domain.ts';
import { meridian } from '../../src/importers/meridian.ts';
import { importers } from '../../src/importers/table.ts';
import { table } from '../../src/responses/points.ts';
import { valueAt } from '../../src/responses/value-at.ts';
import { readScenario } from '../../src/scenario/read.ts';

const FILE = 'optimization_output_fixed_budget.html';
const html = readFileSync(new URL(`../fixtures/meridian/${FILE}`, import.meta.url), 'utf8');
const imported = meridian.convert(html, { file: `/home/planner/${FILE}` });
const { scenario, warnings } = readScenario(imported.scenario);
const channels = Object.entries(scenario.channels);

/**
 * What the report says, read by Python:
 *   literals = re.findall(r'JSON\.parse\(("(?:[^"\\]|\\.)*")\)', html)
 *   rows = list(json.loads(json.loads(literals[-1]))['datasets'].values())[0]
 * Bounds are lower_bound and upper_bound times spend / spend_multiplier of the channel's last row, in single precision.
 * low and high are ci_lo / mean and ci_hi / mean where spend_multiplier is 1.
 */
const REPORT = {
  Channel4: { today: 47.7e6, meridian: 62e6, bounds: [33.39e6, 62.01e6], low: 0.25296084, high: 2.08436274 },
  Channel3: { today: 87.9e6, meridian: 61.5e6, bounds: [61.53e6, 114.27e6], low: 0.33686824, high: 1.98221846 },
  Channel0: { today: 40.5e6, meridian: 52.6e6, bounds: [28.35e6, 52.65e6], low: 0.25556361, high: 1.97192317 },
  Channel1: { today: 31.3e6, meridian: 27.7e6, bounds: [21.91e6, 40.69e6], low: 0.28088331, high: 2.12678331 },
  Channel2: { today: 12.1e6, meridian: 15.7e6, bounds: [8.47e6, 15.73e6], low: 0.37265161, high: 1.86839827 },
} as const;

/** Revenue of a plan on the mean curves. */
function outcome(plan: (name: keyof typeof REPORT) => number): number {
  return channels.reduce(
    (sum, [name, { response }]) => sum + valueAt(table, plan(name as keyof typeof REPORT), [1], response.points),
    0,
  );
}

function multiplierOf({ response }: Channel) {
  const { multiplier } = response.parameters;
  if (multiplier?.kind !== 'uncertain') throw new Error('the multiplier is certain');
  return multiplier.distribution;
}

describe("a real report of Meridian's", () => {
  it('is recognized, and other pages are not', () => {
    expect(importers['meridian']).toBe(meridian);
    expect(meridian.recognizes(html)).toBe(true);
    expect(meridian.recognizes('<!doctype html><html><body>JSON.parse("{}")</body></html>')).toBe(false);
  });

  it('becomes a scenario that reads without a warning', () => {
    expect(warnings).toEqual([]);
    expect(scenario.currency).toBe('USD');
    expect(scenario.horizon.periods).toBe(1);
    expect(scenario.budget).toEqual({ total: 219_500_000 });
    expect(scenario.goal).toEqual({ maximize: 'revenue' });
  });

  it("keeps each channel's spend of today and limits", () => {
    expect(channels.map(([name]) => name)).toEqual(Object.keys(REPORT));
    for (const [name, { plan, limits }] of channels) {
      const expected = REPORT[name as keyof typeof REPORT];
      expect(plan).toEqual([expected.today]);
      // Meridian rounds its limits to 100,000: its plan for Channel3 is 30,000 below the limit it prints.
      const [least, most] = expected.bounds;
      expect(limits).toEqual({ min: Math.min(least, expected.meridian), max: most });
    }
  });

  it("brings what Meridian says for today's plan and for its own", () => {
    // The picture of outcomes has 258,493,024 for today's plan; the optimized rows of the curves add up to the other.
    expect(Math.abs(outcome((name) => REPORT[name].today) / 258_493_024 - 1)).toBeLessThan(1e-6);
    expect(Math.abs(outcome((name) => REPORT[name].meridian) / 265_203_114 - 1)).toBeLessThan(1e-6);
  });

  it('gives concave curves that are within rounding of the points of the report', () => {
    const rows = rowsOfReport();
    expect(rows.length).toBe(1010);
    let raised = 0;
    for (const { channel, spend, mean } of rows) {
      const { points } = scenario.channels[channel]!.response;
      const value = valueAt(table, spend, [1], points);
      expect(value).toBeGreaterThanOrEqual(mean * (1 - 1e-12)); // rounding of the interpolation
      raised = Math.max(raised, mean === 0 ? 0 : value / mean - 1);
    }
    expect(raised).toBeLessThan(1.3e-6); // 1.24e-6 by the hull in Python
    for (const [, { response }] of channels) expect(table.curvature([1], response.points)).toBe('concave');
  });

  it('says how uncertain each curve is: mean 1, and the 90 % interval of the report', () => {
    for (const [name, channel] of channels) {
      const { low, high } = REPORT[name as keyof typeof REPORT];
      const factor = multiplierOf(channel);
      expect(quantile(factor, 0.05)).toBeCloseTo(low, 6);
      expect(quantile(factor, 0.95)).toBeCloseTo(high, 6);
      expect(distributions[factor.family]!.mean(factor.parameters)).toBeCloseTo(1, 6);
    }
  });

  it("names the report, Meridian's answer and what was assumed", () => {
    expect(scenario.source).toBe(`Google Meridian's budget optimization report, ${FILE}`);
    expect(scenario.name).toContain('Jan 25, 2021 - Jan 22, 2024');
    const notes = imported.notes.join('\n');
    expect(scenario.notes?.trim()).toBe(notes);
    for (const said of ['265,203,114', '258,493,010', '219,500,000', 'Gross margin', 'independently', '30,000']) {
      expect(notes).toContain(said);
    }
    expect(scenario.channels['Channel3']!.source).toContain('58,278,208 for 61,500,000');
  });
});

function rowsOfReport(): readonly { readonly channel: string; readonly spend: number; readonly mean: number }[] {
  const literal = /JSON\.parse\(("(?:[^"\\]|\\.)*")\)(?![\s\S]*JSON\.parse)/.exec(html)![1]!;
  return Object.values(JSON.parse(JSON.parse(literal) as string).datasets)[0] as ReturnType<typeof rowsOfReport>;
}
