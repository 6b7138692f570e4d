import { distributions } from '../../distributions/table.ts';
import { boundsOf, type Field } from './field.ts';
import { fieldsNotations, type FieldsNotation } from './fields-notations.ts';
import { textNotations } from './text-notations.ts';

export type JsonSchema = Readonly<Record<string, unknown>>;

/** What editors are told of a quantity: every notation, with its explanation and examples for the unit. */
export function quantityJsonSchema(field: Field): JsonSchema {
  return { anyOf: [numberSchema(field), textSchema(field), ...fieldsNotations.map(fieldsSchema)] };
}

function numberSchema(field: Field): JsonSchema {
  const { least, most, open } = boundsOf(field);
  return {
    type: 'number',
    description: field.unit === 'rate' ? 'A certain rate as a share of 1.' : 'A certain number.',
    ...(least > -Infinity && { [open ? 'exclusiveMinimum' : 'minimum']: least }),
    ...(most < Infinity && { [open ? 'exclusiveMaximum' : 'maximum']: most }),
  };
}

function textSchema({ unit }: Field): JsonSchema {
  const certain = unit === 'rate' ? '30%' : '5k';
  const notations = textNotations.flatMap(({ about, example }) => {
    const text = example(unit);
    return text === undefined ? [] : [{ text, about }];
  });
  const lines = [
    `\`${certain}\`: a certain ${unit === 'rate' ? 'rate' : 'number'}.`,
    ...notations.map(({ text, about }) => `\`${text}\`: ${about}`),
    '`= base * 1.1`: a formula.',
  ];
  const examples = [certain, ...notations.map(({ text }) => text)];
  return { type: 'string', description: lines.join('\n'), examples };
}

const NUMBER_OR_TEXT = { type: ['number', 'string'] };

/** Fields that hold something else than a number. */
const SPECIAL_FIELDS: Readonly<Record<string, JsonSchema>> = {
  distribution: { enum: Object.keys(distributions) },
  values: { anyOf: [{ type: 'array', items: NUMBER_OR_TEXT, minItems: 1 }, { type: 'string' }] },
};

const TRUNCATE: JsonSchema = {
  type: 'object',
  description: 'Only values in this range are possible.',
  properties: { low: NUMBER_OR_TEXT, high: NUMBER_OR_TEXT },
  additionalProperties: false,
};

function fieldsSchema({ about, required, optional, open }: FieldsNotation): JsonSchema {
  const names = [...required, ...optional];
  const properties = Object.fromEntries(names.map((name) => [name, SPECIAL_FIELDS[name] ?? NUMBER_OR_TEXT]));
  return {
    type: 'object',
    description: about,
    properties: { ...properties, truncate: TRUNCATE },
    required,
    additionalProperties: open === true,
  };
}
