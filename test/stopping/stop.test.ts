/** Runs whose search is stopped: the best plan so far, with a gap that holds. */
import { afterAll, describe, expect, it } from 'vitest';
import { Cancelled } from '../../src/errors.ts';
import { compare } from '../../src/runs/compare.ts';
import { finance } from '../../src/runs/finance.ts';
import { frontier } from '../../src/runs/frontier.ts';
import { replan } from '../../src/runs/replan.ts';
import { optimize } from '../../src/runs/run.ts';
import { type RunOptions } from '../../src/runs/run-options.ts';
import { type RunProgress } from '../../src/runs/progress.ts';
import { sensitivity } from '../../src/runs/sensitivity.ts';
import { stress } from '../../src/runs/stress.ts';
import { valueOfInformation } from '../../src/runs/voi.ts';
import { headline } from '../../src/report/sentences/headline.ts';
import { voiCaveats, voiHeadline } from '../../src/report/sentences/voi.ts';
import { readScenario } from '../../src/scenario/read.ts';
import { pilotWords } from '../../web/languages/zh/pilots.ts';
import { inlineEngine } from '../support/engine.ts';

const engine = inlineEngine();
afterAll(() => engine.close());

const quick = { draws: 256, searchDraws: 16 } as const;

/** Three channels over four weeks, with carry-over, so that no search is over at once. */
const reading = (wishes = '', channel = '') =>
  readScenario(`apportion: 1
name: Stopped
currency: EUR
horizon: { periods: 4, unit: week }
budget: { total: 1200 }
value: { orderValue: 90 to 110 }
channels:
  search:
    efficiency: 0.02 to 0.04
    response: { curve: exponential, scale: 100 }
    carryover: { curve: geometric, retention: 30% }
    plan: 100
  social:
    efficiency: 0.02 to 0.05
    response: { curve: michaelis-menten, halfSaturation: 120 }
    carryover: { curve: geometric, retention: 50% }
    plan: 100
  display:
    efficiency: 0.01 to 0.06
    response: { curve: exponential, scale: 150 }
    plan: 100
    ${channel}
${wishes}`);

const kinds: readonly (readonly [name: string, ...texts: [wishes?: string, channel?: string]])[] = [
  ['concave'],
  ['with fixed costs', '', 'fixedCost: 300'],
  ['with nothing or enough', '', 'limits: { minIfUsed: 80 }'],
  ['with a limit on the worst cases', 'goal: { maximize: profit, risk: { worst: 10%, atLeast: 1200 } }'],
  ['with a target on a chance', 'targets: [{ metric: customers, atLeast: 22, probability: 65% }]'],
  ['with a chance as the goal', 'goal: { maximize: profit, chanceOf: 2200 }'],
  ['with a target on the marginal return', 'targets: [{ metric: marginalRoas, atLeast: 0.9 }]'],
  ['with a target on the chance of a return', 'targets: [{ metric: marginalRoas, atLeast: 0.9, probability: 80% }]'],
  ['with a target out of reach', 'targets: [{ metric: customers, atLeast: 1000 }]'],
];

/** Options that stop the search at its nth sign of progress. */
function stoppedAt(nth: number): RunOptions {
  const stop = new AbortController();
  let signs = 0;
  return {
    ...quick,
    stop: stop.signal,
    onProgress() {
      signs += 1;
      if (signs === nth) stop.abort();
    },
  };
}

