import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check, support } from '../../../src/distributions/distribution.ts';
import { boundsOf, type Field } from '../../../src/scenario/quantity/field.ts';
import { fieldsNotations } from '../../../src/scenario/quantity/fields-notations.ts';
import { quantityJsonSchema } from '../../../src/scenario/quantity/json-schema.ts';
import { readQuantity } from '../../../src/scenario/quantity/read.ts';
import { textNotations } from '../../../src/scenario/quantity/text-notations.ts';
import { readText } from '../../../src/scenario/text/read.ts';
import { workOf } from '../../support/work-of.ts';

const UNITS = ['money', 'rate', 'count', 'periods', 'hours', 'number'] as const;

const fieldOf = fc.record({ unit: fc.constantFrom(...UNITS), open: fc.boolean() });
const FIGURES = '0 1 3 5 7 0.5 0.2 1,5 1,200 30% 40% 0.5% 2.5M 5k 1.2万 ¥3 -2 1e3 x '.split(' ');
const figure = fc.constantFrom(...FIGURES);
const texts = fc.oneof(
  fc
    .tuple(figure, fc.constantFrom(' to ', '-', '–', '~', ' of ', ' ± ', '+/-', ' / ', ';', '\n', ', ', ' '), figure)
    .map((parts) => parts.join('')),
  fc.tuple(figure, figure, figure, fc.constantFrom(' / ', '; ', ', ')).map(([a, b, c, sign]) => [a, b, c].join(sign)),
  fc
    .tuple(
      fc.constantFrom('normal', 'lognormal', 'uniform', 'beta', 'pert', 'gamma', 'poisson', 'norml', 'empirical'),
      fc.array(figure, { maxLength: 4 }),
      fc.constantFrom(', ', ',', '; ', ' to '),
    )
    .map(([name, parts, sign]) => `${name}(${parts.join(sign)})`),
  figure,
  fc.string({ maxLength: 12 }),
);
const FIELDS = [
  ...fieldsNotations.flatMap(({ required, optional }) => [...required, ...optional]),
  'truncate',
  'alpha',
];
const held = fc.oneof(
  figure,
  fc.double({ min: 0, max: 100, noNaN: true }),
  fc.constantFrom<unknown>('normal', { low: 1 }, [1, 2]),
);
const fields = fc.oneof(
  fc
    .constantFrom(...fieldsNotations)
    .chain(({ required }) => fc.record(Object.fromEntries(required.map((name) => [name, held])))),
  fc.dictionary(fc.constantFrom(...FIELDS), held, { maxKeys: 4 }),
);

describe('whatever is written for a quantity', () => {
  it('is a quantity within its bounds or a mistake, and reads the same from its own text', () => {
    let accepted = 0;
    fc.assert(
      fc.property(fc.oneof(texts, fields), fieldOf, (raw, field) => {
        const reading = readQuantity(raw, field);
        if (!reading.ok) return reading.message !== '';
        accepted += 1;
        const { quantity } = reading;
        const { least, most } = boundsOf(field);
        if (quantity.kind === 'constant') expect(quantity.value >= least && quantity.value <= most).toBe(true);
        if (quantity.kind === 'uncertain') {
          expect(check(quantity.distribution)).toBeUndefined();
          const [low, high] = support(quantity.distribution);
          expect(low >= least && high <= most).toBe(true);
        }
        const { text } = quantity;
        const again = typeof raw === 'string' ? text : fromFile(text);
        // `1e3` in a field comes back as 1000.
        expect(readQuantity(again, field)).toEqual({
          ...reading,
          quantity: { ...quantity, text: expect.any(String) as string },
        });
        return true;
      }),
      { numRuns: 3000, seed: 21 },
    );
    expect(accepted).toBeGreaterThan(300);
  });

  it('is mended by the proposals, which come to an end', () => {
    let mended = 0;
    let proposed = 0;
    fc.assert(
      fc.property(fc.oneof(texts, fields), fieldOf, (raw, field) => {
        let reading = readQuantity(raw, field);
        for (let step = 0; step < 5 && !reading.ok && reading.replacement !== undefined; step++) {
          proposed += step === 0 ? 1 : 0;
          reading = readQuantity(fromFile(reading.replacement), field);
        }
        mended += reading.ok ? 1 : 0;
        return reading.ok || reading.replacement === undefined;
      }),
      { numRuns: 3000, seed: 22 },
    );
    expect(proposed).toBeGreaterThan(100);
    expect(mended).toBeGreaterThan(300);
  });

  it('is answered soon, however long', () => {
    const longs = [' ', '1', 'a', '-', '1 ', 'a ', '(', '1,', ';', '1;', ' of', 'to ', '/', '±', '万', '\n'];
    for (const piece of longs) {
      const text = `a${piece.repeat(150_000 / piece.length)}`;
      const read = () => {
        readQuantity(text, { unit: 'money' });
        readQuantity(text.slice(1), { unit: 'money' });
        readQuantity({ values: text }, { unit: 'money' });
      };
      expect(workOf(read, 1000)).toBeLessThanOrEqual(1000);
    }
  });
});

describe('the notations', () => {
  it.each(UNITS)('have examples for %s that can be read', (unit) => {
    const field: Field = { unit };
    const examples = textNotations.map(({ example }) => example(unit)).filter((text) => text !== undefined);
    for (const text of examples) expect(readQuantity(text, field)).toMatchObject({ ok: true });
    const schema = quantityJsonSchema(field) as { anyOf: { type: string; examples?: string[] }[] };
    const shown = schema.anyOf.find(({ type }) => type === 'string')!.examples!;
    for (const text of examples) expect(shown).toContain(text);
    for (const text of shown) expect(readQuantity(text, field)).toMatchObject({ ok: true });
  });

  it('are told to editors with the bounds of the field', () => {
    const schema = quantityJsonSchema({ unit: 'rate', open: true }) as { anyOf: readonly Record<string, unknown>[] };
    expect(schema.anyOf[0]).toMatchObject({ type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 1 });
    expect(schema.anyOf).toContainEqual(
      expect.objectContaining({ type: 'object', required: ['p10', 'p50', 'p90'], additionalProperties: false }),
    );
  });
});

/** A text as a file would give it. */
function fromFile(text: string): unknown {
  const reading = readText(`value: ${text.includes('\n') ? JSON.stringify(text) : text}`);
  // What YAML takes for something else must stand in quotes there.
  return reading.ok ? (reading.value as { value: unknown }).value : text;
}
