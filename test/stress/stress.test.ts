import { describe, expect, it } from 'vitest';
import { textWordsZh } from '../../src/report/languages/text-words-zh.ts';
import { stressText } from '../../src/report/text/stress.ts';
import { readScenario } from '../../src/scenario/read.ts';
import { stress } from '../../src/runs/stress.ts';
import { engineOfFile } from '../support/engine.ts';

const engine = engineOfFile();

// Linear, with one Gaussian: profit = 200 / 2 × 10 % × order value × 50 % + 200 × 5 % × order value × 50 % - 400 = 10 V - 400. The
// reader cuts V off at 0, five standard deviations down, which moves its mean by 3e-5.
const linear = `apportion: 1
name: Linear
currency: EUR
horizon: { periods: 4, unit: week }
budget: { total: 400 }
value: { orderValue: 'normal(100, 20)', grossMargin: 50% }
channels:
  search: { price: { cpc: 2 }, funnel: { clickToCustomer: 10% }, plan: 50 }
  social: { price: { cpc: 1 }, funnel: { clickToCustomer: 5% }, plan: 50 }
stresses:
  ban: { label: Social is banned, switchOff: [social] }
`;
const { scenario, echo } = readScenario(linear);
const few = { draws: 4096 };
const named = async (...names: string[]) => (await stress(engine, { scenario, echo }, { names }, few)).stresses;

describe('stress by hand', () => {
  it('costs what the model says: dearer media, fewer buyers, customers worth less, a ban', async () => {
    const found = await named('media-dearer', 'conversion-down', 'worth-down', 'ban', 'channel-banned');
    const means = Object.fromEntries(found.map(({ name, outcome }) => [name, outcome.mean.value]));
    // Within half a unit: the noise of 4,096 draws is some 0.15.
    expect(means['media-dearer']).toBeCloseTo(1000 / 1.3 - 400, 0);
    expect(means['conversion-down']).toBeCloseTo(800 - 400, 0);
    expect(means['worth-down']).toBeCloseTo(850 - 400, 0);
    // Without social its 500 and the 200 spent there are gone.
    expect(means['ban']).toBeCloseTo(500 - 200, 0);
    // A month is all four weeks of search; the largest channel is the first of two alike.
    expect(means['channel-banned']).toBeCloseTo(300, 0);
  });

  it('puts the worst first and says how far out each lies', async () => {
    const found = await named('media-dearer', 'worth-down');
    expect(found.map(({ name }) => name)).toEqual(['media-dearer', 'worth-down']);
    // 450 is 1.5 times V = 85, which is 0.75 standard deviations below the mean: Φ(-0.75).
    const { standing } = found[1]!;
    expect(Math.abs(standing.value - 0.2266273523768682)).toBeLessThan(0.01);
  });

  it('leaves customers unserved where stock does not come, and people are another matter', async () => {
    // 20 customers want one of 15 things, then of 10.5: each is worth 50.
    const shop = linear
      .replaceAll('plan: 50 }', 'plan: 50, hours: { goods: { perCustomer: 1 } } }')
      .replace('channels:', 'resources: { goods: { stock: 15 } }\nchannels:');
    const run = (name: string) => stress(engine, readScenario(shop), { names: [name], singles: false }, few);
    const { baseline, stresses } = await run('stock-short');
    expect(baseline.mean.value).toBeCloseTo(15 * 50 - 400, 0);
    expect(stresses[0]!.outcome.mean.value).toBeCloseTo(10.5 * 50 - 400, 0);
    expect(stresses[0]!.hits).toEqual(['goods']);
    await expect(run('supply-cap')).rejects.toThrow('cannot happen');
  });

  it('refuses stresses that there are none of, and those that cannot happen', async () => {
    await expect(named('media-deerer')).rejects.toThrow('Did you mean `media-dearer`?');
    await expect(named('supply-cap')).rejects.toThrow('cannot happen');
    // A month is the whole plan.
    await expect(named('late-start')).rejects.toThrow('cannot happen');
  });
});

describe('the tornado', () => {
  it('holds the order value at its 10 % and 90 % points, and finds where profit turns', async () => {
    const { tornado } = await stress(engine, { scenario, echo }, { names: ['ban'] }, few);
    const [bar] = tornado.bars;
    expect(bar!.id).toBe('value.orderValue');
    // 100 ± 1.2815515655446004 × 20.
    expect(bar!.ends[0]).toBeCloseTo(74.369, 3);
    expect(bar!.means[0]).toBeCloseTo(10 * 74.36896868910799 - 400, 2);
    expect(bar!.means[1]).toBeCloseTo(10 * 125.63103131089201 - 400, 2);
    // Followed in steps of a tenth: at 30 % the value is 100 - 0.5244005127080407 × 20, in the middle 100.
    expect(bar!.steps.map(({ probability }) => probability)).toEqual([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]);
    expect(bar!.steps[2]!.value).toBeCloseTo(89.511989745839, 3);
    expect(bar!.steps[2]!.mean).toBeCloseTo(495.11989745839, 2);
    expect(bar!.steps[4]!.mean).toBeCloseTo(600, 2);
    // 10 V = 400 at V = 40, three standard deviations down: beyond what is looked at.
    expect(bar!.breakEvens).toEqual([]);
    const dear = readScenario(linear.replace('50%', '25%'));
    const found = (await stress(engine, dear, { names: ['ban'] }, few)).tornado.bars[0]!.breakEvens[0]!;
    // 5 V = 400 at V = 80, one standard deviation down.
    expect(found).toMatchObject({ of: 'figure', to: 'bad' });
    expect(Math.abs(found.value - 80)).toBeLessThan(0.15);
    expect(Math.abs(found.chance - 0.15865525393145707)).toBeLessThan(0.002);
  });

  it('finds where a plan that loses would no longer', async () => {
    const losing = readScenario(linear.replace('100, 20', '80, 20').replace('50%', '20%'));
    const { tornado } = await stress(engine, losing, { names: ['ban'] }, few);
    const found = tornado.bars[0]!.breakEvens[0]!;
    // 4 V = 400 at V = 100, one standard deviation up.
    expect(found).toMatchObject({ of: 'figure', to: 'good' });
    expect(Math.abs(found.value - 100)).toBeLessThan(0.15);
    expect(Math.abs(found.chance - 0.15865525393145707)).toBeLessThan(0.002);
  });
});

