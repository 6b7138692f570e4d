import { describe, expect, it } from 'vitest';
import { nearest } from '../../src/formula/nearest.ts';

describe('did you mean', () => {
  it.each([
    ['curency', 'currency'],
    ['budegt', 'budget'],
    ['Budget', 'budget'],
    ['horizn', 'horizon'],
    ['channles', 'channels'],
    ['cpx', 'cpc'],
  ])('%s: %s', (written, meant) => {
    expect(nearest(written, ['apportion', 'budget', 'channels', 'currency', 'cpc', 'horizon'])).toBe(meant);
  });

  it('says nothing when nothing is near', () => {
    expect(nearest('seasonality', ['budget', 'channels', 'currency'])).toBeUndefined();
    expect(nearest('xy', ['abc'])).toBeUndefined();
    expect(nearest('budget', [])).toBeUndefined();
  });

  it('takes the first of equally near names', () => {
    expect(nearest('cpx', ['cpa', 'cpc', 'cpm'])).toBe('cpa');
  });
});
