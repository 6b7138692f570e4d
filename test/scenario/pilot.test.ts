import { describe, expect, it } from 'vitest';
import { mean, quantile } from '../../src/distributions/distribution.ts';
import { compile } from '../../src/scenario/compile/compile.ts';
import { readScenario } from '../../src/scenario/read.ts';
import { chinese } from '../../src/scenario/quantity/vocabulary.ts';
import { inWords } from '../../src/scenario/quantity/words.ts';
import { changed, errorsOf } from './fixtures.ts';

const text = `apportion: 1
name: Pilot
currency: EUR
horizon: { periods: 4, unit: week }
budget: { total: 40k }
value: { orderValue: 80 }
channels:
  video:
    price: { cpc: 1 to 2 }
    funnel: { clickToLead: 80 of 1000, leadToCustomer: 20% to 40% }
    plan: 10k
    pilot: { spend: 4k, periods: 4, clicks: 3200, leads: 210, customers: 44 }
`;
const { scenario, warnings, echo } = readScenario(text);
const { price, funnel } = scenario.channels['video']!;

describe('a pilot in the file', () => {
  it('adds what it counted to a rate that was counted before', () => {
    // Jeffreys' prior after 80 of 1,000 is Beta(80.5, 920.5); 210 more of 3,200.
    expect(funnel[0]!.rate).toMatchObject({
      text: '80 of 1000',
      distribution: { family: 'beta', parameters: { alpha: 290.5, beta: 3910.5 } },
    });
  });

  it('learns the price as a measurement that may be off by a tenth and by the luck of counting', () => {
    if (price!.amount.kind !== 'uncertain') throw new Error('the price is certain');
    // Before: ln in (0, ln 2) with 90 %; seen ln 1.25 with variance 0.01 + 1/3200.
    const sigma = Math.log(2) / (2 * 1.6448536269514722);
    const [own, seen] = [1 / sigma ** 2, 1 / (0.01 + 1 / 3200)];
    const { parameters } = price!.amount.distribution;
    expect(parameters['mu']).toBeCloseTo((own * (Math.log(2) / 2) + seen * Math.log(1.25)) / (own + seen), 12);
    expect(parameters['sigma']).toBeCloseTo(Math.sqrt(1 / (own + seen)), 12);
  });

  it('leaves the curve quoted at the price that was believed when it was written', () => {
    expect(compile(scenario).channels[0]!.price!.reference).toBeCloseTo(Math.SQRT2, 12);
  });

  it('is what is drawn: the model has the beliefs after it', () => {
    const { assumptions } = compile(scenario);
    const rate = assumptions.find(({ id }) => id.endsWith('leadToCustomer'))!.distribution;
    // numpy: mean of the logit-normal of 20 % to 40 % times x^44 (1 - x)^166, scipy.integrate.quad over the log odds.
    expect(mean(rate)).toBeCloseTo(0.22736443037567325, 12);
    expect(quantile(rate, 0.95)).toBeLessThan(0.28);
  });

  it('is told wherever assumptions are told, with the range before it', () => {
    const told = Object.fromEntries(echo.map(({ path, words }) => [path, words.replaceAll('\u00a0', ' ')]));
    expect(told['channels.video.funnel.leadToCustomer']).toMatch(
      /^90 % between 18\.\d % and 27\.\d %, .* moved by a pilot that showed 44 of 210 \(before it between 20 % and 40 %\)$/,
    );
    expect(told['channels.video.price.cpc']).toContain(
      'moved by a pilot that showed 1.25 EUR (before it between 1.00 and 2.00 EUR)',
    );
    expect(inWords(funnel[1]!.rate, 'rate', { words: chinese })).toContain('已按试点结果 210 中的 44 更新');
    expect(warnings).toEqual([]);
  });

  it('learns only what was counted at both ends', () => {
    const { scenario: few } = readScenario(changed(text, ', leads: 210', ''));
    expect(few.channels['video']!.funnel.map(({ rate }) => 'learned' in rate)).toEqual([false, false]);
    expect('learned' in few.channels['video']!.price!.amount).toBe(true);
  });

  it('counts stages of the planner by their names, and efficiency by customers over spend', () => {
    const own = changed(text, 'clickToLead: 80 of 1000, leadToCustomer', 'clickToCart: 8%, cartToCustomer');
    const { scenario: carts } = readScenario(changed(own, 'leads: 210', 'stages: { cart: 200 }'));
    const step = carts.channels['video']!.funnel[1]!.rate;
    expect(step).toMatchObject({ learned: { seen: { kind: 'counted', successes: 44, trials: 200 } } });
    const { scenario: simple } = readScenario(`${text.split('    price')[0]!}    efficiency: 0.005 to 0.02
    pilot: { spend: 4k, customers: 100, priceDrift: 0 }
`);
    // Customers by chance (Poisson): 100 of them are known to a tenth.
    expect(simple.channels['video']!.efficiency).toMatchObject({ learned: { seen: { value: 0.025, spread: 0.1 } } });
  });
});

describe('a pilot that does not fit', () => {
  const wordsOf = (other: string) => {
    const { warnings: told } = readScenario(other);
    return told.map(({ message }) => message).join('; ');
  };

  it.each([
    ['leads: 210', 'leads: 4000', 'counts 4,000 at `lead`, more than the 3,200 at `click` before it'],
    ['leads: 210', 'stages: { cart: 9 }', 'is no stage of the funnel'],
    ['4k, periods: 4,', '4k, periods: 4, days: 28,', 'is given together with `periods`'],
    ['20% to 40%', '70% to 80%', 'cannot be what the pilot showed'],
    ['spend: 4k, ', '', 'is missing'],
  ])('%s → %s is an error', (found, instead, message) => {
    expect(
      errorsOf(changed(text, found, instead))
        .map((issue) => issue.message)
        .join('; '),
    ).toContain(message);
  });

  it.each([
    ['20% to 40%', '25%', 'does not change `funnel.leadToCustomer`, which is a certain number'],
    ['20% to 40%', '30% to 50%', 'is a surprise: before it, `funnel.leadToCustomer` was believed between 30'],
    ['clicks: 3200, leads: 210, customers: 44', 'customers: 44', 'changes nothing'],
  ])('%s → %s is a warning', (found, instead, message) => {
    expect(wordsOf(changed(text, found, instead))).toContain(message);
  });
});
