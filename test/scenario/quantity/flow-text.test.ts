import { describe, expect, it } from 'vitest';
import { flowText } from '../../../src/scenario/quantity/flow-text.ts';

describe('a value on one line', () => {
  it.each([
    ['1,200', '"1,200"'],
    ['0.8 to 1.4', '0.8 to 1.4'],
    ['-30%', '-30%'],
    ['约 3', '约 3'],
    ['３０', '３０'],
    ['约：3', '"约：3"'],
    ['¥3', '"¥3"'],
    [' 3', '" 3"'],
    ['', '""'],
    ['a: b', '"a: b"'],
  ])('leaves a text as it is where it has but letters, digits and a few signs: %s', (value, text) => {
    expect(flowText(value)).toBe(text);
  });

  it('may be a list or have fields', () => {
    expect(flowText({ from: 3, 到: ['a', 'b#'], mass: '80%', none: {} })).toBe(
      '{ from: 3, 到: [a, "b#"], mass: 80%, none: {} }',
    );
  });
});
