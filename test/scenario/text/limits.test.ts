import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readText } from '../../../src/scenario/text/read.ts';
import { workOf } from '../../support/work-of.ts';

/** The first error, if there is one. */
function messageOf(text: string): string {
  return readText(text).issues.find(({ severity }) => severity === 'error')?.message ?? '';
}

const lines = (count: number, line: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => line(i)).join('\n');

describe('limits', () => {
  it('refuse 100,000 names in 1.5 MB in less than a second', () => {
    const text = lines(100_000, (i) => `channel${i}: ${i}`);
    expect(messageOf(text)).toMatch(/^a file may have 1,000,000 characters, this one has 1,\d{3},\d{3}$/);
    expect(workOf(() => readText(text), 1000)).toBeLessThanOrEqual(1000);
  });

  it('refuse more than 20,000 lines, 2,000 entries and 60 levels, and accept as many', () => {
    expect(messageOf(lines(20_001, () => '#'))).toContain('20,000 lines');
    expect(messageOf(lines(2_001, (i) => `k${i}: 1`))).toContain('2,000 entries');
    expect(messageOf(`{${lines(2_001, (i) => `"k${i}": 1,`)}}`)).toContain('2,000 entries');
    expect(messageOf(lines(2_000, (i) => `k${i}: 1`))).toBe('');
    const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
    expect(messageOf(nested(61))).toContain('60 deep');
    expect(messageOf(nested(60))).toBe('');
    expect(messageOf(lines(61, (i) => `${' '.repeat(i)}a:`))).toContain('60 deep');
    expect(messageOf(lines(60, (i) => `${' '.repeat(i)}a:`))).toBe('');
  });

  // The parser alone needs minutes for the first, and exhausts the stack on others.
  it.each([
    ['many names of one map', lines(20_000, (i) => `k${i}: ${i}`)],
    ['open brackets', '['.repeat(900_000)],
    ['open braces', '{a: '.repeat(200_000)],
    ['lists in a line', '- '.repeat(400_000)],
    ['questions', '? '.repeat(400_000)],
    ['closing brackets', ']'.repeat(900_000)],
    ['an alias bomb', `a: &a [x,x]\n${lines(30, (i) => `b${i}: &b${i} [*a,*a,*a,*a,*a,*a,*a,*a,*a]`)}`],
    ['spaces', ' '.repeat(999_000)],
    ['a long text', `a: "${'x'.repeat(900_000)}"`],
  ])('answer soon on %s', (_, text) => {
    // Twenty times what it takes on a quiet machine.
    expect(workOf(() => readText(text), 3000)).toBeLessThanOrEqual(3000);
  });
});

const VALID = `apportion: 1
name: Spring launch   # comment
currency: CNY
horizon: { start: 2027-01-04, periods: 12, unit: week }
value: { orderValue: 380 to 460, grossMargin: 42%, notes: "a \\"quoted\\" text" }
channels:
  marketplace:
    price: { cpc: 1.8 to 2.6 }
    plan: [45000, 1e3, -0.5, .25]
    notes: |
      several
      lines
  小红书:
    funnel:
      - clickToLead: 100%
      - 'single': ~
stresses: { cpm-up: { multiply: { "*.price": 1.3 } } }
`;

describe('a damaged file', () => {
  it('is read or refused with a place, soon, and never breaks the reader', () => {
    const splice = fc.record({
      at: fc.nat(VALID.length),
      remove: fc.nat(12),
      insert: fc.oneof(
        fc.string({ unit: 'binary', maxLength: 6 }),
        fc.constantFrom(
          '\t',
          '\n',
          ': ',
          '- ',
          '&a ',
          '*a',
          '!t ',
          '{',
          '}',
          '[',
          ']',
          '"',
          "'",
          '|',
          '>',
          '#',
          '%',
          '---\n',
          '...\n',
          '\0',
          '? ',
          '<<: ',
          '1,200',
          '.inf',
          '__proto__: 1\n',
          '\ufeff',
        ),
      ),
    });
    let accepted = 0;
    let slowest = 0;
    fc.assert(
      fc.property(fc.array(splice, { minLength: 1, maxLength: 3 }), (splices) => {
        let text = VALID;
        for (const { at, remove, insert } of splices) text = text.slice(0, at) + insert + text.slice(at + remove);
        const reading = readText(text);
        slowest = Math.max(
          slowest,
          workOf(() => readText(text), 200),
        );
        if (reading.ok) {
          accepted += 1;
          JSON.stringify(reading.value);
          return reading.locate(['channels', 'marketplace', 'plan', 1]).line >= 1;
        }
        const last = text.split('\n').length;
        return reading.issues.length > 0 && reading.issues.every(({ line }) => line! >= 1 && line! <= last);
      }),
      { numRuns: 1500, seed: 11 },
    );
    expect(accepted).toBeGreaterThan(300);
    expect(slowest).toBeLessThanOrEqual(200);
  });

  it('loses nothing of plain values written as JSON', () => {
    const names = fc
      .string({ minLength: 1 })
      .filter((name) => !['__proto__', 'constructor', 'prototype'].includes(name));
    const visible = fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\ufffd'));
    const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }));
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        number,
        visible,
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(names, tie('value'), { maxKeys: 4 }),
      ),
    }));
    fc.assert(
      fc.property(value, (plain) => {
        const reading = readText(JSON.stringify(plain));
        if (!reading.ok) throw new Error(JSON.stringify(reading.issues));
        expect(JSON.stringify(reading.value)).toBe(JSON.stringify(plain));
      }),
      { numRuns: 500, seed: 5 },
    );
  });
});
