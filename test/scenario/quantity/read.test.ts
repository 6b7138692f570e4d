import { describe, expect, it } from 'vitest';
import { cumulative, quantile } from '../../../src/distributions/distribution.ts';
import type { Distribution } from '../../../src/families/distribution.ts';
import type { Unit } from '../../../src/families/parameter.ts';
import type { Field } from '../../../src/scenario/quantity/field.ts';
import { readQuantity } from '../../../src/scenario/quantity/read.ts';
import known from '../../fixtures/known-answers/interval_semantics.json' with { type: 'json' };

const money: Field = { unit: 'money' };
const rate: Field = { unit: 'rate' };
const number: Field = { unit: 'number' };

function distributionOf(raw: unknown, field: Field): Distribution {
  const reading = readQuantity(raw, field);
  if (!reading.ok) throw new Error(`${String(raw)}: ${reading.message}`);
  if (reading.quantity.kind !== 'uncertain') throw new Error(`${String(raw)} is ${reading.quantity.kind}`);
  return reading.quantity.distribution;
}

function valueOf(raw: unknown, field: Field): number {
  const reading = readQuantity(raw, field);
  if (!reading.ok || reading.quantity.kind !== 'constant') throw new Error(`${String(raw)} is no certain number`);
  return reading.quantity.value;
}

function refusal(raw: unknown, field: Field) {
  const reading = readQuantity(raw, field);
  if (reading.ok) throw new Error(`${String(raw)} was accepted`);
  return reading;
}

/** The 5 %, 50 % and 95 % points. */
const points = (distribution: Distribution) => [0.05, 0.5, 0.95].map((p) => quantile(distribution, p));

