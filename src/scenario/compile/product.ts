import type { Source } from '../../domain.ts';
import { operation } from '../../formula/expression.ts';
import type { Registry } from './registry.ts';

/** The product of two numbers, as a row of its own where neither is certain to be 0 or 1. */
export function product(id: string, a: Source, b: Source, registry: Registry): Source {
  if ('constant' in a && 'constant' in b) return { constant: a.constant * b.constant };
  if (isConstant(a, 0) || isConstant(b, 1)) return a;
  if (isConstant(b, 0) || isConstant(a, 1)) return b;
  return registry.computed(id, TIMES, [a, b]);
}

const TIMES = operation('multiply', { kind: 'name', name: 'a', index: 0 }, { kind: 'name', name: 'b', index: 1 });

function isConstant(source: Source, value: number): boolean {
  return 'constant' in source && source.constant === value;
}
