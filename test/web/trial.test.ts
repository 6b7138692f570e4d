/** What a planner tries out with sliders, and how it comes into the file. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readScenario } from '../../src/scenario/read.ts';
import { compile } from '../../src/scenario/compile/compile.ts';
import { editText } from '../../web/text/edit.ts';
import { budgetField, editsOf, isTrying, NO_TRIAL, stepOf, withTrial } from '../../web/live/trial.ts';
import { small } from '../e2e/texts.ts';

const trial = { budget: 90_000, totals: { social: 30_000 } };

describe('a trial', () => {
  it('means the same as the file into which it is written', () => {
    const { scenario } = readScenario(small);
    const written = editText(small, editsOf(trial, scenario))!;
    const limits = (of: typeof scenario) =>
      compile(of).limits.map(({ name, path, least, most }) => ({ name, path, least, most }));
    expect(limits(withTrial(scenario, trial))).toEqual(limits(readScenario(written).scenario));
    expect(written).toContain('total: 90000');
  });

  it('leaves a scenario as it is while nothing is tried', () => {
    const { scenario } = readScenario(small);
    expect(withTrial(scenario, NO_TRIAL)).toEqual(scenario);
    expect(editsOf(NO_TRIAL, scenario)).toEqual([]);
    expect([isTrying(NO_TRIAL), isTrying(trial), isTrying({ totals: { social: 0 } })]).toEqual([false, true, true]);
  });

  it('moves the budget that the file has', () => {
    expect(budgetField({ total: 5 })).toBe('total');
    expect(budgetField({ atMost: 5 })).toBe('atMost');
    expect(budgetField({ flexible: true })).toBeUndefined();
    const { scenario } = readScenario(small.replace('total: 100k', 'atMost: 100k'));
    expect(withTrial(scenario, trial).budget).toEqual({ atMost: 90_000 });
  });
});

describe('the step of a slider', () => {
  it('is 1, 2 or 5 times a power of ten, some hundreds of them to the end', () => {
    fc.assert(
      fc.property(fc.double({ min: 3, max: 1e12, noNaN: true }), (most) => {
        const steps = most / stepOf(most);
        expect(steps).toBeGreaterThan(90);
        expect(steps).toBeLessThanOrEqual(250);
        expect(stepOf(most).toExponential()).toMatch(/^[125]e/);
      }),
      { seed: 1, numRuns: 300 },
    );
  });
});