describe('a range', () => {
  it('is a lognormal with 90 % between its ends, as in Squiggle', () => {
    const { expected } = known.cases.find(({ id }) => id === 'to_squiggle')!;
    const distribution = distributionOf('5 to 10', money);
    expect(distribution.family).toBe('lognormal');
    expect(distribution.parameters['mu']).toBeCloseTo(expected.mu!, 12);
    expect(distribution.parameters['sigma']).toBeCloseTo(expected.sigma!, 12);
    expect(points(distribution)).toEqual([expected.p05, expected.p50, expected.p95].map((x) => expect.closeTo(x!, 11)));
  });

  it('is logit-normal for a rate', () => {
    // ln(0.3/0.7) = -0.847297860387203, ln(0.45/0.55) = -0.200670695462151; the median is at their mean.
    const distribution = distributionOf('30% to 45%', rate);
    expect(distribution.family).toBe('logit-normal');
    expect(points(distribution)).toEqual(
      [0.3, 1 / (1 + Math.exp(0.523984277924677)), 0.45].map((x) => expect.closeTo(x, 12)),
    );
  });

  it.each([
    '3 to 5',
    '3-5',
    '3 - 5',
    '3–5',
    '3—5',
    '3 ~ 5',
    '3～5',
    '3 至 5',
    '3到5',
    '¥3 to ¥5',
    '3 TO 5',
    '３ to ５',
  ])('may be written %s', (text) => {
    expect(distributionOf(text, money)).toEqual(distributionOf('3 to 5', money));
  });

  it('keeps exponents and signs apart from the hyphen', () => {
    expect(distributionOf('1e-3-5', number)).toEqual(distributionOf('0.001 to 5', number));
    expect(valueOf('1e-3', number)).toBe(0.001);
    expect(valueOf('-5', number)).toBe(-5);
    expect(refusal('2027-01-04', number).replacement).toBeUndefined();
  });

  it('with separators has the ends of the known answers', () => {
    const trap = known.cases.find(({ id }) => id === 'thousands_separator_trap')!;
    expect(trap.inputs.texts![1]).toBe('1,000,000 to 2,500,000');
    const [low, , high] = points(distributionOf('1,000,000 to 2,500,000', money));
    expect([low, high]).toEqual((trap.expected.values![1] as number[]).map((x) => expect.closeTo(x, 5)));
  });

  it('takes the percent sign of its last end for both where nothing else can be meant', () => {
    expect(distributionOf('30 to 45%', rate)).toEqual(distributionOf('30% to 45%', rate));
    expect(distributionOf('3-5%', rate)).toEqual(distributionOf('3% to 5%', rate));
    expect(refusal('0.5 to 2%', rate).replacement).toBe('0.5% to 2%');
    expect(refusal('80 to 120%', number).replacement).toBe('80% to 120%');
  });

  it('asks whether a k stands for both ends', () => {
    expect(refusal('5 to 10k', money).replacement).toBe('5k to 10k');
    expect(refusal('1.2-1.5万', money).replacement).toBe('1.2万 to 1.5万');
    expect(refusal('3 to 5 million', money).replacement).toBe('3 million to 5 million');
    expect(refusal('0 to 10k', money).replacement).toBe('normal(0 to 10k)');
    expect(distributionOf('500 to 2k', money)).toEqual(distributionOf('500 to 2000', money));
  });

  it.each<[string, Unit, string]>([
    ['0 to 10', 'money', 'normal(0 to 10)'],
    ['-5 to 10', 'number', 'normal(-5 to 10)'],
    ['0% to 30%', 'rate', '0% / 15% / 30%'],
    ['50% to 100%', 'rate', '50% / 75% / 100%'],
    ['5 to 3', 'money', '3 to 5'],
    ['5 to 5', 'money', '5'],
    ['1,5 to 2', 'money', '1.5 to 2'],
  ])('%s (%s) is refused, and %s proposed', (text, unit, replacement) => {
    const mistake = refusal(text, { unit });
    expect(mistake.replacement).toBe(replacement);
    expect(readQuantity(replacement, { unit }).ok).toBe(true);
  });

  it('names all ways out where it starts at 0', () => {
    const { message, advice } = refusal('0 to 10', money);
    expect(message).toBe('a range lies above 0 (its shape is lognormal), got `0 to 10`');
    for (const way of ['normal(0 to 10)', '0 / 5 / 10', '0.01 to 10']) expect(advice).toContain(`\`${way}\``);
    expect(refusal('0 to 10', { unit: 'money', least: 0, open: true }).replacement).toBe('normal(0 to 10)');
  });

  it('may hold another share, or be of another family, when asked', () => {
    const eighty = distributionOf({ from: 3, to: 5, mass: '80%' }, money);
    expect(cumulative(eighty, 5) - cumulative(eighty, 3)).toBeCloseTo(0.8, 12);
    expect(distributionOf({ from: 3, to: '5' }, money)).toEqual(distributionOf('3 to 5', money));
    const normal = distributionOf('normal(3 to 5)', number);
    expect(normal.family).toBe('normal');
    expect(points(normal)).toEqual([3, 4, 5].map((x) => expect.closeTo(x, 12)));
    expect(distributionOf({ distribution: 'normal', from: 3, to: 5 }, number)).toEqual(normal);
  });
});

describe('three numbers', () => {
  it('are lowest, most likely and highest', () => {
    const pert = { family: 'pert', parameters: { low: 10, likely: 20, high: 60 } };
    expect(distributionOf('10 / 20 / 60', money)).toEqual(pert);
    expect(distributionOf('10/20/60', money)).toEqual(pert);
    expect(distributionOf({ low: 10, likely: 20, high: 60 }, money)).toEqual(pert);
    expect(distributionOf('1 / 2 / 6%', rate).parameters).toEqual({ low: 0.01, likely: 0.02, high: 0.06 });
  });

  it('are put in order by a proposal', () => {
    expect(refusal('60 / 20 / 10', money).replacement).toBe('10 / 20 / 60');
    expect(refusal('10 / 20 / 60k', money).replacement).toBe('10k / 20k / 60k');
  });

  it('are not two', () => {
    expect(refusal('10 / 20', rate).advice).toContain('`10 of 20` for a count');
  });

  it('may be percentiles', () => {
    const distribution = distributionOf({ p10: '20k', p50: '30k', p90: '60k' }, money);
    expect([0.1, 0.5, 0.9].map((p) => quantile(distribution, p))).toEqual(
      [20_000, 30_000, 60_000].map((x) => expect.closeTo(x, 6)),
    );
    expect(cumulative(distribution, 0)).toBe(0);
  });
});

