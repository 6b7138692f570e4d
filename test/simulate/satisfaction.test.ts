import { afterAll, describe, expect, it } from 'vitest';
import { reportText } from '../../src/report/text.ts';
import { optimize } from '../../src/runs/run.ts';
import { simulate } from '../../src/runs/simulate.ts';
import { readScenario } from '../../src/scenario/read.ts';
import { errorsOf } from '../scenario/fixtures.ts';
import { inlineEngine } from '../support/engine.ts';

const text = `apportion: 1
name: Satisfaction
currency: EUR
horizon: { periods: 1, unit: week }
budget: { total: 400 }
value: { orderValue: 30 }
channels:
  store: { efficiency: 0.1, response: { curve: linear }, plan: 100, satisfaction: { mean: 4.6, answers: 210 } }
  market: { efficiency: 0.15, response: { curve: linear }, plan: 200, satisfaction: { mean: 3.8, answers: 90 } }
  other: { efficiency: 0.05, response: { curve: linear }, plan: 100 }
targets: [{ metric: satisfaction, atLeast: 4.1 }]
`;

describe('satisfaction', () => {
  const engine = inlineEngine();
  afterAll(() => engine.close());
  const few = { draws: 256, searchDraws: 64 };

  it('is the mean over the customers of channels that have one', async () => {
    const { plans } = await simulate(engine, readScenario(text), few);
    // 10 customers at 4.6 and 30 at 3.8; nothing is known of the 5 others.
    expect(plans[0]!.ratios.satisfaction!.value).toBeCloseTo((10 * 4.6 + 30 * 3.8) / 40, 12);
    expect(plans[0]!.targets[0]).toMatchObject({ verdict: 'missed' });
    const { plans: fine } = await simulate(engine, readScenario(text.replace('atLeast: 4.1', 'atLeast: 4')), few);
    expect(fine[0]!.targets[0]).toMatchObject({ verdict: 'reached', value: { standardError: 0 } });
  });

  it('is absent where nobody was asked, and where rated channels win nobody', async () => {
    const { plans } = await simulate(engine, readScenario(text.replaceAll(/plan: [12]00, sat/g, 'sat')), few);
    expect(plans[0]!.ratios).not.toHaveProperty('satisfaction');
  });

  const wordsOf = async (of: string) =>
    reportText(await optimize(engine, readScenario(of), few)).replaceAll(/\s+/g, ' ');

  it('is kept by a recommended plan, which says what it costs', async () => {
    const words = await wordsOf(text);
    // 4.6 · 0.1 a + 3.8 · 0.15 (400 - a) = 4.1 (0.1 a + 0.15 (400 - a)): a = 189.5, by hand.
    expect(words).toContain('store 100 189');
    expect(words).toMatch(/mean satisfaction of customers at least 4.10 4 4.10 reached/);
    expect(words).toContain('It gets more for the sake of «mean satisfaction of customers at least 4.10»');
    // By hand: profit is 800 + 3.5 b - ..., 2 a + 3.5 (400 - a); a rises with what is asked x as 60 (x - 3.8) / (0.7 - 0.05 x) does.
    expect(words).toContain('Each 0.10 more mean satisfaction of customers asked costs 79.8 EUR of profit.');
  });

  it('is judged and not sought where the goal is no mean, and the report says so', async () => {
    const words = await wordsOf(
      text
        .replace('{ total: 400 }', '{ flexible: true }')
        .replace('targets: [', 'goal: { minimize: spend }\ntargets: [{ metric: customers, atLeast: 40 }, '),
    );
    expect(words).toContain('cannot be limited by «mean satisfaction of customers at least 4.10»');
  });

  it('can only be asked where it is known, and warns of few answers', () => {
    const unknown = text.replaceAll(/, satisfaction: \{.*?\}/g, '');
    expect(errorsOf(unknown).map(({ message }) => message)).toEqual(['is known of no channel']);
    const chance = text.replace('atLeast: 4.1', 'atLeast: 4.1, probability: 80%');
    expect(errorsOf(chance).map(({ message }) => message)[0]).toContain('cannot be asked of satisfaction');
    const { warnings } = readScenario(text.replace('answers: 90', 'answers: 12'));
    expect(warnings.map(({ message }) => message)).toEqual(['rests on few answers: 12']);
  });
});
