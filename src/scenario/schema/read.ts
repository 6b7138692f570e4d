import type { Field } from '../quantity/field.ts';
import type { Mistake } from '../quantity/number.ts';
import type { Quantity } from '../quantity/types.ts';
import type { Path } from '../text/finding.ts';

/** Tells numbers that were read from fields with names of the planner's. */
const MARK = Symbol('read');

/** A number as it came out of a file, with what else is to be said about it. */
export interface Read<Value = number | Quantity> {
  readonly [MARK]: true;
  readonly value: Value;
  readonly field: Field;
  readonly warnings: readonly Remark[];
  /** As it stands in the file. */
  readonly raw: unknown;
  /** Reads it again, as it would be in a file with this currency; none where the text names no currency. */
  readonly inCurrency?: (currency: string) => { readonly ok: true } | Mistake;
}

export interface Remark {
  readonly message: string;
  readonly advice?: string;
  readonly replacement?: string;
}

/** The same with bare numbers and quantities in place of what was read. */
export type Unread<T> =
  T extends Read<infer Value>
    ? Value
    : T extends readonly (infer Item)[]
      ? readonly Unread<Item>[]
      : T extends object
        ? { readonly [Name in keyof T]: Unread<T[Name]> }
        : T;

export function markRead<Value>(read: Omit<Read<Value>, typeof MARK>): Read<Value> {
  return { [MARK]: true, ...read };
}

function isRead(value: object): value is Read {
  return MARK in value;
}

export function unread<T>(value: T): Unread<T> {
  if (typeof value !== 'object' || value === null) return value as Unread<T>;
  if (isRead(value)) return value.value as Unread<T>;
  if (Array.isArray(value)) return value.map(unread) as Unread<T>;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, unread(inner)])) as Unread<T>;
}

/** Everything that was read, from the outside in. */
export function readsIn(value: unknown, path: Path = []): readonly Located[] {
  if (typeof value !== 'object' || value === null) return [];
  if (isRead(value)) return [{ ...value, path }];
  if (Array.isArray(value)) return value.flatMap((inner, place) => readsIn(inner, [...path, place]));
  return Object.entries(value).flatMap(([name, inner]) => readsIn(inner, [...path, name]));
}

export interface Located extends Read {
  readonly path: Path;
}
