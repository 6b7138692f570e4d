import { describe, expect, it } from 'vitest';
import type { LinearSolver } from '../../src/linear/session.ts';
import { dualSimplex } from '../../src/linear/dual-simplex.ts';
import { search } from '../../src/runs/search.ts';
import { compile } from '../../src/scenario/compile/compile.ts';
import { inlineEngine } from '../support/engine.ts';
import { certain, channel, scenario, uniform } from '../support/scenario.ts';

/** More than begin with: a budget and two tangents, or what is nearest to a wish. What is known of a larger part is more. */
const MOST_ROWS = 10;

describe('a solver that fails on the tangents of the part before', () => {
  it('costs no proof: that part is searched without them', async () => {
    const usual = dualSimplex();
    let failed = 0;
    /** Takes what comes one after the other, but no program that begins with many rows. */
    const solver: LinearSolver = {
      ...usual,
      open(program) {
        const session = usual.open(program);
        if (program.rows.lower.length <= MOST_ROWS) return session;
        failed += 1;
        return { ...session, solve: () => ({ status: 'failed', reason: 'unreliable', why: 'it is made to' }) };
      },
    };
    const bent = (halfSaturation: number) =>
      channel({
        efficiency: certain(4),
        response: {
          curve: 'hill',
          parameters: { halfSaturation: certain(halfSaturation), slope: uniform(2, 3) },
          points: [],
          of: 'customers',
        },
        carryover: { curve: 'geometric', parameters: { retention: certain(0.3) }, normalize: true },
        plan: [30, 30, 30],
      });
    const model = compile(
      scenario({ a: bent(60), b: bent(80) }, { horizon: { periods: 3, unit: 'week' }, budget: { total: 180 } }),
    );
    const engine = inlineEngine();
    const found = await search({ ...engine, solvers: async () => [solver] }, model, { searchDraws: 64, gap: 2e-3 });
    await engine.close();
    expect(failed).toBeGreaterThan(0);
    expect(found).toMatchObject({ status: 'optimal', gapKind: 'proven' });
  });
});

describe('a solver that fails on programs over all that could be spent', () => {
  it('still proves a plan, by boxes around it', async () => {
    const usual = dualSimplex();
    let failed = 0;
    /** Boxes around a plan that spends in both channels begin above nothing. */
    const solver: LinearSolver = {
      ...usual,
      open(program) {
        const session = usual.open(program);
        let { lower } = program.columns;
        return {
          ...session,
          setColumnBounds(from, to) {
            lower = from;
            session.setColumnBounds(from, to);
          },
          solve(options) {
            if (lower[0]! > 0 && lower[1]! > 0) return session.solve(options);
            failed += 1;
            return { status: 'failed', reason: 'unreliable', why: 'it is made to' };
          },
        };
      },
    };
    const curved = (scale: number) =>
      channel({
        efficiency: certain(2),
        response: { curve: 'exponential', parameters: { scale: certain(scale) }, points: [], of: 'customers' },
        plan: [60],
      });
    const model = compile(scenario({ a: curved(100), b: curved(50) }, { budget: { total: 120 } }));
    const engine = inlineEngine();
    const found = await search({ ...engine, solvers: async () => [solver] }, model, { searchDraws: 16, gap: 1e-4 });
    await engine.close();
    expect(failed).toBeGreaterThan(0);
    if (!('plan' in found)) throw new Error(found.status);
    // Equal returns, e^(-x / 100) = e^(-(120 - x) / 50), at x = 80: 200 (1 - e^-0.8) + 100 (1 - e^-0.8) - 120.
    const best = 300 * (1 - Math.exp(-0.8)) - 120;
    expect(found).toMatchObject({ status: 'optimal', gapKind: 'proven' });
    expect(found.upperBound).toBeGreaterThanOrEqual(best - 1e-9);
    expect(found.lowerBound).toBeLessThanOrEqual(best + 1e-9);
    expect(found.upperBound - found.lowerBound).toBeLessThan(1e-4 * best);
  });
});
