import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeInFile } from '../../web/text/place-in-file.ts';
import { suggestionsAt, type Schema } from '../../web/text/suggestions.ts';

const schema = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../../scenarios/apportion.schema.json'), 'utf8'),
) as Schema;

/** What is offered where `|` stands. */
function offered(text: string): readonly string[] {
  const at = text.indexOf('|');
  return suggestionsAt(placeInFile(text.replace('|', ''), at), schema).map(({ label }) => label);
}

describe('completion', () => {
  it('offers the fields that can stand in a place, on lines and in braces', () => {
    expect(offered('cur|')).toEqual(expect.arrayContaining(['currency', 'channels', 'goal']));
    expect(offered('channels:\n  search:\n    pr|')).toEqual(expect.arrayContaining(['price', 'funnel', 'limits']));
    expect(offered('channels:\n  search:\n    price: { |')).toEqual(expect.arrayContaining(['cpm', 'cpc']));
    expect(offered('channels:\n  search:\n    limits: { max: 5, share: { m|')).toEqual(['min', 'max']);
    expect(offered('targets:\n  - { met|')).toEqual(expect.arrayContaining(['metric', 'atLeast']));
    expect(offered('targets:\n  - metric: profit\n    at|')).toEqual(expect.arrayContaining(['atLeast', 'atMost']));
    expect(offered('channels: { a: { price: { cpc: 1 }, res|')).toContain('response');
  });

  it('offers the values that a field can have', () => {
    expect(offered('horizon: { unit: |')).toEqual(['day', 'week', 'month', 'quarter', 'year']);
    expect(offered('channels:\n  a:\n    response: { curve: |')).toEqual(expect.arrayContaining(['hill', 'log']));
    expect(offered('goal: { maximize: |')).toEqual(expect.arrayContaining(['profit', 'customers']));
    expect(offered('budget:\n  flexible: |')).toEqual(['true', 'false']);
    expect(offered('correlations:\n  - { of: [a, b], rank: |')).toEqual(expect.arrayContaining(['strong', 'weak']));
  });

  it('offers nothing where names are the planner’s own, or nothing is known', () => {
    expect(offered('channels:\n  |')).toEqual([]);
    expect(offered('nonsense:\n  deeper:\n    |')).toEqual([]);
  });

  it('knows a place in any text', () => {
    const texts = fc.string({
      unit: fc.constantFrom('a', ':', ' ', '\n', '{', '}', '[', ']', ',', '-', '"', "'", '#'),
    });
    fc.assert(
      fc.property(texts, fc.nat(), (text, nat) => {
        const at = nat % (text.length + 1);
        const place = placeInFile(text, at);
        expect(place.from).toBeLessThanOrEqual(at);
        suggestionsAt(place, schema);
      }),
      { seed: 1, numRuns: 500 },
    );
  });
});