describe('a count', () => {
  it('is the posterior of a rate, not the doubled counts of Guesstimate', () => {
    expect(distributionOf('3 of 10', rate)).toEqual({ family: 'beta', parameters: { alpha: 3.5, beta: 7.5 } });
    expect(distributionOf('8 out of 1,200', rate).parameters).toEqual({ alpha: 8.5, beta: 1192.5 });
    expect(distributionOf('0 of 40', rate).parameters).toEqual({ alpha: 0.5, beta: 40.5 });
  });

  it('is refused where it cannot be one', () => {
    expect(refusal('200 of 8', rate).replacement).toBe('8 of 200');
    expect(refusal('8.5 of 200', rate).message).toContain('whole numbers');
    expect(refusal('8 of 200', money).message).toContain('is a rate');
  });
});

describe('mean and standard deviation', () => {
  // mpmath: sigma² = ln(1 + 0.1²), mu = ln 12000 - sigma² / 2
  const parameters = { mu: expect.closeTo(9.38768676334356, 12), sigma: expect.closeTo(0.0997513451195927, 13) };

  it.each(['12000 ± 10%', '12k ± 10%', '12000 ± 1200', '12,000+/-1,200', '12k +- 1.2k'])('%s is lognormal', (text) => {
    expect(distributionOf(text, money)).toEqual({ family: 'lognormal', parameters });
  });

  it('is beta for a rate, with percentage points only where they are named', () => {
    // weight = 0.03 · 0.97 / 0.005² - 1 = 1163
    const beta = { family: 'beta', parameters: { alpha: expect.closeTo(34.89, 9), beta: expect.closeTo(1128.11, 9) } };
    expect(distributionOf('0.03 ± 0.005', rate)).toEqual(beta);
    expect(distributionOf({ mean: '3%', sd: '0.5%' }, rate)).toEqual(beta);
    expect(refusal('3% ± 0.5%', rate).replacement).toBe('{ mean: 3%, sd: 0.5% }');
  });

  it('is normal for a number of either sign', () => {
    expect(distributionOf('-5 ± 10', number)).toEqual({ family: 'normal', parameters: { mean: -5, sd: 10 } });
  });

  it('asks for the unit where it could be missing', () => {
    expect(refusal('1.2M ± 0.1', money).replacement).toBe('1.2M ± 0.1M');
    expect(refusal('1.2 ± 0.1M', money).replacement).toBe('1.2M ± 0.1M');
  });
});

describe('numbers seen', () => {
  const seen = { family: 'empirical', parameters: { values: [410, 388, 1402] } };

  it.each(['410; 388; 1,402', '410\n388\n1402\n', '410\t388\t1 402', '¥410\r\n\r\n¥388\r\n1402'])(
    'may be pasted as %j',
    (text) => {
      expect(distributionOf(text, money)).toEqual(seen);
      expect(distributionOf({ values: text }, money)).toEqual(seen);
    },
  );

  it('may be a list', () => {
    expect(distributionOf({ values: [410, '388', '1,402'] }, money)).toEqual(seen);
    expect(refusal([410, 388, 1402], money).replacement).toBe('{ values: [410, 388, 1402] }');
  });

  it('are refused with one that is none', () => {
    expect(refusal('410; x; 388', money).message).toBe('`x` is not a number');
    expect(refusal('410; -3', money).message).toContain('0 or more');
    expect(refusal('410, 388, 402', money).replacement).toBe('410; 388; 402');
    expect(refusal({ values: [] }, money).message).toContain('at least one');
    expect(refusal(Array.from({ length: 10_001 }, () => '1').join(';'), money).message).toContain('10,000');
  });
});

