import { settledOrBounded } from '../../constraints/fixed.ts';
import { nearest } from '../../formula/nearest.ts';
import type { Fault } from '../fault.ts';
import { isMap } from '../path.ts';
import { budget, budgetKinds } from '../schema/budget.ts';
import { hasFields, isByCurve, schemaOf } from '../schema/inside.ts';
import { limits } from '../schema/limits.ts';
import { price, priceKinds } from '../schema/price.ts';
import { scenarioSchema } from '../schema/scenario.ts';
import type { z } from '../schema/zod.ts';
import type { Path } from '../text/finding.ts';

export interface Merged {
  readonly value: unknown;
  readonly faults: readonly Fault[];
}

type Fields = Readonly<Record<string, unknown>>;
type Kinds = readonly (readonly string[])[];

/** Fields that stand for one another: giving one of a kind takes away those of the other kinds. */
const kindsOf: ReadonlyMap<z.ZodType, Kinds> = new Map<z.ZodType, Kinds>([
  [budget, budgetKinds],
  [price, priceKinds],
  [limits, settledOrBounded],
]);

/** The content of files of which each extends the next, from the first on, as one. */
export function mergeAll(contents: readonly unknown[]): Merged {
  const [first, ...further] = contents.toReversed();
  return further.reduce<Merged>(
    ({ value, faults }, over) => {
      const merged = merge(value, over);
      return { value: merged.value, faults: [...faults, ...merged.faults] };
    },
    { value: first, faults: [] },
  );
}

/**
 * A file over the file it extends: fields of both are put together name by name, what the file gives goes before, and
 * what it sets to nothing is taken away. Lists, quantities and curves of another family are replaced as wholes, and so
 * is a kind of budget, price or limit by another kind.
 */
function merge(base: unknown, over: unknown): Merged {
  const faults: Fault[] = [];
  return { value: mergeAt(base, over, scenarioSchema, []), faults };

  function mergeAt(base: unknown, over: unknown, schema: z.ZodType | undefined, path: Path): unknown {
    if (!isMap(base) || !isMap(over) || schema === undefined || !hasFields(schema)) return over;
    if (isByCurve(schema) && over['curve'] !== undefined && over['curve'] !== base['curve']) return over;
    const merged: Record<string, unknown> = { ...withoutOtherKinds(base, over, schema) };
    for (const [name, value] of Object.entries(over)) {
      const at = [...path, name];
      const before = Object.hasOwn(merged, name) ? merged[name] : undefined;
      if (value !== null) merged[name] = mergeAt(before, value, schemaOf(schema, base, name), at);
      else if (Object.hasOwn(base, name)) delete merged[name];
      else faults.push(removesNothing(at, base));
    }
    return merged;
  }
}

function withoutOtherKinds(base: Fields, over: Fields, schema: z.ZodType): Fields {
  const kinds = kindsOf.get(schema) ?? [];
  const given = kinds.filter((kind) => kind.some((name) => over[name] !== undefined && over[name] !== null));
  if (given.length !== 1) return base;
  const others = kinds.filter((kind) => kind !== given[0]).flat();
  return Object.fromEntries(Object.entries(base).filter(([name]) => !others.includes(name)));
}

function removesNothing(path: Path, base: Fields): Fault {
  const message = 'is set to nothing, which would remove it, but the extended file has none';
  const meant = nearest(String(path.at(-1)), Object.keys(base));
  const fault = { severity: 'error', path, message } as const;
  return meant === undefined
    ? fault
    : { ...fault, advice: `Did you mean \`${meant}\`?`, replacement: meant, inName: true };
}
