import { isMap } from '../path.ts';
import type { Path } from '../text/finding.ts';
import { z } from './zod.ts';

/** Whether a value of this schema consists of fields, so that it has an inside. */
export function hasFields(schema: z.ZodType): boolean {
  return schema instanceof z.ZodObject || schema instanceof z.ZodRecord || isByCurve(schema);
}

/** Whether the fields depend on a `curve`. */
export function isByCurve(schema: z.ZodType): schema is z.ZodDiscriminatedUnion {
  return schema instanceof z.ZodDiscriminatedUnion;
}

/** The curves to choose from where fields depend on a `curve`. */
export function curvesOf(schema: z.ZodType | undefined): readonly string[] {
  if (schema === undefined || !isByCurve(schema)) return [];
  return (schema.options as readonly z.ZodObject[]).flatMap(
    ({ shape }) => (shape['curve'] as z.ZodLiteral<string>).value,
  );
}

/** The fields that `value` may have; none where the names are the planner's own. */
export function fieldNames(schema: z.ZodType | undefined, value: unknown): readonly string[] {
  const fields = schema && optionFor(schema, value);
  return fields instanceof z.ZodObject ? Object.keys(fields.shape) : [];
}

/** The schema of what `value`, of `schema`, holds under a name or at a place; undefined when nothing can be there. */
export function schemaOf(schema: z.ZodType, value: unknown, part: string | number): z.ZodType | undefined {
  const fields = optionFor(schema, value);
  if (fields instanceof z.ZodObject) return Object.hasOwn(fields.shape, part) ? bare(fields.shape[part]) : undefined;
  if (fields instanceof z.ZodRecord) return bare(fields.valueType as z.ZodType);
  return fields instanceof z.ZodArray ? bare(fields.element as z.ZodType) : undefined;
}

/** The schema of what stands at `path` in `value`. */
export function schemaAt(schema: z.ZodType, value: unknown, path: Path): z.ZodType | undefined {
  let inner: unknown = value;
  let found: z.ZodType | undefined = schema;
  for (const part of path) {
    found = found && schemaOf(found, inner, part);
    inner = isMap(inner) || Array.isArray(inner) ? (inner as Record<string | number, unknown>)[part] : undefined;
  }
  return found;
}

/** Of a union, the option that is written as `value` is; any other schema as it is. */
function optionFor(schema: z.ZodType, value: unknown): z.ZodType | undefined {
  if (isByCurve(schema)) return sectionOf(schema, value);
  if (!(schema instanceof z.ZodUnion)) return schema;
  const options = schema.options as readonly z.ZodType[];
  const kind = Array.isArray(value) ? z.ZodArray : z.ZodObject;
  return options.find((option) => option instanceof kind);
}

function sectionOf(union: z.ZodDiscriminatedUnion, value: unknown): z.ZodType | undefined {
  const curve = isMap(value) ? value['curve'] : undefined;
  return (union.options as readonly z.ZodObject[]).find(({ shape }) => shape['curve']?.safeParse(curve).success);
}

/** Without the marks that say the field may be left out. */
export function bare(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodExactOptional ? (schema.unwrap() as z.ZodType) : schema;
}
