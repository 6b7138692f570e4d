import type { Field } from './quantity/field.ts';
import { quantityJsonSchema } from './quantity/json-schema.ts';
import { quantityFields } from './schema/quantity.ts';
import { scenarioSchema } from './schema/scenario.ts';
import { z } from './schema/zod.ts';

interface Json {
  readonly [keyword: string]: unknown;
  readonly properties?: Readonly<Record<string, Json>>;
  readonly additionalProperties?: Json | boolean;
  readonly items?: Json;
  readonly oneOf?: readonly Json[];
  readonly anyOf?: readonly Json[];
}

/**
 * The JSON Schema (draft 2020-12) of a scenario file, for completion and help in editors. A file that extends another
 * may leave out whatever that one has, and may set its fields to nothing.
 */
export function scenarioJsonSchema(): object {
  const $defs: Record<string, object> = {};
  const { $schema, ...whole } = z.toJSONSchema(scenarioSchema, {
    io: 'input',
    override({ zodSchema, jsonSchema }) {
      const field = quantityFields.get(zodSchema);
      if (field === undefined) return;
      const name = nameOf(field);
      $defs[name] ??= quantityJsonSchema(field);
      jsonSchema.$ref = `#/$defs/${name}`;
    },
  }) as Json;
  return {
    $schema,
    title: 'Apportion scenario',
    if: { type: 'object', required: ['extends'] },
    // oxlint-disable-next-line unicorn/no-thenable -- JSON Schema has this word
    then: { ...leftToChoice(whole), required: ['apportion', 'extends'] },
    else: whole,
    $defs,
  };
}

/** The same for fields in which quantities are written the same way. */
function nameOf({ unit, least, most, open = false }: Field): string {
  return [unit, open ? 'inside' : 'from', least ?? 'any', 'to', most ?? 'any'].join('-');
}

/** The schema with every field one that may be left out or set to nothing. */
function leftToChoice(schema: Json): Json {
  const { required: _required, properties, additionalProperties, items, oneOf, anyOf, ...rest } = schema;
  // Without its curve, a set of fields may fit to several families.
  const options = oneOf ?? anyOf;
  return {
    ...rest,
    ...(properties && { properties: mapValues(properties, orNothing) }),
    ...(additionalProperties !== undefined && {
      additionalProperties: typeof additionalProperties === 'object' ? orNothing(additionalProperties) : false,
    }),
    ...(items && { items: leftToChoice(items) }),
    ...(options && { anyOf: options.map(leftToChoice) }),
  };
}

function orNothing({ description, ...field }: Json): Json {
  return { description, anyOf: [leftToChoice(field), { type: 'null' }] };
}

function mapValues<A, B>(map: Readonly<Record<string, A>>, change: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(map).map(([name, value]) => [name, change(value)]));
}
