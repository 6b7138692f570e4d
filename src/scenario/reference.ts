import { scenarioJsonSchema } from './json-schema.ts';
import { quantityReference } from './quantity/reference.ts';

interface Schema {
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly $ref?: string;
  readonly const?: string | number;
  readonly enum?: readonly string[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
}

const HEAD = `# The scenario file

Every field, made from the definition that validates files (\`npm run schema\`). Files are YAML or JSON; a name of your own
stands for \`NAME\`. Fields marked \`!\` must be given.

A **quantity** is how you write what you know: a number (\`1,200\`, \`5k\`, \`2.5M\`, \`1.2万\`, \`30%\`, \`¥3.20\`) or what may be
around it, as [below](#quantities). A **share** is a quantity such as \`30%\`, \`3% to 5%\` or \`8 of 200\`.

| field | what it says | written as |
| --- | --- | --- |
`;

/** Every field of the file format as a Markdown page, in the order of the definition, and every way to write a quantity. */
export function scenarioReference(): string {
  const { else: whole } = scenarioJsonSchema() as { readonly else: Schema };
  return `${HEAD}${rowsOf(whole, '').join('\n')}\n\n${quantityReference()}\n`;
}

function rowsOf(schema: Schema, path: string): string[] {
  const below = (name: string) => (path === '' ? name : `${path}.${name}`);
  const rows = Object.entries(schema.properties ?? {}).flatMap(([name, field]) => [
    row(below(name), field, schema.required?.includes(name) === true),
    ...rowsOf(field, below(name)),
  ]);
  if (typeof schema.additionalProperties === 'object') {
    rows.push(
      row(below('NAME'), schema.additionalProperties, false),
      ...rowsOf(schema.additionalProperties, below('NAME')),
    );
  }
  if (schema.items?.properties !== undefined) rows.push(...rowsOf(schema.items, `${path}[]`));
  for (const option of schema.anyOf ?? []) rows.push(...rowsOf({ properties: option.properties ?? {} }, path));
  // Curves: one block for each, told apart by its name.
  for (const option of schema.oneOf ?? []) {
    const name = String(option.properties?.['curve']?.const);
    rows.push(row(`${path} (${name})`, option, false));
    const { curve: _, ...own } = option.properties ?? {};
    rows.push(...rowsOf({ ...option, properties: own }, `${path} (${name})`));
  }
  return rows;
}

function row(path: string, field: Schema, required: boolean): string {
  const cell = (text: string) => text.replaceAll('|', '\\|');
  return `| \`${path}\`${required ? ' !' : ''} | ${cell(field.description ?? '')} | ${cell(writtenAs(field))} |`;
}

function writtenAs({
  anyOf,
  $ref,
  enum: words,
  type,
  items,
  properties,
  additionalProperties,
  oneOf,
  const: only,
}: Schema): string {
  if (anyOf !== undefined) return anyOf.map(writtenAs).join(' or ');
  if ($ref !== undefined) return $ref.includes('rate-') ? 'share' : 'quantity';
  if (words !== undefined) return words.map((word) => `\`${word}\``).join(', ');
  if (only !== undefined) return `\`${String(only)}\``;
  if (oneOf !== undefined || properties !== undefined || additionalProperties !== undefined) return 'fields';
  if (items !== undefined) return 'list';
  const types = typeof type === 'string' ? [type] : (type ?? []);
  if (types.includes('boolean')) return '`true` or `false`';
  if (types.includes('number') || types.includes('integer')) return 'number';
  return 'text';
}