describe('a distribution by name', () => {
  it('has its parameters in order or by name', () => {
    const beta = { family: 'beta', parameters: { alpha: 2, beta: 30 } };
    expect(distributionOf('beta(2, 30)', rate)).toEqual(beta);
    expect(distributionOf('Beta ( beta = 30 , alpha: 2 )', rate)).toEqual(beta);
    expect(distributionOf({ distribution: 'beta', alpha: 2, beta: 30 }, rate)).toEqual(beta);
    expect(distributionOf('LogNormal(mu: 1, sigma: 0.5)', money).family).toBe('lognormal');
    expect(distributionOf('student t(3; 10; 2)', number).parameters).toEqual({ df: 3, location: 10, scale: 2 });
    expect(distributionOf('triangular(10%, 20%, 60%)', rate).parameters).toEqual({ low: 0.1, likely: 0.2, high: 0.6 });
    expect(distributionOf('empirical(3, 4, 7)', money).parameters).toEqual({ values: [3, 4, 7] });
  });

  it('asks what its commas separate', () => {
    expect(distributionOf('uniform(1, 200)', money).parameters).toEqual({ low: 1, high: 200 });
    expect(refusal('uniform(1,200, 1,800)', money).advice).toContain('semicolons');
    expect(distributionOf('uniform(1,200; 1,800)', money).parameters).toEqual({ low: 1200, high: 1800 });
    expect(refusal('normal(1,200,300)', money).message).toContain('2 parameters, got 3');
  });

  it.each([
    ['norml(1, 2)', 'Did you mean `normal`?'],
    ['foo(1, 2)', 'There are normal, '],
    ['normal(1)', 'Write `normal(mean, sd)`.'],
    ['normal(1, sdd: 2)', 'Did you mean `sd`?'],
    ['normal(mean: 1, mean: 2)', 'Write `normal(mean, sd)`.'],
    ['uniform(1 to 2)', 'Write `uniform(low, high)`.'],
  ])('%s is refused: %s', (text, advice) => {
    expect(refusal(text, money).advice).toContain(advice);
  });

  it('is refused where there is none', () => {
    expect(refusal('normal(5, -1)', number).message).toBe('normal: sd must be more than 0, got -1');
    expect(refusal('uniform(2, 1)', number).message).toContain('uniform: ');
  });

  it('may be cut', () => {
    const fields = { distribution: 'normal', mean: 5, sd: 3, truncate: { low: 1, high: '8' } };
    const cut = distributionOf(fields, money);
    expect(cut.truncate).toEqual({ low: 1, high: 8 });
    expect(cumulative(cut, 1)).toBe(0);
    expect(refusal({ ...fields, truncate: { low: 9, high: 8 } }, money).message).toContain('truncate');
    expect(refusal({ ...fields, truncate: { lo: 9 } }, money).message).toContain('truncate');
  });
});

describe('the bounds of a field', () => {
  it('hold a certain number', () => {
    expect(refusal(-5, money).message).toBe('must be 0 or more, got -5');
    expect(valueOf(-5, { unit: 'money', least: -10 })).toBe(-5);
    expect(refusal(0, { unit: 'money', least: 0, open: true }).message).toBe('must be more than 0, got 0');
    expect(refusal(130, rate).message).toBe('must be between 0% and 100%, got 130');
    expect(valueOf('130%', { unit: 'rate', most: 10 })).toBe(1.3);
  });

  it('tell a rate from a percentage without its sign', () => {
    expect(refusal(30, rate)).toMatchObject({ advice: 'For 30 percent write `30%`.', replacement: '30%' });
    expect(refusal('30', rate).replacement).toBe('30%');
    expect(valueOf('30%', rate)).toBe(0.3);
    expect(valueOf(0.3, rate)).toBe(0.3);
    expect(refusal('30 to 45', rate).replacement).toBe('30% to 45%');
    expect(refusal('130%', rate).replacement).toBeUndefined();
  });

  it('refuse numbers of the planner beyond them', () => {
    expect(refusal('uniform(-5, 5)', money).message).toBe('must be 0 or more, but can be -5');
    expect(refusal('50% / 90% / 120%', rate).message).toContain('between 0% and 100%');
    expect(refusal({ values: [0, 1] }, { unit: 'money', open: true }).message).toContain('more than 0');
  });

  it('cut a tail that runs beyond them, and say so', () => {
    const reading = readQuantity('normal(0 to 10)', money);
    expect(reading).toMatchObject({
      ok: true,
      quantity: { distribution: { family: 'normal', truncate: { low: 0 } } },
      warnings: [{ message: 'has a chance of 5% to be below 0, which is cut off' }],
    });
    expect(readQuantity('normal(30%, 2%)', rate)).toMatchObject({ ok: true, warnings: [] });
    expect(readQuantity('normal(0 to 10)', number)).toMatchObject({ ok: true, warnings: [] });
    expect(refusal('normal(30, 5)', rate).message).toContain('most of it is not');
  });
});

