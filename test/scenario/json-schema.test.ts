import { describe, expect, it } from 'vitest';
import { carryovers } from '../../src/carryover/table.ts';
import type { ParameterSpec } from '../../src/families/parameter.ts';
import { responses } from '../../src/responses/table.ts';
import { scenarioJsonSchema } from '../../src/scenario/json-schema.ts';

interface Json {
  readonly [keyword: string]: unknown;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Json>>;
  readonly additionalProperties?: Json | boolean;
  readonly items?: Json;
  readonly oneOf?: readonly Json[];
  readonly anyOf?: readonly Json[];
}

const schema = scenarioJsonSchema() as Readonly<Record<string, Json>>;

/** Every field, with the way to it; quantities are not entered, they are described elsewhere. */
function* fieldsOf(
  { properties = {}, additionalProperties, items, oneOf = [], anyOf = [] }: Json,
  way: string,
): Fields {
  for (const [name, field] of Object.entries(properties)) {
    yield { way: `${way}.${name}`, field };
    yield* fieldsOf(field, `${way}.${name}`);
  }
  for (const option of [...oneOf, ...anyOf]) yield* fieldsOf(option, way);
  if (typeof additionalProperties === 'object') yield* fieldsOf(additionalProperties, `${way}.*`);
  if (items !== undefined) yield* fieldsOf(items, `${way}[]`);
}

type Fields = Generator<{ readonly way: string; readonly field: Json }>;

describe.each(['then', 'else'])('the JSON Schema, in `%s`', (branch) => {
  const fields = [...fieldsOf(schema[branch]!, '')];

  it('says a plain sentence about every field', () => {
    expect(fields.length).toBeGreaterThan(150);
    const silent = fields.filter(({ field }) => !/^\p{Lu}.+\.$/su.test(field.description ?? ''));
    expect(silent.map(({ way }) => way)).toEqual([]);
  });

  it.each<[string, Readonly<Record<string, { readonly parameters: readonly ParameterSpec[] }>>]>([
    ['response', responses],
    ['carryover', carryovers],
  ])('has every family of %s with all its fields', (kind, families) => {
    const inside = fields.filter(({ way }) => way.startsWith(`.channels.*.${kind}.`));
    for (const [name, { parameters }] of Object.entries(families)) {
      expect(JSON.stringify(inside.filter(({ way }) => way.endsWith('.curve')))).toContain(`"const":"${name}"`);
      for (const spec of parameters) {
        const described = inside.filter(({ field }) => field.description!.startsWith(spec.about));
        expect(described.map(({ way }) => way)).toContain(`.channels.*.${kind}.${spec.name}`);
      }
    }
  });
});

it('lets a file that extends another leave out what a whole file must have', () => {
  expect(schema['if']).toMatchObject({ required: ['extends'] });
  expect(schema['else']!['required']).toEqual(['apportion', 'name', 'currency', 'horizon', 'budget', 'channels']);
  expect(schema['then']!['required']).toEqual(['apportion', 'extends']);
});

it('refers only to quantities that it describes', () => {
  const text = JSON.stringify(schema);
  const names = new Set([...text.matchAll(/"#\/\$defs\/([^"]+)"/g)].map(([, name]) => name!));
  expect([...names].sort()).toEqual(Object.keys(schema['$defs']!).sort());
  expect(names.size).toBeGreaterThan(5);
});
