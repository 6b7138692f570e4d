import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Model } from '../../src/domain.ts';
import { readScenario } from '../../src/scenario/read.ts';
import { compile } from '../../src/scenario/compile/compile.ts';
import { prepareDraws } from '../../src/simulate/chunk.ts';
import type { Figure } from '../../src/simulate/goal/figure.ts';
import { rowsOfPlans } from '../../src/simulate/plan-rows.ts';
import { openSampler } from '../../src/simulate/sample.ts';
import { apart, everything, everythingSmooth } from '../support/everything.ts';
import { CHANNELS_REPEATED, twoPlans } from '../support/repeated.ts';

const figures: readonly Figure[] = [
  { weights: { profit: 1 } },
  { weights: { customers: 1, fullCost: -1 }, until: 2 },
  { weights: { margin: 1 }, ofPlanOnly: true },
];

/** Rows in several ranges one after the other, as a run asks for them, and what the last of them were made by. */
function rowsIn(
  model: Model,
  ranges: readonly (readonly [number, number])[],
  method: 'sobol' | 'plain' | 'aligned',
  asked = figures,
) {
  const plans = twoPlans(model);
  const prepared = prepareDraws(model, { seed: 'repeated', method, draws: 4096 }, false);
  const rows = (by: typeof prepared) => ranges.map(([first, count]) => rowsOfPlans(by, plans, asked, { first, count }));
  const found = rows(prepared);
  // Each block as the plain code makes it, alone.
  const plain = rows({ ...prepareDraws(model, { seed: 'repeated', method, draws: 4096 }, false), room: undefined });
  return { found, plain, repeated: prepared.repeated.rows };
}

const scenario = (channels: string, rest = '') => {
  const text = `apportion: 1
name: Repeated
currency: EUR
horizon: { periods: 3, unit: week, tail: 1 }
budget: { total: 60k }
value: { orderValue: 20 to 60, grossMargin: 40% }
${rest}
channels:
${channels}`;
  const reading = readScenario(text);
  if (reading.scenario === undefined) throw new Error(JSON.stringify(reading));
  return compile(reading.scenario, []);
};
const one = (lines: string) => scenario(`  search:\n    plan: 10k\n    efficiency: 0.01 to 0.03\n${lines}`);

function messageOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return (error as Error).message;
  }
  return '';
}

const chunks = [
  [0, 2048],
  [2048, 2048],
] as const;

describe('rows of plans in one block after the other', () => {
  it.each(CHANNELS_REPEATED)('are recorded once and repeated with the same bits: %s', (_, lines) => {
    for (const method of ['sobol', 'plain', 'aligned'] as const) {
      const { found, plain, repeated } = rowsIn(one(lines), chunks, method);
      expect(found).toEqual(plain);
      expect(repeated?.tape).toBeDefined();
    }
  });

  it('have the same bits where formulas are a part of them', () => {
    const { found, plain, repeated } = rowsIn(
      scenario(
        '  search:\n    plan: 10k\n    efficiency: = max(share, 0.012) / 2\n    response: { curve: exponential, scale: 9k }',
        'assumptions: { share: 0.01 to 0.03 }',
      ),
      chunks,
      'sobol',
    );
    expect(found).toEqual(plain);
    expect(repeated?.tape).toBeDefined();
  });

  it.each([
    ['slope', '10%'],
    ['slope', '1%'],
    ['retention', '10%'],
    ['retention', '1%'],
  ])('are those of plain code where numbers are all alike in some blocks: %s, %s', (which, rate) => {
    const uncertain = which === 'slope' ? '1 + flag / 2' : '0.2 + flag / 2';
    const lines = `  search:
    plan: 10k
    efficiency: 0.01 to 0.03
    response: { curve: hill, halfSaturation: 9k, slope: ${which === 'slope' ? `= ${uncertain}` : 1.2} }
    carryover: { curve: geometric, retention: ${which === 'retention' ? `= ${uncertain}` : 0.3} }`;
    const model = scenario(lines, `assumptions: { flag: { distribution: bernoulli, rate: ${rate} } }`);
    // Blocks of 16 draws: with 10 % a fifth of them have the usual number only, with 1 % most.
    const few = Array.from({ length: 60 }, (_, k) => [16 * k, 16] as const);
    const { found, plain } = rowsIn(model, few, 'plain');
    expect(found).toEqual(plain);
  });

  it('tell in which draw a formula fails', () => {
    const model = scenario(
      '  search:\n    plan: 10k\n    efficiency: = share - 0.0058\n    response: { curve: exponential, scale: 9k }',
      'assumptions: { share: 0.01 to 0.03 }',
    );
    const plain = openSampler(model, { seed: 'repeated', method: 'plain', draws: 4096 }, 'plain');
    expect(() => plain.block(0, 4096)).toThrow(/in draw (\d+)/);
    const [, draw] = /in draw (\d+)/.exec(messageOf(() => plain.block(0, 4096)))!;
    expect(Number(draw)).toBeGreaterThan(512);
    const ranges = Array.from({ length: 8 }, (_, k) => [512 * k, 512] as const);
    expect(messageOf(() => rowsIn(model, ranges, 'plain'))).toContain(`in draw ${draw},`);
  });

  it.each([
    ['all that channels do to each other', everything()],
    ['the same without scarce people', everythingSmooth()],
    ['each channel alone', apart(everythingSmooth())],
  ])('have the same bits with every feature of the model at work: %s', (_, own) => {
    const { found, plain, repeated } = rowsIn(compile(own, []), chunks, 'sobol');
    expect(found).toEqual(plain);
    expect(repeated).toBeDefined();
  });

  it.each(['five-channels', 'b2b-leads', 'retail-year', 'meridian'])('are repeated in %s', (name) => {
    const reading = readScenario(readFileSync(new URL(`../../scenarios/${name}.yaml`, import.meta.url), 'utf8'));
    const { found, plain, repeated } = rowsIn(
      compile(reading.scenario),
      [
        [0, 512],
        [512, 512],
      ],
      'sobol',
      figures.slice(0, 1),
    );
    expect(found).toEqual(plain);
    expect(repeated?.tape).toBeDefined();
  });
});