describe('units', () => {
  it('are not mixed up', () => {
    expect(refusal('30%', money).message).toContain('an amount of money');
    expect(refusal('$5', { unit: 'count' }).message).toContain('must not be an amount of money');
    expect(refusal('5m', { unit: 'hours' }).message).toContain('minutes or months');
    expect(valueOf('5m', money)).toBe(5_000_000);
    expect(valueOf('120%', number)).toBe(1.2);
  });

  it('refuse an amount in another currency than the scenario', () => {
    const yuan: Field = { unit: 'money', currency: 'CNY' };
    expect(valueOf('¥5', yuan)).toBe(5);
    expect(valueOf('1.2万元', yuan)).toBe(12_000);
    expect(refusal('$5', yuan).message).toBe('must be in CNY, the currency of the scenario, got `$5`');
    expect(refusal('$3 to $5', yuan).ok).toBe(false);
    expect(valueOf('¥5', { unit: 'money', currency: 'JPY' })).toBe(5);
    expect(refusal('€5', { unit: 'money', currency: 'USD' }).ok).toBe(false);
  });
});

describe('a formula', () => {
  it('stands behind an equals sign', () => {
    const reading = readQuantity(' = marketCpm * 1.1', money);
    expect(reading).toMatchObject({
      ok: true,
      quantity: {
        kind: 'formula',
        text: '= marketCpm * 1.1',
        expression: { kind: 'operation', operation: 'multiply' },
      },
    });
  });

  it('may use the names it is given', () => {
    expect(refusal('= marketCpn * 1.1', { unit: 'money', names: ['marketCpm'] })).toMatchObject({
      message: 'cannot be read as a formula: `marketCpn` is not known here (at character 3)',
      advice: 'Did you mean `marketCpm`?',
    });
  });
});

describe('what is no quantity', () => {
  it.each([
    ['abc', 'must be a number, got `abc`'],
    ['', 'must be a number, got an empty text'],
    ['1 to 2 to 3', 'must be a number, got `1 to 2 to 3`'],
    ['3 to x', '`x` is not a number'],
    [null, 'must be a number, got nothing'],
    [true, 'must be a number, got true'],
    [[], 'must be a number, got an empty list'],
    [NaN, 'must be a number, got NaN'],
    [{}, 'has fields that do not go together'],
    [{ p10: 1, p50: 2 }, 'has `p10`, `p50` without `p90`'],
    [{ mean: 5 }, 'has `mean` without `sd`'],
    [{ meen: 5, sd: 1 }, '`meen` is not a field of a number'],
    [{ from: 1, to: 2, sd: 3 }, 'has fields that do not go together'],
    [{ distribution: 3 }, 'distribution must be a name, got 3'],
    [{ values: true }, 'values must be a list of numbers, got true'],
    [{ from: 3, to: 5, mass: 80 }, 'mass must be more than 0% and less than 100%, got 80'],
    ['x'.repeat(300_000), 'must have 200,000 characters or fewer, got 300000'],
  ])('%j is refused', (raw, message) => {
    expect(refusal(raw, money).message).toBe(message);
  });
});
