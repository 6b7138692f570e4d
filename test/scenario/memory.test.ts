import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readingMemory } from '../../src/scenario/memory.ts';
import { lookInto } from '../../src/scenario/read.ts';
import { rememberedPieces } from '../../src/scenario/text/piecewise.ts';
import { readText } from '../../src/scenario/text/read.ts';

const SCENARIOS = resolve(import.meta.dirname, '../../scenarios');
const examples = readdirSync(SCENARIOS)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => ({ name, text: readFileSync(join(SCENARIOS, name), 'utf8') }));

/** Everything that is in it, with the order of names, and without functions. */
const all = (value: unknown) => JSON.stringify(value, (_, part: unknown) => (part === undefined ? 'undefined' : part));

/** The first range a little lower, or today's spend where there is none: the edit of one number. */
function lowered(text: string): string {
  const range = /^([^#\n]*?)(\d[\d.]*)(?=\w*%? to \d)/m;
  return text.replace(
    range.test(text) ? range : /^( +plan: )(\d+)/m,
    (_, before: string, number: string) => `${before}${Number(number) * 0.999}`,
  );
}

/** All paths of a content, and some beside. */
function pathsOf(value: unknown, path: readonly (string | number)[] = []): (string | number)[][] {
  const inner =
    typeof value !== 'object' || value === null
      ? []
      : Array.isArray(value)
        ? value.flatMap((item, place) => pathsOf(item, [...path, place]))
        : Object.entries(value).flatMap(([name, item]) => pathsOf(item, [...path, name]));
  return [[...path], [...path, 'missing'], [...path, 7], ...inner];
}

/** A short text in which what stands on several lines is dense. */
const KNOTTY = `# first
apportion: 1
name: "on
 two lines"
notes: |+
  kept: yes

value: { orderValue: 3 to 5,
  grossMargin: 40% }
channels: # all
  # of them
  a:
    plan: [1, 2,
      3]
    notes: >
      folded: text
  b: { plan: 5 }
  "c d":
    plan: 1
targets:
- metric: profit
  atLeast: 5
groups:
  a:
    plan: 1
`;

/** Edits as hands make them: a few characters here or there, a line twice, gone, moved in or out. */
const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  what: fc.oneof(
    fc.constantFrom(
      '',
      ' ',
      '  ',
      '\n',
      ':',
      ': ',
      '#',
      ' #',
      '"',
      "'",
      '{',
      '}',
      '[',
      ']',
      '-',
      '- ',
      ',',
      '&a ',
      '*a',
      '|',
    ),
    fc.constantFrom(
      '7',
      'x',
      '\n---\n',
      '\n...\n',
      '\t',
      '? ',
      '%',
      '\r\n',
      '!t ',
      'budget',
      '\nname: again\n',
      '\n  b: again\n',
    ),
  ),
  gone: fc.integer({ min: 0, max: 4 }),
  line: fc.constantFrom('as it is', 'twice', 'gone', 'in', 'out'),
});
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

function edited(text: string, { at, what, gone, line }: Edit): string {
  if (line === 'as it is') {
    const place = Math.floor(at * text.length);
    return text.slice(0, place) + what + text.slice(place + gone);
  }
  const lines = text.split('\n');
  const place = Math.floor(at * (lines.length - 1));
  const own = lines[place]!;
  const instead = { twice: [own, own], gone: [], in: [`  ${own}`], out: [own.replace(/^ {1,2}/, '')] }[line];
  return lines.toSpliced(place, 1, ...instead).join('\n');
}

describe('a text that is read piece by piece', () => {
  it('tells the same as one that is read as a whole, after whatever edits', () => {
    let inPieces = 0;
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
        const pieces = rememberedPieces();
        let text = KNOTTY;
        for (const next of edits) {
          text = edited(text, next);
          const [own, whole] = [readText(text, { pieces }), readText(text)];
          expect(all(own)).toBe(all(whole));
          if (!own.ok || !whole.ok) continue;
          if (pieces(text) !== undefined) inPieces += 1;
          const paths = pathsOf(whole.value);
          const places = ({ locate }: typeof whole) =>
            all(paths.map((path) => [locate(path, 'name'), locate(path, 'value')]));
          expect(places(own)).toBe(places(whole));
        }
      }),
      { numRuns: 40, seed: 4 },
    );
    expect(inPieces).toBeGreaterThan(25);
  });

  it.each(examples)('is cut up in $name, of which an edit leaves all but one piece as they were', ({ text }) => {
    const pieces = rememberedPieces();
    const before = pieces(text)!.value;
    const after = pieces(lowered(text))!.value;
    expect(all(after)).not.toBe(all(before));
    const objects = (content: object) =>
      Object.values(content).flatMap((part: unknown) => (typeof part === 'object' && part !== null ? [part] : []));
    const [old, now] = [before, after].map((content) => [
      ...objects(content['channels'] as object),
      ...objects(content).filter((part) => Array.isArray(part)),
    ]);
    expect(now!.filter((part) => !old!.includes(part)).length).toBeLessThanOrEqual(1);
    expect(old!.length).toBeGreaterThan(2);
  });
});

describe('a scenario that is read with a memory', () => {
  it.each(examples)('tells the same of $name as one that is read without, edit by edit', ({ text }) => {
    const memory = readingMemory();
    const texts = [text, lowered(text), text.replace('plan:', 'plam:')];
    for (const each of texts) expect(all(lookInto(each, { memory }))).toBe(all(lookInto(each)));
  });
});
