import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readScenario } from '../../src/scenario/read.ts';
import { screen } from '../../src/runs/screen.ts';
import { scoreBetween, weightedScore } from '../../src/screen/scores.ts';
import { screenCaveats } from '../../src/report/sentences/screen.ts';
import { enterFolder, run } from '../cli/in-process.ts';
import { errorsOf } from '../scenario/fixtures.ts';
import { inlineEngine } from '../support/engine.ts';

// Half of those whom search wins are in the target: one for 10 or for 40, as often one as the other, 0.0625 for each EUR on average,
// so 16. The fair for 20 and
// an hour of 4.
const text = `apportion: 1
name: Scorecard
currency: EUR
horizon: { periods: 1, unit: week }
budget: { total: 200 }
value: { orderValue: 30, grossMargin: 50% }
resources: { staff: { hourlyCost: 4 } }
channels:
  search: { label: Google, efficiency: { values: [0.2, 0.05] }, plan: 100, precision: 50%, response: { curve: linear } }
  fair: { efficiency: 0.05, plan: 100, hours: { staff: { perCustomer: 1 } } }
screening:
  weights: { cost: 2, own: 1, precision: 1 }
  channels: { search: { own: 2 }, fair: { own: 5 } }
`;

describe('scores', () => {
  it('lie on a line from the worst to the best, and in the middle where all are alike', () => {
    expect([10, 16, 20, 25].map((value) => scoreBetween(value, 20, 10))).toEqual([5, 2.6, 1, 1]);
    expect(scoreBetween(7, 7, 7)).toBe(3);
    expect(scoreBetween(0.3, 0.1 + 0.2, 0.3)).toBe(3);
    expect(scoreBetween(Infinity, 20, 10)).toBe(1);
  });

  it('are weighed over what is known', () => {
    expect(weightedScore([5, undefined, 2], [2, 7, 1])).toBe(4);
    expect(weightedScore([undefined], [1])).toBeUndefined();
  });
});

describe('the scorecard of a file', () => {
  const engine = inlineEngine();
  afterAll(() => engine.close());
  const screened = (other: string, draws = 1024) => screen(engine, readScenario(other), { draws });

  it('ranks channels by data and typed scores, by hand', async () => {
    const card = await screened(text);
    expect(card.criteria).toEqual([
      { name: 'cost', share: 0.5 },
      { name: 'own', share: 0.25 },
      { name: 'precision', share: 0.25 },
    ]);
    const [google, fair] = card.channels;
    // Cost 16 is the best of 16 and 24; only one precision is known: the middle.
    expect(google).toMatchObject({
      name: 'search',
      score: (2 * 5 + 2 + 3) / 4,
      scores: [
        { from: 'data', value: expect.closeTo(16, 9), score: 5 },
        { from: 'typed', score: 2 },
        { from: 'data', value: 0.5, score: 3 },
      ],
    });
    expect(fair).toMatchObject({
      name: 'fair',
      score: expect.closeTo((2 * 1 + 5) / 3, 12),
      scores: [{ value: expect.closeTo(24, 9), score: 1 }, { score: 5 }, { from: 'missing' }],
    });
  });

  it('tells the chance of the highest score draw by draw, those alike sharing the place', async () => {
    const card = await screened(text.replace('cost: 2, own: 1, precision: 1', 'cost: 1'));
    // At 10 search has 5 and the fair 1; at 40 both have 1: three quarters.
    expect(card.channels.map(({ name, first }) => [name, first.value])).toEqual([
      ['search', 0.75],
      ['fair', 0.25],
    ]);
  });

  it('says with what few channels are looked at, and of many the least and the most', async () => {
    const more = [5, 25, 35, 45, 55].map((plan, k) => `  c${k}: { efficiency: 0.05, plan: ${plan} }\n`).join('');
    const ofMany = screenCaveats(await screened(text.replace('screening:', `${more}screening:`)));
    expect(screenCaveats(await screened(text)).join(' ')).toContain('nothing (Google 100 and fair 100\u00a0EUR)');
    expect(ofMany.join(' ')).toContain('nothing (5 to 100\u00a0EUR)');
  });

  it('knows time, worth, return and conversion of a channel', async () => {
    const priced = text
      .replace('efficiency: 0.05,', 'price: { cpc: 2 }, funnel: { clickToCustomer: 10% },')
      .replace(
        'weights: { cost: 2, own: 1, precision: 1 }',
        'weights: { time: 1, value: 1, return: 1, conversion: 1 }',
      );
    const { channels } = await screened(priced);
    const fair = channels.find(({ name }) => name === 'fair')!;
    // A customer brings 15 and takes an hour; 100 bring 5 customers: 75 less 100 and 20.
    expect(fair.scores.map((score) => (score.from === 'data' ? Number(score.value.toFixed(9)) : undefined))).toEqual([
      4, 15, -0.45, 0.1,
    ]);
    const google = channels.find(({ name }) => name === 'search')!;
    expect(google.scores.map((score) => (score.from === 'data' ? Number(score.value.toFixed(9)) : undefined))).toEqual([
      0,
      15,
      -0.0625,
      undefined,
    ]);
  });

  it('finds channels alike in what they share, however many customers each wins', async () => {
    const shared = text
      .replace('orderValue: 30', 'orderValue: 20 to 40')
      .replace('efficiency: 0.05', 'efficiency: 0.01 to 0.1')
      .replace('cost: 2, own: 1, precision: 1', 'value: 1');
    const { channels } = await screened(shared, 256);
    expect(channels.map(({ score, first }) => [score, first.value])).toEqual([
      [3, 0.5],
      [3, 0.5],
    ]);
    // Half of the mean of a lognormal number, 90 % of it between 20 and 40: √800 exp(σ²/2), σ = ln 2 / (2 × 1.64485).
    const { scores } = channels[0]!;
    expect(scores[0]!.from === 'data' ? scores[0]!.value : undefined).toBeCloseTo(0.5 * 28.919, 1);
  });

  it('is refused without a weight, of channels that there are not, and where there is none', async () => {
    const messages = (other: string) => errorsOf(other).map(({ message }) => message);
    expect(messages(text.replace('cost: 2, own: 1, precision: 1', 'cost: 0'))).toEqual([
      'has no criterion that counts',
    ]);
    expect(messages(text.replace('{ search: { own', '{ serch: { own'))).toEqual(['there is no channel `serch`']);
    expect(messages(text.replace('fair: { own: 5 }', 'fair: { own: 6 }'))).toEqual(['must be between 1 and 5, got 6']);
    const { warnings } = readScenario(text.replace('own: 5', 'own: 5, mood: 2'));
    expect(warnings.map(({ message }) => message)).toEqual(['counts for nothing: the criterion has no weight']);
    await expect(screened(text.split('screening')[0]!)).rejects.toThrow('the file has no scorecard');
  });
});

describe('the command screen', () => {
  beforeAll(() => {
    enterFolder();
    writeFileSync('plan.yaml', text);
  });

  it('says which numbers are data and which are typed', async () => {
    const { code, out } = await run(['screen', 'plan.yaml', '--draws', '256', '--workers', '0']);
    expect(code).toBe(0);
    const words = out.replaceAll(/\s+/g, ' ');
    expect(words).toContain('Google scores highest, 3.8 of 5, before fair with 2.3.');
    expect(words).toContain('By weight, 63 % of the scorecard are told from the file, 25 % were typed.');
    expect(words).toContain('Nothing is known of targeting precision of fair');
    expect(out).toMatch(/Google +3\.8 +.* 5\.0 +typed 2 +3\.0/);
  });
});
