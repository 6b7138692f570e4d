/** The columns of a table, from the schema of the file and what its rows hold. */
import { schemaOf, fieldNames, curvesOf } from '../../src/scenario/schema/inside.ts';
import { quantityFields } from '../../src/scenario/schema/quantity.ts';
import { z } from '../../src/scenario/schema/zod.ts';
import { isMap } from '../../src/scenario/path.ts';
import type { Column } from '../table/outline.ts';

/**
 * The fields that rows have or could have, in the order of the schema; those that no schema knows come last.
 *
 * @param schema  of a row
 * @param rows    what stands in each, as YAML gave it
 */
export function columnsOf(schema: z.ZodType, rows: readonly unknown[]): readonly Column[] {
  return fieldsOf(schema, rows, [], []);
}

/** The same for one field of rows, which hold `values` there. */
export function fieldsOf(
  schema: z.ZodType | undefined,
  values: readonly unknown[],
  path: readonly string[],
  order: readonly string[],
): Column[] {
  const given = values.filter((value) => value !== undefined);
  if (schema === undefined) return [{ ...columnAt(path, order), kind: 'text', about: '', used: true }];
  const curves = curvesOf(schema);
  if (curves.length > 0) return byCurve(schema, curves, given, path);
  const plain = schema instanceof z.ZodUnion ? leafOf(schema) : schema;
  if (plain instanceof z.ZodObject && given.every((value) => isMap(value))) {
    const names = fieldNames(plain, {});
    return [...names, ...strangers(given, names)].flatMap((name) =>
      fieldsOf(schemaOf(plain, {}, name), inner(given, name), [...path, name], names),
    );
  }
  if (plain instanceof z.ZodRecord && given.every((value) => isMap(value))) {
    const names = strangers(given, []);
    const further = fieldsOf(schemaOf(plain, {}, ''), [], [...path, ''], names);
    return [
      ...names.flatMap((name) => fieldsOf(schemaOf(plain, {}, name), inner(given, name), [...path, name], names)),
      ...further.map((column) => ({ ...column, open: true as const, used: false })),
    ];
  }
  return [{ ...columnAt(path, order), ...kindOf(schema), used: given.length > 0 }];
}

/** The curve, and the parameters of the curves that rows have chosen. */
function byCurve(
  schema: z.ZodType,
  curves: readonly string[],
  values: readonly unknown[],
  path: readonly string[],
): Column[] {
  const chosen = new Set(values.map((value) => (isMap(value) ? value['curve'] : undefined)));
  const about = descriptionOf(schema);
  const curve: Column = {
    ...columnAt([...path, 'curve'], ['curve']),
    kind: 'choice',
    about,
    options: curves,
    used: values.length > 0,
  };
  const names = new Set<string>();
  const columns: Column[] = [];
  for (const option of curves.filter((name) => chosen.has(name))) {
    const fields = fieldNames(schema, { curve: option });
    for (const name of fields) {
      if (name === 'curve' || names.has(name)) continue;
      names.add(name);
      const required = !isOptional(schema, option, name);
      columns.push(
        ...fieldsOf(schemaOf(schema, { curve: option }, name), inner(values, name), [...path, name], fields).map(
          (column) => ({ ...column, used: column.used || required }),
        ),
      );
    }
  }
  const unknown = strangers(values, ['curve', ...names]);
  const strange = unknown.flatMap((name) => fieldsOf(undefined, inner(values, name), [...path, name], []));
  return [curve, ...columns, ...strange];
}

function isOptional(schema: z.ZodType, curve: string, name: string): boolean {
  const options = (schema as z.ZodDiscriminatedUnion).options as readonly z.ZodObject[];
  const option = options.find(({ shape }) => shape['curve']?.safeParse(curve).success);
  return option?.shape[name] instanceof z.ZodExactOptional;
}

/** Names that values have and a schema does not. */
function strangers(values: readonly unknown[], known: readonly string[]): readonly string[] {
  const names = values.flatMap((value) => (isMap(value) ? Object.keys(value) : []));
  return [...new Set(names)].filter((name) => !known.includes(name));
}

function inner(values: readonly unknown[], name: string): readonly unknown[] {
  return values.map((value) => (isMap(value) && Object.hasOwn(value, name) ? value[name] : undefined));
}

function columnAt(path: readonly string[], order: readonly string[]): Pick<Column, 'path' | 'key' | 'order'> {
  return { path, key: path.join('.'), order };
}

function kindOf(schema: z.ZodType): Pick<Column, 'kind' | 'about' | 'field' | 'options'> {
  const about = descriptionOf(schema);
  const field = quantityFields.get(schema);
  if (field !== undefined) return { kind: 'quantity', about, field };
  const leaf = schema instanceof z.ZodUnion ? leafOf(schema) : schema;
  const meta = metaOf(leaf);
  if (meta.type === 'boolean') return { kind: 'choice', about, options: ['true', 'false'] };
  if (/in t and T/.test(about)) return { kind: 'season', about };
  const words = meta.enum ?? meta.anyOf?.find((one) => one.enum !== undefined)?.enum;
  // Where something else may stand in place of the words, they are suggestions.
  if (words !== undefined) return { kind: meta.enum && leaf === schema ? 'choice' : 'text', about, options: words };
  return { kind: isNumber(meta) ? 'number' : (meta.maxLength ?? 0) >= PROSE ? 'prose' : 'text', about };
}

/** Texts that may have this many characters are read by people only. */
const PROSE = 200;

function isNumber({ type }: Meta): boolean {
  return Array.isArray(type) && (type.includes('number') || type.includes('integer'));
}

/** Of what may be written in several ways, the way that is no list and has no fields. */
function leafOf(union: z.ZodUnion): z.ZodType {
  const options = union.options as readonly z.ZodType[];
  return options.find((option) => !(option instanceof z.ZodArray) && !(option instanceof z.ZodObject)) ?? union;
}

function descriptionOf(schema: z.ZodType): string {
  return schema.description ?? '';
}

/** What the JSON Schema of a field says about how it is written. */
interface Meta {
  readonly enum?: readonly string[];
  readonly type?: string | readonly string[];
  readonly maxLength?: number;
  readonly anyOf?: readonly Meta[];
}

function metaOf(schema: z.ZodType): Meta {
  return (schema.meta() ?? {}) as Meta;
}
