import type { Quantity, Scenario } from '../../src/domain.ts';
import type { Expression } from '../../src/formula/expression.ts';

/** One joint world: the value of every uncertain quantity, by its path in the file. */
export type Draw = ReadonlyMap<string, number>;

/** The number that stands at `path` in this draw. */
export function numberIn(scenario: Scenario, draw: Draw, path: string, quantity: Quantity): number {
  if (quantity.kind === 'constant') return quantity.value;
  if (quantity.kind === 'formula') {
    return evaluated(quantity.expression, (name) =>
      numberIn(scenario, draw, `assumptions.${name}`, scenario.assumptions[name]!),
    );
  }
  const value = draw.get(path);
  if (value === undefined) throw new Error(`the draw says nothing about ${path}`);
  return value;
}

/** The number with every assumption at the quantile whose normal score is `z`. */
export function numberAtScore(scenario: Scenario, quantity: Quantity, z: number): number {
  if (quantity.kind === 'constant') return quantity.value;
  if (quantity.kind === 'formula') {
    return evaluated(quantity.expression, (name) => numberAtScore(scenario, scenario.assumptions[name]!, z));
  }
  const { family, parameters } = quantity.distribution;
  const of = (name: string) => parameters[name] as number;
  if (family === 'lognormal') return Math.exp(of('mu') + of('sigma') * z);
  if (family === 'uniform') return of('low') + (of('high') - of('low')) * PROBABILITY_AT.get(z)!;
  throw new Error(`the oracle knows no quantiles of ${family}`);
}

/** Normal scores of the 5 %, 50 % and 95 % quantiles. */
export const SCORES = [-1.6448536269514722, 0, 1.6448536269514722] as const;
const PROBABILITY_AT = new Map<number, number>([
  [SCORES[0], 0.05],
  [SCORES[1], 0.5],
  [SCORES[2], 0.95],
]);

/** A formula by plain arithmetic; only what the tests use. */
export function evaluated(expression: Expression, valueOf: (name: string) => number): number {
  if (expression.kind === 'constant') return expression.value;
  if (expression.kind === 'name') return valueOf(expression.name);
  const [a = NaN, b = NaN] = expression.operands.map((operand) => evaluated(operand, valueOf));
  switch (expression.operation) {
    case 'add':
      return a + b;
    case 'subtract':
      return a - b;
    case 'multiply':
      return a * b;
    case 'divide':
      return a / b;
    case 'power':
      return a ** b;
    case 'exp':
      return Math.exp(a);
    case 'sin':
      return Math.sin(a);
    default:
      throw new Error(`the oracle does not know "${expression.operation}"`);
  }
}
