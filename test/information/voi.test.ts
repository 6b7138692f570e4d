import { describe, expect, it } from 'vitest';
import { voiText } from '../../src/report/text/voi.ts';
import { readScenario } from '../../src/scenario/read.ts';
import { valueOfInformation } from '../../src/runs/voi.ts';
import { engineOfFile } from '../support/engine.ts';

const engine = engineOfFile();

// Two channels with linear returns: 100 in either. What a brings per 100 is between 0.5 and 3.5 customers of 100, b brings 2 for sure.
const text = `apportion: 1
name: Choice
currency: EUR
horizon: { periods: 1, unit: week }
budget: { total: 100 }
value: { orderValue: 100 }
channels:
  a: { efficiency: 'uniform(0.005, 0.035)', response: { curve: linear }, plan: 50, limits: { max: 100 } }
  b: { efficiency: 0.019, response: { curve: linear }, plan: 50, limits: { max: 100 } }
`;
const few = { draws: 4096, searchDraws: 64 };

describe('the value of information', () => {
  it('is that of the choice between two channels by hand', async () => {
    const found = await valueOfInformation(engine, readScenario(text), undefined, few);
    // All in a brings 10,000 e - 100 with e from 0.005 to 0.035: 100 on average; all in b 90. Knowing e one switches below 0.019:
    // the gain is the mean of max(0, 190 - 10,000 e), which is 140² / 2 / 300.
    const exact = (140 * 140) / 2 / 300;
    expect(found.plans.length).toBe(2);
    expect(Math.abs(found.perfect.value - exact)).toBeLessThan(4 * found.perfect.standardError + 0.05);
    expect(found.channels[0]!.channel).toBe('a');
    expect(Math.abs(found.channels[0]!.value.value - exact)).toBeLessThan(
      4 * found.channels[0]!.value.standardError + 0.5,
    );
    expect(found.assumptions.map(({ id }) => id)).toEqual(['channels.a.efficiency']);
    expect(voiText(found)).toContain('Knowing everything before you decide would be worth');
  });

  it('of a pilot rises with its size, and stays below that of knowing all', async () => {
    const worth = async (spend: number) =>
      (await valueOfInformation(engine, readScenario(text), { channel: 'a', spend, periods: 1 }, few)).pilots[0]!
        .sizes[0]!;
    const [small, large] = [await worth(200), await worth(20_000)];
    expect(small.customers).toBeCloseTo(4, 1);
    expect(small.value.value).toBeLessThan(large.value.value);
    expect(large.value.value).toBeLessThan(32.7 + 1);
    expect(large.value.value).toBeGreaterThan(28);
  });

  it('recommends no pilot of more than a quarter of what its channel usually gets, however much more would tell', async () => {
    const rare = text
      .replace('periods: 1', 'periods: 8')
      .replace('total: 100', 'total: 8000')
      .replace('orderValue: 100', 'orderValue: 1000')
      .replace('(0.005, 0.035)', '(0.0005, 0.0035)')
      .replace('efficiency: 0.019', 'efficiency: 0.0019')
      .replaceAll('plan: 50, limits: { max: 100 }', 'plan: 500');
    const { pilots, plans } = await valueOfInformation(engine, readScenario(rare), undefined, few);
    // All of 1,000 a week is usual in a: one customer of 500.
    expect(plans[0]!.spend).toEqual([Array(8).fill(1000), Array(8).fill(0)]);
    const { sizes, best } = pilots.find(({ channel }) => channel === 'a')!;
    expect(sizes.map(({ spend }) => spend)).toEqual([250, 1000, 2000, 4000, 8000]);
    expect(sizes[best!]!.spend).toBeLessThanOrEqual(2000);
    expect(sizes[4]!.net).toBeGreaterThan(sizes[best!]!.net + 3 * sizes[4]!.value.standardError);
  });

  it('tells what the result of a pilot changes', async () => {
    const pilot = { channel: 'a', spend: 2000, periods: 1, customers: 20 };
    const { after } = await valueOfInformation(engine, readScenario(text), pilot, few);
    // 20 of 40 expected: about 0.0105 by Bayes' rule with a flat prior, gamma(21) at 2,000: the plan for b is now the better one.
    expect(after!.customers.after.mean).toBeCloseTo(21, 0);
    expect(after!.moved[0]).toMatchObject({ id: 'channels.a.efficiency', after: { mean: expect.closeTo(0.0105, 3) } });
    expect(after!.best.after).not.toBe(after!.best.before);
  });

  it('refuses pilots that cannot be', async () => {
    const run = (pilot: Parameters<typeof valueOfInformation>[2]) =>
      valueOfInformation(engine, readScenario(text), pilot, few);
    await expect(run({ channel: 'c' })).rejects.toThrow('there is no channel `c`');
    await expect(run({ channel: 'a', periods: 9 })).rejects.toThrow('a pilot runs 1 to 1 weeks');
    await expect(run({ channel: 'a', customers: 5, leads: 9, spend: 100 })).rejects.toThrow('counts no leads');
    await expect(run({ channel: 'a', customers: 90_000, spend: 100 })).rejects.toThrow('outside what the file holds');
  });
});
