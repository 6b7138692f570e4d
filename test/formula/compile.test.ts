import { describe, expect, it } from 'vitest';
import { compileFormula, evaluateRows } from '../../src/formula/compile.ts';
import { namesOf, type Expression } from '../../src/formula/expression.ts';
import { parseFormula } from '../../src/formula/parse.ts';

function read(text: string): Expression {
  const reading = parseFormula(text, { names: ['x', 'y'] });
  if (!reading.ok) throw new Error(reading.message);
  return reading.expression;
}

const value = (text: string, ...values: number[]): number => compileFormula(read(text))(values);

describe('the value of a formula', () => {
  it.each([
    ['x * 2 + y', [3, 4], 10],
    ['min(x, y, 2)', [3, 4], 2],
    ['max(1, x, y)', [3, 4], 4],
    ['if(x > y, 1, 2)', [3, 4], 2],
    ['clamp(x, 0, 1)', [3], 1],
    ['clamp(-x, 0, 1)', [3], 0],
    ['mod(x, 4)', [-1], 3],
    ['pow(x, 0.5)', [9], 3],
    ['abs(-x)', [3], 3],
    ['round(x)', [2.5], 3],
    ['round(x)', [-2.5], -3],
    ['round(x)', [0.49999999999999994], 0],
    ['ceil(x) - floor(x)', [1.2], 1],
    ['log10(x)', [1000], 3],
    ['log10(x)', [1e-7], -7],
    ['log2(x)', [1 / 1024], -10],
    ['ln(exp(x))', [2], 2],
    ['tanh(0)', [], 0],
    ['x != y', [3, 4], 1],
    ['not (x > y)', [3, 4], 1],
    ['x >= 3 and y >= 4', [3, 4], 1],
    ['x < 3 or y < 4', [3, 4], 0],
  ])('%s at %j is %d', (text, values, expected) => {
    expect(value(text, ...values)).toBe(expected);
  });

  it('agrees with logarithms to 40 digits', () => {
    // mpmath: log10(2), log(10, 2)
    expect(value('log10(2)')).toBeCloseTo(0.3010299956639812, 15);
    expect(value('log2(10)')).toBeCloseTo(3.321928094887362, 15);
  });

  it('is not finite after a division by zero, however it is used', () => {
    expect(value('1 / x', 0)).toBe(Infinity);
    expect(value('x / x', 0)).toBeNaN();
    expect(value('x / x > 1 ? 5 : 6', 0)).toBeNaN();
    expect(value('not (x / x)', 0)).toBeNaN();
    expect(value('(x / x == 1) or 1', 0)).toBeNaN();
    expect(value('min(1, sqrt(x))', -1)).toBeNaN();
  });

  it('does not suffer from the branch that is not taken', () => {
    expect(value('x == 0 ? 0 : 1 / x', 0)).toBe(0);
  });
});

describe('a formula over rows', () => {
  const texts = ['x', '3', '-y', 'x - y / 2', 'x < y ? x ^ 2 : exp(y)', 'min(x, y, 1) * max(x, 2)', 'clamp(y, x, 5)'];

  it.each(texts)('%s has the same bits as draw by draw', (text) => {
    const expression = read(text);
    const x = Float64Array.from({ length: 9 }, (_, i) => i * 0.7 - 2);
    const y = Float64Array.from({ length: 9 }, (_, i) => 3 - i * i * 0.1);
    const rows = namesOf(expression).map((name) => (name === 'x' ? x : y));
    const out = new Float64Array(10).fill(-1);
    evaluateRows(expression, rows, out, 9);
    const single = compileFormula(expression);
    for (let i = 0; i < 9; i++) expect(out[i]).toBe(single(rows.map((row) => row[i]!)));
    expect(out[9]).toBe(-1);
  });

  it('takes one number for all draws, and leaves the rows as they are', () => {
    const y = Float64Array.of(1, 2, 3);
    const out = new Float64Array(3);
    evaluateRows(read('x * y + x'), [10, y], out, 3);
    expect([...out]).toEqual([20, 30, 40]);
    expect([...y]).toEqual([1, 2, 3]);
  });

  it('survives being written down', () => {
    const expression = read('if(x > 1, x ^ 2, y / 3)');
    expect(JSON.parse(JSON.stringify(expression))).toEqual(expression);
    expect(namesOf(expression)).toEqual(['x', 'y']);
  });
});
