import { afterAll, describe, expect, it } from 'vitest';
import { readScenario } from '../../src/scenario/read.ts';
import { compile } from '../../src/scenario/compile/compile.ts';
import { search } from '../../src/runs/search.ts';
import cases from '../fixtures/limits/cases.json' with { type: 'json' };
import { inlineEngine } from '../support/engine.ts';

const engine = inlineEngine();
afterAll(() => engine.close());

const GAP = 1e-4;
/** Of what SciPy found: it keeps limits to 0.001 EUR, of which each is worth 5 EUR or 0.2 customers at most; the goals are 9,784 EUR and 1,152 customers or more. */
const KEPT = 1e-6;

describe('the best plan of a file', () => {
  it.each(cases)('is what SciPy finds, and proven: $name', async ({ scenario, best }) => {
    const model = compile(readScenario(JSON.stringify(scenario)).scenario);
    const found = await search(engine, model, { searchDraws: 16, gap: GAP });
    if (!('plan' in found)) throw new Error(found.status);
    expect(found).toMatchObject({ status: 'optimal', gapKind: 'proven' });
    const slack = KEPT * Math.abs(best);
    expect(found.upperBound).toBeGreaterThanOrEqual(best - slack);
    expect(found.lowerBound).toBeLessThanOrEqual(best + slack);
    expect(found.lowerBound).toBeGreaterThanOrEqual(found.upperBound - GAP * Math.abs(found.upperBound) - slack);
  });
});
