import type { LimitSide, LinearLimit } from '../domain.ts';

/** A number in the file and what it counts. */
export interface NumberBehind {
  readonly number: number;
  readonly unit: 'money' | 'rate' | 'number';
}

/** The number of the file that one side of a limit follows from; undefined where it follows from none. */
export function numberBehind({ limit, side }: LimitSide): NumberBehind | undefined {
  const { source } = limit;
  if (source === undefined) return { number: limit[side]!, unit: 'money' };
  return source.kind === 'number' ? source : undefined;
}

/** What the bound and terms of a limit gain for each unit by which the number behind it rises. */
export function gainPerUnit({ source }: LinearLimit): { readonly bound: number; readonly terms: LinearLimit['terms'] } {
  if (source === undefined) return { bound: 1, terms: [] };
  return source.kind === 'number' ? source : { bound: 0, terms: [] };
}
