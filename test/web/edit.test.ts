import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { editText } from '../../web/text/edit.ts';
import { type TextEdit } from '../../web/text/text-edit.ts';

const FOLDER = resolve(import.meta.dirname, '../../scenarios');
const examples = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => readFileSync(resolve(FOLDER, name), 'utf8'));

const text = `# about the file
apportion: 1
name: Two # channels

# what customers are worth
value: { orderValue: 80 to 120, grossMargin: 50% }
channels:
  # the first
  search:
    price: { cpc: 0.8 to 1.2 } # seen last year
    plan: 50k
    limits: { max: 60k }

  # the second
  social:
    source: >-
      An article
      of two lines
    season: [1, 1.2]
    plan: 40k
targets:
  - { metric: customers, atLeast: 100 }
  - metric: profit
    atLeast: 5
`;

const set = (path: TextEdit['path'], typed: string, order?: readonly string[]): TextEdit => ({
  kind: 'set',
  path,
  text: typed,
  ...(order === undefined ? {} : { order }),
});

/** The lines that an edit takes away and puts in their place. */
function changed(edit: TextEdit, from = text): { readonly gone: string[]; readonly come: string[] } {
  const after = editText(from, [edit])!;
  const [a, b] = [from.split('\n'), after.split('\n')];
  let head = 0;
  while (head < Math.min(a.length, b.length) && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1;
  return { gone: a.slice(head, a.length - tail), come: b.slice(head, b.length - tail) };
}

describe('an edit of a field', () => {
  it('changes the characters of its value and no others', () => {
    expect(changed(set(['channels', 'search', 'price', 'cpc'], '1 to 2'))).toEqual({
      gone: ['    price: { cpc: 0.8 to 1.2 } # seen last year'],
      come: ['    price: { cpc: 1 to 2 } # seen last year'],
    });
    expect(changed(set(['channels', 'social', 'source'], 'A friend'))).toEqual({
      gone: ['    source: >-', '      An article', '      of two lines'],
      come: ['    source: A friend'],
    });
  });

  it('writes what is new beside what is there, where the order of the fields puts it', () => {
    expect(changed(set(['channels', 'search', 'limits', 'min'], '20k', ['min', 'max'])).come).toEqual([
      '    limits: { min: 20k, max: 60k }',
    ]);
    expect(changed(set(['channels', 'social', 'limits', 'share', 'max'], '40%')).come).toEqual([
      '    limits: { share: { max: 40% } }',
    ]);
    expect(changed(set(['groups', 'both', 'channels'], '[search, social]')).come).toEqual([
      'groups:',
      '  both:',
      '    channels: [search, social]',
    ]);
    expect(changed(set(['targets', 2, 'metric'], 'revenue')).come).toEqual(['  - { metric: revenue }']);
  });

  it('puts in quotes what would else be read as something else', () => {
    expect(changed(set(['value', 'orderValue'], '1,200')).come).toEqual([
      "value: { orderValue: '1,200', grossMargin: 50% }",
    ]);
    expect(changed(set(['name'], 'a: b # c')).come).toEqual(["name: 'a: b # c' # channels"]);
    expect(changed(set(['name'], 'null')).come).toEqual(["name: 'null' # channels"]);
  });

  it('removes what is emptied, and what then holds nothing', () => {
    expect(changed(set(['value', 'orderValue'], '')).come).toEqual(['value: { grossMargin: 50% }']);
    expect(changed(set(['channels', 'search', 'limits', 'max'], ''))).toEqual({
      gone: ['    limits: { max: 60k }'],
      come: [],
    });
    expect(changed(set(['targets', 1, 'atLeast'], '')).gone).toEqual(['    atLeast: 5']);
    expect(changed(set(['targets', 1, 'metric'], ''))).toEqual({
      gone: ['  - metric: profit', '    atLeast: 5'],
      come: ['  - atLeast: 5'],
    });
  });

  it('cannot be made where something else stands, or in a text that cannot be read', () => {
    expect(editText(text, [set(['name', 'first'], '1')])).toBeUndefined();
    expect(editText('a: [1', [set(['a'], '1')])).toBeUndefined();
    expect(editText('a: &x 1\nb: *x\n', [set(['a'], '1')])).toBeDefined();
    expect(editText(text, [{ kind: 'rename', path: ['channels', 'search'], name: 'social' }])).toBeUndefined();
    expect(editText(text, [{ kind: 'move', path: ['channels', 'search'], by: -1 }])).toBeUndefined();
  });

  it('keeps JSON JSON', () => {
    const json = JSON.stringify({ name: 'a', channels: { x: { plan: 1 } } }, null, 2);
    expect(JSON.parse(editText(json, [set(['channels', 'x', 'price', 'cpc'], '1 to 2')])!)).toEqual({
      name: 'a',
      channels: { x: { plan: 1, price: { cpc: '1 to 2' } } },
    });
  });
});

describe('an edit of a channel', () => {
  it('takes its comments along when it moves, and leaves the empty lines', () => {
    const after = editText(text, [{ kind: 'move', path: ['channels', 'social'], by: -1 }])!;
    expect(after.split('\n').slice(6, 20)).toEqual([
      'channels:',
      '  # the second',
      '  social:',
      '    source: >-',
      '      An article',
      '      of two lines',
      '    season: [1, 1.2]',
      '    plan: 40k',
      '',
      '  # the first',
      '  search:',
      '    price: { cpc: 0.8 to 1.2 } # seen last year',
      '    plan: 50k',
      '    limits: { max: 60k }',
    ]);
    expect(editText(after, [{ kind: 'move', path: ['channels', 'social'], by: 1 }])).toBe(text);
  });

  it('copies and renames it as it is written', () => {
    const after = editText(text, [{ kind: 'copy', path: ['channels', 'search'], name: 'second search' }])!;
    expect(Object.keys((parse(after) as { channels: object }).channels)).toEqual(['search', 'second search', 'social']);
    expect(after).toContain('  second search:\n    price: { cpc: 0.8 to 1.2 } # seen last year');
    const renamed = editText(after, [{ kind: 'rename', path: ['channels', 'second search'], name: 'a: b' }])!;
    expect(renamed).toContain("'a: b':\n    price");
  });
});

describe('any edit of the examples', () => {
  it('leaves every comment and does what it says, in every field of every example', () => {
    let tried = 0;
    for (const example of examples) {
      const comments = example.match(/(?:^|\s)#.*$/gm)!.length;
      const paths = leavesOf(parse(example));
      const every = Math.ceil(paths.length / 8); // the points of tables are many
      for (const path of paths.filter((_, place) => place % every === 0)) {
        const typed = editText(example, [set(path, '1 to 2')])!;
        expect(at(parse(typed), path)).toBe('1 to 2');
        expect(typed.match(/(?:^|\s)#.*$/gm)!.length).toBe(comments);
        const gone = editText(example, [set(path, '')]);
        expect(gone, path.join(' ')).toBeDefined();
        expect(leavesOf(parse(gone!))).toHaveLength(leavesOf(parse(example)).length - 1);
        tried += 1;
      }
    }
    expect(tried).toBeGreaterThan(25);
  });

  it('keeps texts of any kind', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }), (typed) => {
        fc.pre(typed.trim() !== '' && !/[\p{Cc}\ufffd\ud800-\udfff]/u.test(typed));
        const after = editText(text, [set(['channels', 'search', 'label'], typed)]);
        fc.pre(after !== undefined);
        expect(at(parse(after), ['channels', 'search', 'plan'])).toBe('50k');
        const value = at(parse(after), ['channels', 'search', 'label']);
        if (typeof value === 'string') expect(typed).toContain(value.trim());
      }),
      { seed: 1, numRuns: 300 },
    );
  });
});

function leavesOf(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([name, inner]) =>
    leavesOf(inner, [...path, Array.isArray(value) ? Number(name) : name]),
  );
}

function at(value: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((inner, part) => (inner as Record<string | number, unknown> | undefined)?.[part], value);
}
