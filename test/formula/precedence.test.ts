import * as fc from 'fast-check';
import { all, create } from 'mathjs/number';
import { describe, expect, it } from 'vitest';
import { compileFormula } from '../../src/formula/compile.ts';
import { parseFormula } from '../../src/formula/parse.ts';

const evaluate = create({ ...all }).evaluate;
const NAMES = ['a', 'b', 'cost'];
const VALUES = { a: 1.7, b: -0.6, cost: 3 };

function valueOf(text: string): number {
  const reading = parseFormula(text, { names: NAMES });
  if (!reading.ok) throw new Error(`${text}: ${reading.message}`);
  return compileFormula(reading.expression)(reading.uses.map((name) => VALUES[name as keyof typeof VALUES]));
}

/** Formulas as text, with parentheses only now and then, so that precedence decides. */
const { formula } = fc.letrec<{ formula: string; leaf: string }>((tie) => ({
  leaf: fc.oneof(fc.constantFrom(...NAMES), fc.constantFrom('0', '1', '2', '3.5', '.25', '1e-2', '12')),
  formula: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    tie('leaf'),
    fc
      .tuple(
        tie('formula'),
        fc.constantFrom('+', '-', '*', '/', '^', '<', '<=', '>', '>=', '==', '!=', 'and', 'or'),
        tie('formula'),
      )
      .map(([left, sign, right]) => `${left} ${sign} ${right}`),
    fc.tuple(fc.constantFrom('-', '+', 'not '), tie('formula')).map(([sign, inner]) => `${sign}${inner}`),
    tie('formula').map((inner) => `(${inner})`),
    fc.tuple(tie('formula'), tie('formula'), tie('formula')).map(([test, yes, no]) => `(${test} ? (${yes}) : ${no})`),
    fc.tuple(fc.constantFrom('min', 'max'), tie('formula'), tie('formula')).map(([f, x, y]) => `${f}(${x}, ${y})`),
    fc
      .tuple(fc.constantFrom('abs', 'sqrt', 'exp', 'floor', 'ceil', 'round', 'sin', 'cos', 'tanh'), tie('formula'))
      .map(([f, x]) => `${f}(${x})`),
  ),
}));

describe('precedence', () => {
  it('is what the grammar of mathjs says', () => {
    let compared = 0;
    fc.assert(
      fc.property(formula, (text) => {
        const reading = parseFormula(text, { names: NAMES });
        // Chained comparisons are refused here, mathjs has a meaning for them.
        if (!reading.ok) return /chained|characters|parts|deep/.test(reading.message);
        const ours = valueOf(text);
        // What is not a number stays visible here; mathjs takes it for "no".
        if (Number.isNaN(ours)) return true;
        compared += 1;
        const theirs = Number(evaluate(text, { ...VALUES }));
        // mathjs takes numbers for equal that differ by 1e-12 of their size, or by 1e-15.
        return Object.is(ours, theirs) || Math.abs(ours - theirs) <= 1e-12 * Math.max(1e-3, Math.abs(theirs));
      }),
      { numRuns: 700, seed: 20270104 },
    );
    expect(compared).toBeGreaterThan(500);
  });

  it('binds powers before signs and from the right', () => {
    expect(valueOf('-2^2')).toBe(-4);
    expect(valueOf('2^3^2')).toBe(512);
    expect(valueOf('2^-1')).toBe(0.5);
    expect(valueOf('8 / 4 / 2')).toBe(1);
    expect(valueOf('1 + 2 * 3 - 4')).toBe(3);
  });

  it('joins comparisons with and, then or', () => {
    expect(valueOf('cost > 2 and cost < 4')).toBe(1);
    expect(valueOf('0 and 0 or 1')).toBe(1);
    expect(valueOf('1 or 0 and 0')).toBe(1);
    expect(valueOf('cost == 3 ? 10 : 20')).toBe(10);
  });
});
