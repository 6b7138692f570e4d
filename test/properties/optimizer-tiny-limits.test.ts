import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Channel, Scenario } from '../../src/domain.ts';
import { checkLimits } from '../../src/optimize/check-limits.ts';
import { search } from '../../src/runs/search.ts';
import { compile } from '../../src/scenario/compile/compile.ts';
import { engineOfFile } from '../support/engine.ts';
import { certain, channel, scenario } from '../support/scenario.ts';
import { runs } from './settings.ts';

const engine = engineOfFile();

describe('a search among limits of all sizes', () => {
  it('ends with an answer, whatever solvers make of it, and every plan keeps all limits', async () => {
    const ends = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(problems, async (of) => {
        const model = compile(of);
        const found = await search(engine, model, { searchDraws: 16, gap: 1e-3 });
        ends.set(found.status, (ends.get(found.status) ?? 0) + 1);
        if (!('plan' in found)) return;
        checkLimits(model, found.plan);
        expect(found.upperBound).toBeGreaterThanOrEqual(found.lowerBound);
      }),
      runs(16),
    );
    expect(ends.get('optimal') ?? 0).toBeGreaterThanOrEqual(5);
    expect(ends.get('infeasible') ?? 0).toBeGreaterThanOrEqual(2);
  });
});

/** Shares as small as planners write them and smaller, beside those of most of the money. */
const tiny = fc.constantFrom(0, 1e-6, 1e-5, 1e-4, 5e-4, 1e-3, 0.01, 0.05);

/** A field that one in so many has. */
function maybe<Value>(oneIn: number, field: string, value: fc.Arbitrary<Value>): fc.Arbitrary<Record<string, Value>> {
  return fc.oneof(
    { weight: oneIn - 1, arbitrary: fc.constant({}) },
    { weight: 1, arbitrary: value.map((own) => ({ [field]: own })) },
  );
}

function limitsOf(size: number): fc.Arbitrary<Channel['limits']> {
  const money = (...shares: number[]) => fc.constantFrom(...shares.map((share) => share * size));
  return fc
    .tuple(
      maybe(
        2,
        'share',
        tiny.map((min) => ({ min })),
      ),
      maybe(6, 'minIfUsed', money(1e-5, 1e-3, 0.1)),
      maybe(6, 'min', money(1e-6, 1e-4, 0.01)),
      maybe(5, 'max', money(1e-4, 0.01, 0.3, 2)),
      maybe(8, 'maxStep', fc.constantFrom(0.001, 0.1, 0.5)),
    )
    .map((fields) => Object.assign({}, ...fields) as Channel['limits']);
}

function channelOf(size: number, periods: number): fc.Arbitrary<Channel> {
  return fc
    .record({
      efficiency: fc.constantFrom(0.3, 1, 2, 4).map(certain),
      curve: fc.constantFrom('exponential', 'exponential', 'hill', 'linear', 'log'),
      scale: fc.constantFrom(0.05, 0.3, 1, 5),
      slope: fc.constantFrom(0.8, 1, 2, 3),
      plan: fc.array(fc.constantFrom(0, 0.01, 0.1, 0.3), { minLength: periods, maxLength: periods }),
      limits: limitsOf(size),
      cost: maybe(
        8,
        'fixedCost',
        fc.constantFrom(1e-4, 0.01).map((share) => certain(share * size)),
      ),
    })
    .map(({ curve, scale, slope, plan, efficiency, limits, cost }) => {
      const at = certain(scale * size);
      const parameters =
        curve === 'hill' ? { halfSaturation: at, slope: certain(slope) } : curve === 'linear' ? {} : { scale: at };
      const response = { curve, parameters, points: [], of: 'customers' } as const;
      return channel({ efficiency, response, plan: plan.map((share) => share * size), limits, ...cost });
    });
}

const problems: fc.Arbitrary<Scenario> = fc
  .tuple(fc.constantFrom(1, 100, 1000, 1e6), fc.constantFrom(1, 1, 2))
  .chain(([size, periods]) =>
    fc.record({
      channels: fc.array(channelOf(size, periods), { minLength: 2, maxLength: 4 }),
      budget: fc.constantFrom({ total: size }, { total: 0.001 * size }, { atMost: size }, { perPeriod: size }),
      most: maybe(3, 'mostChannels', fc.constantFrom(1, 2)),
      group: maybe(3, 'mostUsed', fc.constant(1)),
      ofGroup: maybe(
        3,
        'share',
        tiny.map((min) => ({ min })),
      ),
      concentration: fc.constantFrom({}, {}, {}, { maxShare: 0.6 }, { herfindahl: 0.5 }),
      maximize: fc.constantFrom('profit', 'customers'),
      periods: fc.constant(periods),
    }),
  )
  .map(({ channels, budget, most, group, ofGroup, concentration, maximize, periods }) =>
    scenario(Object.fromEntries(channels.map((own, c) => [`c${c}`, own])), {
      horizon: { periods, unit: 'week' },
      budget,
      ...most,
      groups: { pair: { channels: ['c0', 'c1'], ...group, ...ofGroup } },
      concentration,
      goal: { maximize },
    }),
  );
