import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { TotalName } from '../../src/domain.ts';
import { simulate } from '../../src/runs/simulate.ts';
import { readScenario } from '../../src/scenario/read.ts';
import { engineOfFile } from '../support/engine.ts';

type Figures = Readonly<Record<string, readonly number[]>>;
type Expected = {
  readonly totals: Readonly<Record<string, number>>;
  readonly channels: Readonly<Record<string, Figures>>;
};

const readJson = (name: string): unknown => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));
const cases = readJson('cases.json') as Readonly<Record<string, { scenario: object; stresses?: readonly string[] }>>;
/** python3 test/stranger/model.py < test/stranger/cases.json > test/stranger/expected.json */
const expected = readJson('expected.json') as Readonly<Record<string, Expected>>;

const engine = engineOfFile();

/** Some thousand additions and products of numbers that may cancel, relative to 1 and more. */
const ROUNDING = 1e-9;

describe('a model written from its documentation alone gives the same figures', () => {
  it.each(Object.keys(cases))('%s', async (name) => {
    const { scenario, stresses = [] } = cases[name]!;
    const reading = readScenario(JSON.stringify(scenario));
    const report = await simulate(engine, reading, { draws: 256, stresses });
    const plan = report.plans[0]!;
    const { totals, channels } = expected[name]!;
    const same = (figure: number, reference: number, of: string) =>
      expect(Math.abs(figure - reference), of).toBeLessThanOrEqual(ROUNDING * Math.max(1, Math.abs(reference)));
    for (const [key, reference] of Object.entries(totals)) {
      same(plan.metrics[key as TotalName]!.mean.value, reference, key);
    }
    for (const channel of plan.channels) {
      for (const [key, reference] of Object.entries(channels[channel.name]!)) {
        const inPlan = channel.byPeriod[key as 'customers' | 'revenue' | 'profit'];
        inPlan.forEach(({ value }, t) => same(value, reference[t]!, `${key} of ${channel.name}, ${t + 1}`));
      }
    }
  });
});
