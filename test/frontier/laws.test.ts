import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { Cancelled, ScenarioError } from '../../src/errors.ts';
import type { Frontier, FrontierPoint, Scenario } from '../../src/domain.ts';
import { frontier } from '../../src/runs/frontier.ts';
import { compile } from '../../src/scenario/compile/compile.ts';
import { search } from '../../src/runs/search.ts';
import { concaveScenarios, MIXED } from '../properties/concave.ts';
import { runs } from '../properties/settings.ts';
import { worstBreach } from '../properties/solve.ts';
import { inlineEngine } from '../support/engine.ts';
import { certain, channel, lognormal, scenario } from '../support/scenario.ts';

const engine = inlineEngine();
afterAll(() => engine.close());

const GAP = 1e-5;
const options = { searchDraws: 64, draws: 256, gap: GAP };
const concave = concaveScenarios({ ...MIXED, channels: [2, 3], periods: [1, 2], noFixedCosts: true });
/** Channels whose returns diminish, some of them far less certain than others: so that there is something to trade. */
const risky = fc
  .array(
    fc.record({
      efficiency: fc.double({ min: 1.2, max: 3, noNaN: true }),
      spread: fc.double({ min: 0.05, max: 0.8, noNaN: true }),
      scale: fc.double({ min: 100, max: 500, noNaN: true }),
    }),
    { minLength: 2, maxLength: 4 },
  )
  .map((all) =>
    scenario(
      Object.fromEntries(
        all.map(({ efficiency, spread, scale }, c) => [
          `c${c}`,
          channel({
            efficiency: lognormal(efficiency, spread),
            response: { curve: 'exponential', parameters: { scale: certain(scale) }, points: [], of: 'customers' },
            plan: [100],
          }),
        ]),
      ),
      { budget: { total: 100 * all.length } },
    ),
  );
const read = (of: Scenario) => ({ scenario: of, echo: [] });

type Found = Extract<FrontierPoint, { readonly status: 'found' }>;
const found = ({ points }: Frontier) => points.filter((point): point is Found => point.status === 'found');

/** What the searches of a frontier may miss at most: each the gap, of the goal or a twentieth of the money. */
function slackOf(points: readonly Found[]): number {
  return GAP * Math.max(...points.map(({ search, totalSpend }) => 1.1 * Math.max(Math.abs(search.mean), totalSpend)));
}

/** Every point above the straight line between its neighbours, but for what searches may miss. */
function expectConcave(places: readonly (readonly [x: number, y: number])[], slack: number): void {
  for (let k = 1; k < places.length - 1; k++) {
    const [[a, below], [x, y], [b, above]] = [places[k - 1]!, places[k]!, places[k + 1]!];
    expect(y).toBeGreaterThanOrEqual(below + ((above - below) * (x - a)) / (b - a) - slack);
  }
}

describe('a frontier of concave scenarios', () => {
  it('by budget rises to its top ever more slowly, within all limits', async () => {
    let rising = 0;
    await fc.assert(
      fc.asyncProperty(concave, async (of) => {
        const front = await frontier(engine, read(of), { by: 'budget', points: 4 }, options);
        const points = found(front);
        const slack = slackOf(points);
        expectConcave(
          points.map(({ totalSpend, search }) => [totalSpend, search.mean]),
          2 * slack,
        );
        const top = front.points.findIndex(({ names }) => names.includes('most profit'));
        const model = compile({ ...of, budget: { flexible: true } });
        front.points.forEach((point, k) => {
          if (point.status !== 'found') return;
          expect(worstBreach(model, point.spend)).toBeLessThan(1e-7);
          expect(point.search.mean).toBeLessThanOrEqual(point.search.upperBound + slack);
          const before = front.points[k - 1];
          if (k > top || before?.status !== 'found') return;
          rising += 1;
          expect(point.search.mean).toBeGreaterThanOrEqual(before.search.mean - 2 * slack);
        });
      }),
      runs(8),
    );
    expect(rising).toBeGreaterThan(8);
  });

  it("by risk falls in mean ever faster as its worst cases rise, under the file's budget", async () => {
    let traded = 0;
    await fc.assert(
      fc.asyncProperty(risky, async (of) => {
        const front = await frontier(engine, read(of), { points: 4, worst: 0.2 }, options);
        const points = found(front);
        expect(points).toHaveLength(front.points.length);
        const slack = slackOf(points);
        const model = compile(of);
        // What a plan is sure of: its level, and at the ends what the search reached.
        const levels = points.map(({ level, search }) => level ?? search.worstMean);
        for (const { spend } of points) expect(worstBreach(model, spend)).toBeLessThan(1e-7);
        for (let k = 1; k < points.length; k++) {
          traded += 1;
          expect(levels[k]!).toBeGreaterThan(levels[k - 1]!);
          expect(points[k]!.search.mean).toBeLessThanOrEqual(points[k - 1]!.search.mean + slack);
        }
        // The last plan has the best worst cases; of its mean nothing was asked, so that the law ends before it.
        expectConcave(
          points.slice(0, -1).map(({ search }, k) => [levels[k]!, search.mean]),
          2 * slack,
        );
      }),
      runs(10),
    );
    expect(traded).toBeGreaterThan(20);
  });
});

describe('the searches of a frontier', () => {
  const [of] = fc.sample(concave, { numRuns: 1, seed: 3 }) as [Scenario];

  it('are those that one would make alone, on the same draws', async () => {
    const { points } = await frontier(engine, read(of), { points: 3 }, options);
    const alone = await search(engine, compile(of), options);
    if (!('plan' in alone) || points[0]?.status !== 'found') throw new Error('no plan');
    expect(points[0].spend).toEqual(alone.plan.spend.map((periods) => [...periods]));
    expect(points[0].search).toMatchObject({ upperBound: alone.upperBound, gap: alone.gap });
    expect(Math.abs(points[0].search.mean - alone.lowerBound)).toBeLessThan(1e-9 * Math.abs(alone.lowerBound));
  });

  it('tell which point they are at, and end when they are told to', async () => {
    const seen = new Set<string>();
    await frontier(
      engine,
      read(of),
      { points: 4 },
      {
        ...options,
        onProgress: (progress) => {
          if (progress.phase === 'search') seen.add(`${progress.point!.number} of ${progress.point!.of}`);
        },
      },
    );
    expect([...seen]).toEqual(['1 of 4', '2 of 4', '3 of 4', '4 of 4']);
    const controller = new AbortController();
    const run = frontier(
      engine,
      read(of),
      {},
      { ...options, signal: controller.signal, onProgress: () => controller.abort() },
    );
    await expect(run).rejects.toThrow(Cancelled);
  });

  it('are not begun where so many draws of so many plans would not fit in memory', async () => {
    let searched = false;
    const run = frontier(
      engine,
      read(of),
      { points: 300 },
      { ...options, draws: 4_194_304, onProgress: () => (searched = true) },
    );
    await expect(run).rejects.toThrow(ScenarioError);
    expect(searched).toBe(false);
  });
});
