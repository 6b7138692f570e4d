import { describe, expect, it } from 'vitest';
import { renamedInFormula } from '../../src/formula/rename.ts';

describe('a formula in which a name changes', () => {
  it.each([
    ['cpm * 1.1', 'cpm', 'price', 'price * 1.1'],
    ['cpm + `cpm`  -cpm/2', 'cpm', 'p', 'p + p  -p/2'],
    // Only where it is the whole name, and no function.
    ['min(cpmTv, cpm)', 'cpm', 'min', 'min(cpmTv, min)'],
    // Without backquotes these are a difference, a sign and a word of another meaning.
    ['2 * cpm', 'cpm', 'google-ads', '2 * `google-ads`'],
    ['2 * cpm', 'cpm', 'and', '2 * `and`'],
    ['`google-ads` × 2', 'google-ads', '广告', '广告 × 2'],
  ])('%s, with %s called %s, is %s', (text, from, to, after) => {
    expect(renamedInFormula(text, from, to)).toBe(after);
  });

  it('stays as it is where it has no such name, or is none', () => {
    expect(renamedInFormula('cpmTv * 2', 'cpm', 'price')).toBeUndefined();
    expect(renamedInFormula('cpm * "2"', 'cpm', 'price')).toBeUndefined();
  });
});