describe('reverse stress', () => {
  it('of a Gaussian is its closed form', async () => {
    const { reverse } = await stress(engine, { scenario, echo }, { names: ['ban'], reverse: 0 }, few);
    // 10 V - 400 = 0 at V = 40: three standard deviations.
    expect(reverse!.middle).toBeCloseTo(600, 3);
    expect(reverse!.point!.distance).toBeCloseTo(3, 3);
    expect(reverse!.point!.factors).toEqual([
      expect.objectContaining({ id: 'value.orderValue', value: expect.closeTo(40, 3), usual: expect.closeTo(100, 3) }),
    ]);
    const { value, standardError } = reverse!.chance;
    expect(Math.abs(value - 0.0013498980316300933)).toBeLessThan(Math.max(4 * standardError, 1e-5));
    expect(reverse!.alone[0]).toMatchObject({ id: 'value.orderValue', score: expect.closeTo(-3, 2) });
  });

  it('says when the middle of all beliefs is below the level, and when nothing leads there', async () => {
    const above = (await stress(engine, { scenario, echo }, { names: ['ban'], reverse: 700 }, few)).reverse!;
    expect(above.point).toBeUndefined();
    expect(Math.abs(above.chance.value - 0.6914624612740131)).toBeLessThan(0.01);
    const never = (await stress(engine, { scenario, echo }, { names: ['ban'], reverse: -5000 }, few)).reverse!;
    expect([never.point, never.alone]).toEqual([undefined, []]);
  });

  it('finds the event that does it, and the common factor that moves several', async () => {
    const text = linear
      .replace("'normal(100, 20)'", '100')
      .replace('plan: 50 }', 'plan: 50, delivery: { probability: 90% } }')
      .replace('clickToCustomer: 5%', 'clickToCustomer: 4% to 6%');
    const found = await stress(engine, readScenario(text), { names: ['ban'], reverse: 200 }, few);
    expect(found.reverse!.point!.factors[0]!.id).toBe('channels.search.delivery.probability');
    // Without the partner 500 is lost and 100 left at the median: one chance in ten that the partner fails.
    expect(Math.abs(found.reverse!.chance.value - 0.1)).toBeLessThan(0.01);
  });
});

describe('reacting', () => {
  it('brings back what moving the money can, and is never worse than the plan as it is', async () => {
    const text = linear
      .replaceAll('plan: 50 }', 'plan: 50, limits: { max: 100 } }')
      .replace('  search: {', '  search: { label: Paid search,');
    const found = await stress(
      engine,
      readScenario(text),
      { names: ['ban'], react: true },
      { ...few, searchDraws: 64 },
    );
    const [{ reaction, outcome }] = found.stresses as [(typeof found.stresses)[number]];
    expect(found.plan.name).toBe('recommended');
    if (reaction?.status !== 'found') throw new Error('a plan was expected');
    // Search can take all 400 and bring 1000, whatever social does.
    expect(reaction.mean.value).toBeCloseTo(600, 0);
    expect(reaction.regained.value).toBeCloseTo(reaction.mean.value - outcome.mean.value, 6);
    expect(reaction.regained.value).toBeGreaterThanOrEqual(0);
    expect(stressText(found)).toContain('Reacting brings back');
    // The limit by what the planner calls its channel.
    expect(stressText(found, { width: 400 })).toMatch(/It is held by «Paid search, at most»\./);
    expect(stressText(found, { width: 400, words: textWordsZh })).toContain('受限于“Paid search：每期上限”。');
  });

  it('is told where it brings back half a percent of the loss, which less would be shown as nothing of', async () => {
    const found = await stress(
      engine,
      readScenario(linear),
      { names: ['ban'], react: true },
      { ...few, searchDraws: 64 },
    );
    const [{ reaction, ...result }] = found.stresses as [(typeof found.stresses)[number]];
    if (reaction?.status !== 'found') throw new Error('a plan was expected');
    const bringing = (share: number) => {
      const regained = { value: -share * result.change.mean.value, standardError: 0 };
      return { ...found, stresses: [{ ...result, reaction: { ...reaction, regained } }] };
    };
    expect(result.change.mean.value).toBeLessThan(0);
    expect(stressText(bringing(0.006))).toContain('Reacting brings back');
    expect(stressText(bringing(0.004))).toContain('Reacting: no other plan is clearly better then.');
    expect(stressText(bringing(0.004), { words: textWordsZh })).toContain('应对：此时没有明显更好的方案。');
  });
});
