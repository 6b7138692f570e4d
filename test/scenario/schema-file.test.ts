import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { scenarioReference } from '../../src/scenario/reference.ts';
import { scenarioJsonSchema } from '../../src/scenario/json-schema.ts';

it('is the schema that editors get beside the examples, made from the definition that validates', () => {
  const file = readFileSync(new URL('../../scenarios/apportion.schema.json', import.meta.url), 'utf8');
  // `npm run schema` writes it.
  expect(JSON.parse(file)).toEqual(JSON.parse(JSON.stringify(scenarioJsonSchema())));
});

it('is told field by field in the documentation', () => {
  const page = readFileSync(new URL('../../docs/format.md', import.meta.url), 'utf8');
  expect(page).toBe(scenarioReference());
  // Every row says something of its field.
  expect(page.split('\n').filter((line) => line.startsWith('| `') && / \|  \| /.test(line))).toEqual([]);
});
