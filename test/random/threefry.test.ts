import { describe, expect, it } from 'vitest';
import { threefry } from '../../src/random/threefry.ts';
import answers from '../fixtures/known-answers/rng.json' with { type: 'json' };

const word = (hex: string): number => Number.parseInt(hex, 16);

describe('threefry', () => {
  it('gives the words that its authors publish', () => {
    const known = answers.cases.find(({ id }) => id === 'threefry2x32_20_kat')!;
    const inputs = known.inputs as { ctr: string[]; key: string[] }[];
    const expected = known.expected as string[][];
    expect(inputs).toHaveLength(3);
    for (const [i, { ctr, key }] of inputs.entries()) {
      expect(threefry([word(key[0]!), word(key[1]!)], [word(ctr[0]!), word(ctr[1]!)])).toEqual(expected[i]!.map(word));
    }
  });
});

describe('the known answers on random numbers', () => {
  const HERE = ['threefry2x32_20_kat', 'sobol_joe_kuo_first16_d6', 'lhs_properties', 'crn_variance_identity'];
  const OTHER_GENERATORS = [
    'philox4x32_10_kat',
    'pcg32_demo',
    'splitmix64',
    'xoshiro256starstar',
    'xoshiro128plusplus',
    'mt19937',
  ];
  const NOT_OFFERED = [
    'halton_first9_d4', // Sobol' points are used instead
    'ross_exp_variance_reduction', // antithetic draws and control variates
    'hubbard_hdr_2_0', // reading and writing SIPmath libraries
    'sipmath_metalog_1_0_sample',
  ];

  it('are all either met or set aside for a reason', () => {
    const ids = answers.cases.map(({ id }) => id);
    expect([...HERE, ...OTHER_GENERATORS, ...NOT_OFFERED].sort()).toEqual(ids.sort());
  });
});
