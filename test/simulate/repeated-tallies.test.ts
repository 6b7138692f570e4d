import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Model } from '../../src/domain.ts';
import { compile } from '../../src/scenario/compile/compile.ts';
import { readScenario } from '../../src/scenario/read.ts';
import { passingTallies, prepareDraws } from '../../src/simulate/chunk.ts';
import { apart, everything, everythingSmooth } from '../support/everything.ts';
import { CHANNELS_REPEATED, twoPlans } from '../support/repeated.ts';

/** Beyond the draws of which the returns of the next unit are told. */
const FIRST = 4096;

/** Tallies of several ranges one after the other, as a run asks for them, and the tape that was used for the last of them. */
function talliesIn(model: Model, count: number, method: 'sobol' | 'plain' | 'aligned' = 'sobol', ranges = 4) {
  const plans = twoPlans(model);
  const prepared = prepareDraws(model, { seed: 'repeated', method, draws: 8192 }, false);
  const tallies = (by: typeof prepared) =>
    Array.from({ length: ranges }, (_, k) =>
      structuredClone(passingTallies(by, plans, { first: FIRST + k * count, count })),
    );
  const found = tallies(prepared);
  // Each range as it is worked out alone.
  const alone = tallies({ ...prepareDraws(model, { seed: 'repeated', method, draws: 8192 }, false), room: undefined });
  return { found, alone, tape: prepared.repeated.tallies?.tape };
}

function modelOf(text: string): Model {
  return compile(readScenario(text).scenario, []);
}

const search = (lines: string) =>
  modelOf(`apportion: 1
name: Repeated
currency: EUR
horizon: { periods: 3, unit: week, tail: 1 }
budget: { total: 60k }
value: { orderValue: 20 to 60, grossMargin: 40% }
channels:
  search:
    plan: 10k
    efficiency: 0.01 to 0.03
${lines}`);

describe('tallies of one block after the other', () => {
  it.each(CHANNELS_REPEATED)('are recorded once and repeated with the same bits: %s', (_, lines) => {
    for (const method of ['sobol', 'plain', 'aligned'] as const) {
      const { found, alone, tape } = talliesIn(search(lines), 512, method);
      expect(found).toEqual(alone);
      expect(tape).toBeDefined();
    }
  });

  it('are worked out anew where a block is not like the others', () => {
    // Of blocks of 16 a fifth has the usual slope of 1 only, which is another curve.
    const model = modelOf(`apportion: 1
name: Rare
currency: EUR
horizon: { periods: 3, unit: week }
budget: { total: 60k }
value: { orderValue: 20 to 60, grossMargin: 40% }
assumptions: { flag: { distribution: bernoulli, rate: 10% } }
channels:
  search:
    plan: 10k
    efficiency: 0.01 to 0.03
    response: { curve: hill, halfSaturation: 9k, slope: = 1 + flag / 2 }`);
    const { found, alone } = talliesIn(model, 16, 'plain', 60);
    expect(found).toEqual(alone);
  });

  it.each([
    ['all that channels do to each other', everything()],
    ['the same without scarce people', everythingSmooth()],
    ['each channel alone', apart(everythingSmooth())],
  ])('have the same bits with every feature of the model at work: %s', (_, own) => {
    const { found, alone } = talliesIn(compile(own, []), 512);
    expect(found).toEqual(alone);
  });

  it.each(['five-channels', 'b2b-leads', 'retail-year', 'meridian', 'reseller-network'])(
    'are repeated in %s',
    (name) => {
      const { found, alone, tape } = talliesIn(
        modelOf(readFileSync(new URL(`../../scenarios/${name}.yaml`, import.meta.url), 'utf8')),
        512,
      );
      expect(found).toEqual(alone);
      expect(tape).toBeDefined();
    },
  );
});
