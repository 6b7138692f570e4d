/** What can stand at a place of a scenario, by its JSON Schema. */
import type { PlaceInFile } from './place-in-file.ts';

export interface Schema {
  readonly $ref?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly examples?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly else?: Schema;
  readonly $defs?: Readonly<Record<string, Schema>>;
}

export interface Suggestion {
  readonly label: string;
  readonly about: string;
  readonly kind: 'name' | 'value';
}

/** Names of fields, or values, that fit; none where names are the planner's own. */
export function suggestionsAt({ path, field }: PlaceInFile, schema: Schema): readonly Suggestion[] {
  const around = path.reduce<readonly Schema[]>(
    (holders, name) => holders.flatMap((holder) => within(holder, name, schema)),
    waysOf(schema.else ?? schema, schema),
  );
  const found =
    field === undefined
      ? around.flatMap(namesOf(schema))
      : around.flatMap((one) => within(one, field, schema)).flatMap(valuesOf);
  return [...new Map(found.map((one) => [one.label, one])).values()];
}

/** All forms that a field may have, references followed, lists as what they hold. */
function waysOf(schema: Schema, root: Schema): readonly Schema[] {
  const target = schema.$ref === undefined ? schema : root.$defs?.[schema.$ref.replace('#/$defs/', '')];
  if (target === undefined) return [];
  const further = [
    ...(target.anyOf ?? []),
    ...(target.oneOf ?? []),
    ...(target.items === undefined ? [] : [target.items]),
  ];
  return [target, ...further.flatMap((one) => waysOf(one, root))];
}

function within(holder: Schema, name: string, root: Schema): readonly Schema[] {
  const { properties = {}, additionalProperties: further } = holder;
  const inner = Object.hasOwn(properties, name) ? properties[name] : typeof further === 'object' ? further : undefined;
  return inner === undefined ? [] : waysOf(inner, root);
}

const namesOf =
  (root: Schema) =>
  ({ properties = {} }: Schema): readonly Suggestion[] =>
    Object.entries(properties).map(([label, field]) => ({
      label,
      about:
        field.description ??
        waysOf(field, root).find(({ description }) => description !== undefined)?.description ??
        '',
      kind: 'name',
    }));

function valuesOf({
  const: only,
  enum: words = [],
  examples = [],
  type,
  description = '',
}: Schema): readonly Suggestion[] {
  const values = [
    ...(only === undefined ? [] : [only]),
    ...words,
    ...examples,
    ...(type === 'boolean' ? [true, false] : []),
  ];
  return values.map((value) => ({ label: String(value), about: description, kind: 'value' }));
}