describe('a search that is stopped', () => {
  it('after its first sign of progress still gives a plan, judged, and tells first how far it is from the best', async () => {
    const read = reading();
    const report = await optimize(engine, read, { ...stoppedAt(1), ranges: true });
    const { optimization, plans, notes, freeBudget, ranges } = report;
    if (optimization === undefined || !('plan' in optimization)) throw new Error(optimization?.status);
    expect(optimization.status).toBe('best found');
    expect(optimization.gap).toBeGreaterThan(5e-4);
    expect(plans.at(-1)!.metrics['profit']!.mean.value).toBeGreaterThan(0);
    expect([freeBudget, ranges]).toEqual([undefined, undefined]);
    const [said, howFar] = headline(report).rest;
    expect(said).toBe('The search was stopped: there may be a better plan.');
    const percent = /^Proven: no plan within the limits can be over ([\d.]+)\u00a0% better /.exec(howFar!)![1]!;
    // Rounded up to two digits.
    expect(Number(percent) / 100).toBeGreaterThanOrEqual(optimization.gap * (1 - 1e-9));
    expect(Number(percent) / 100).toBeLessThan(optimization.gap * 1.1);
    expect(notes[0]).toBe(
      'Not searched because of the stop: how far channels may be moved and the budget that would earn the most.',
    );
  });

  it.each(kinds)('is honest about what it has, wherever it is stopped: %s', async (_, wishes, channel) => {
    const read = reading(wishes, channel);
    const full = await optimize(engine, read, quick);
    const best = full.optimization!;
    let plans = 0;
    for (const nth of [1, 3, 8, 20]) {
      const options = stoppedAt(nth);
      let [found, stopped] = [best, full.stopped];
      try {
        const report = await optimize(engine, read, options);
        [found, stopped] = [report.optimization!, report.stopped];
      } catch (error) {
        expect(error).toBeInstanceOf(Cancelled);
        continue;
      }
      if ('plan' in best && 'plan' in found) {
        plans += 1;
        const rounding = 1e-9 * Math.abs(best.lowerBound);
        expect(found.upperBound).toBeGreaterThanOrEqual(best.lowerBound - rounding);
        if (best.gapKind !== 'none') expect(found.lowerBound).toBeLessThanOrEqual(best.upperBound + rounding);
        const misses = found.wishes.some(({ asked, reached }) => reached < asked - 1e-2 * Math.abs(asked));
        expect(stopped?.missesTargets === true).toBe(misses);
      }
      // Nothing that is not proven is told as such: a plan that exists is never said to be none.
      if ('plan' in best) expect(['optimal', 'best found', 'unreachable']).toContain(found.status);
      if (found.status === 'unreachable') {
        plans += 1;
        if (best.status !== 'unreachable') expect(found.boundKind).toBe('none');
        else if (found.boundKind !== 'none') expect(found.bound).toBeGreaterThanOrEqual(best.reached * (1 - 1e-6));
      }
    }
    expect(plans).toBeGreaterThan(1);
  });

  it('before it began gives the first plan it looks at', async () => {
    const { optimization } = await optimize(engine, reading(), { ...quick, stop: AbortSignal.abort() });
    if (optimization === undefined || !('plan' in optimization)) throw new Error(optimization?.status);
    // Today's plan keeps all limits.
    expect(optimization.plan.spend.flatMap((spend) => [...spend])).toEqual(Array.from({ length: 12 }, () => 100));
    expect(Number.isFinite(optimization.gap)).toBe(true);
  });

  it('is over all the same when the run is cancelled', async () => {
    await expect(
      optimize(engine, reading(), { ...quick, stop: AbortSignal.abort(), signal: AbortSignal.abort() }),
    ).rejects.toBeInstanceOf(Cancelled);
  });

  it('that was done before the stop is told as it is', async () => {
    const usual = await optimize(engine, reading(), { ...quick, ranges: true });
    const stop = new AbortController();
    const { optimization, stopped, notes, freeBudget, ranges } = await optimize(engine, reading(), {
      ...quick,
      ranges: true,
      stop: stop.signal,
      onProgress: ({ phase }) => phase === 'ranges' && stop.abort(),
    });
    expect(optimization).toEqual(usual.optimization);
    expect(freeBudget).toEqual(usual.freeBudget);
    expect([stopped, ranges]).toEqual([undefined, undefined]);
    expect(notes[0]).toMatch(/^Not searched because of the stop: how far channels may be moved/);
  });

  it('never tells a gap that is no number, and none before there is a plan', async () => {
    for (const [, wishes, channel] of kinds) {
      const seen: RunProgress[] = [];
      await optimize(engine, reading(wishes, channel), { ...quick, onProgress: (progress) => seen.push(progress) });
      for (const progress of seen) {
        if (progress.phase !== 'search') continue;
        expect(progress.gap).not.toBeNaN();
        if (progress.value === -Infinity) expect(progress.gap).toBe(Infinity);
      }
    }
  });
});

describe('a frontier that is stopped', () => {
  it.each(['risk', 'budget'] as const)(
    'by %s shows the points found so far and says that others are left out',
    async (by) => {
      const whole = await frontier(engine, reading(), { by, points: 5 }, quick);
      const stop = new AbortController();
      const part = await frontier(
        engine,
        reading(),
        { by, points: 5 },
        {
          ...quick,
          stop: stop.signal,
          onProgress: (progress) => progress.phase === 'search' && progress.point?.number === 4 && stop.abort(),
        },
      );
      expect(part.points.length).toBe(3);
      const means = new Set(whole.points.map((point) => (point.status === 'found' ? point.mean.value : NaN)));
      for (const point of part.points) expect(means.has(point.status === 'found' ? point.mean.value : 0)).toBe(true);
      expect(part.notes[0]).toBe('The search was stopped: plans that it had not found by then are left out.');
      expect(whole.notes.join()).not.toContain('stopped');
    },
  );

  it('at once shows its first plan with its gap', async () => {
    const { points, notes } = await frontier(engine, reading(), {}, { ...quick, stop: AbortSignal.abort() });
    expect(points.map(({ status }) => status)).toEqual(['found']);
    expect(notes[0]).toMatch(/^The search was stopped: the plan may be up to .* short of the best\.$/);
  });
});

describe('a rest that is stopped', () => {
  it('keeps what was spent, and has a plan and says that it was stopped', async () => {
    const { optimization, plans, stopped } = await replan(engine, reading(), { after: 1 }, stoppedAt(1));
    expect(optimization!.status).toBe('best found');
    expect(plans.at(-1)!.spend.map((spend) => spend[0])).toEqual([100, 100, 100]);
    expect(stopped).toEqual({ missesTargets: false });
  });
});

describe('what is told of a plan whose search was stopped', () => {
  const read = reading();
  const note = 'The search was stopped: plans that it was to find may be short of the best, or missing.';
  const asked = { plan: 'recommended' } as const;

  it.each([
    ['finance', (options: RunOptions) => finance(engine, read, asked, options)],
    ['sensitivity', (options: RunOptions) => sensitivity(engine, read, asked, options)],
    ['stress', (options: RunOptions) => stress(engine, read, { ...asked, names: ['media-dearer'] }, options)],
    ['compare', (options: RunOptions) => compare(engine, [{ read, plans: ['today', 'recommended'] }], options)],
    ['the value of information', (options: RunOptions) => valueOfInformation(engine, read, undefined, options)],
  ] as const)('says so: %s', async (_, run) => {
    expect((await run(stoppedAt(1))).notes).toContain(note);
    expect((await run(quick)).notes).not.toContain(note);
  });

  it('is no saying that nothing can be learned', async () => {
    const found = await valueOfInformation(engine, read, undefined, stoppedAt(1));
    expect(found.plans).toHaveLength(1);
    expect(voiHeadline(found).first).toBe(
      'The search was stopped before it had the plans that tell what knowing more would be worth.',
    );
    expect(pilotWords.headline(found).first).toContain('已停止');
    expect(voiCaveats(found)[0]).toMatch(/^One plan was found/);
  });
});
