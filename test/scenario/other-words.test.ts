import { describe, expect, it } from 'vitest';
import { ScenarioError } from '../../src/errors.ts';
import { readScenario } from '../../src/scenario/read.ts';
import { small } from '../e2e/texts.ts';

function adviceFor(text: string): readonly (string | undefined)[] {
  try {
    readScenario(text);
    return [];
  } catch (error) {
    if (error instanceof ScenarioError) return error.issues.map(({ advice }) => advice);
    throw error;
  }
}

/** A file whose first field of this name is called otherwise. */
const calling = (field: string, otherwise: string) => small.replace(`${field}:`, `${otherwise}:`);

describe('what planners call fields elsewhere', () => {
  it.each([
    ['orderValue', 'AOV'],
    ['orderValue', '客单价'],
    ['grossMargin', 'margin'],
    ['clickToCustomer', 'CVR'],
    ['clickToCustomer', 'conversion rate'],
    ['cpc', 'cost_per_click'],
    ['response', 'saturation'],
  ])('leads to `%s` from %s', (field, otherwise) => {
    expect(calling(field, otherwise)).not.toBe(small);
    expect(adviceFor(calling(field, otherwise))).toContain(`Did you mean \`${field}\`?`);
  });

  it.each([
    ['margin', 'customer value'],
    ['margin', 'LTV'],
    ['revenue', '销售额'],
  ])('leads to the word `%s` from %s', (word, otherwise) => {
    expect(adviceFor(`${small}goal: { maximize: ${otherwise} }\n`)).toContain(`Did you mean \`${word}\`?`);
    expect(adviceFor(`${small}goal: { maximize: { ${otherwise}: 1 } }\n`)).toContain(`Did you mean \`${word}\`?`);
  });

  it('is no worse a guide to slips of the pen', () => {
    expect(adviceFor(calling('orderValue', 'ordrValue'))).toContain('Did you mean `orderValue`?');
  });

  it('says so where the field that was meant stands beside it', () => {
    const given = '`currency` is given already: remove one of the two.';
    expect(adviceFor(small.replace('currency:', 'curency: EUR\ncurrency:'))).toEqual([given]);
    const both = small.replace(/budget: .*/, 'budget: { atMost: 100, atMist: 50, atLest: 5 }');
    expect(both).not.toBe(small);
    expect(adviceFor(both)).toEqual(['`atMost` is given already: remove one of the two.', 'Did you mean `atLeast`?']);
  });

  it('says where a field belongs that was written elsewhere', () => {
    const inChannel = (field: string) => small.replace('    plan: 50k', `    ${field}\n    plan: 50k`);
    expect(inChannel('zebra: 1')).not.toBe(small);
    expect(adviceFor(inChannel('orderValue: 80'))).toEqual(['It is a field of `value`: `value: { orderValue: … }`.']);
    expect(adviceFor(inChannel('share: { max: 30% }'))).toEqual(['It is a field of `limits`: `limits: { share: … }`.']);
    expect(adviceFor(inChannel('targets: []'))).toEqual(['Write it at the top level of the file: `targets: …`.']);
    const inValue = small.replace('value: {', 'value: { segments: {},');
    expect(adviceFor(inValue)).toEqual(['Write it at the top level of the file: `segments: …`.']);
    expect(adviceFor(inChannel('limits: { commission: 5% }'))[0]).toMatch(/^It is a field of `channels\.\w+`\.$/);
  });

  it('does not hold where there is no such field', () => {
    expect(adviceFor(small.replace('currency:', 'zebra: 1\ncurrency:'))[0]).toMatch(/^Fields here are /);
  });
});

describe('a name of something that the file has none of', () => {
  it('is told where it is to be described', () => {
    const hours = small.replace(
      '    plan: 50k\n  social',
      '    hours: { promoter: { perPeriod: 40 } }\n    plan: 50k\n  social',
    );
    expect(adviceFor(hours)).toEqual(['Describe it at the top level of the file: `resources: { promoter: … }`.']);
  });
});
