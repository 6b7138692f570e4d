import { describe, expect, it } from 'vitest';
import { issueText, type Issue } from '../../../src/errors.ts';
import { readText } from '../../../src/scenario/text/read.ts';

function issuesOf(text: string): readonly Issue[] {
  const reading = readText(text, { file: 'plan.yaml' });
  if (reading.ok && !reading.issues.some(({ severity }) => severity === 'error')) throw new Error('was accepted');
  return reading.issues;
}

function valueOf(text: string): unknown {
  const reading = readText(text);
  if (!reading.ok) throw new Error(reading.issues.map(issueText).join('\n'));
  return reading.value;
}

function warningsOf(text: string): readonly string[] {
  const reading = readText(text);
  if (!reading.ok) throw new Error(reading.issues.map(issueText).join('\n'));
  return reading.issues.map(issueText);
}

describe('the values of a file', () => {
  it('are what YAML 1.2 says', () => {
    const text = 'a: 1\nb: [x, 2.5, true, ~]\nc: { d: "3", e: \'f\' }\ng: |\n  two\n  lines\nh:\n- i: 1e3\n';
    expect(valueOf(text)).toEqual({
      a: 1,
      b: ['x', 2.5, true, null],
      c: { d: '3', e: 'f' },
      g: 'two\nlines\n',
      h: [{ i: 1000 }],
    });
  });

  it('are texts where people write numbers in other ways', () => {
    const text = 'a: 250_000\nb: 1,000\nc: 30%\nd: 1.2万\ne: 3 to 5\nf: 12:30\ng: 2027-01-04\nh: no\n';
    expect(valueOf(text)).toEqual({
      a: '250_000',
      b: '1,000',
      c: '30%',
      d: '1.2万',
      e: '3 to 5',
      f: '12:30',
      g: '2027-01-04',
      h: 'no',
    });
  });

  it('may be written as JSON, with tabs and escapes', () => {
    const value = { a: [1, -0.5, 1e21], b: { c: null, d: false }, e: 'line\nquote" 小红书 😀 \u2028' };
    expect(valueOf(JSON.stringify(value))).toEqual(value);
    expect(valueOf(JSON.stringify(value, null, '\t'))).toEqual(value);
    expect(valueOf('{"e": "\\ud83d\\ude00\\/"}')).toEqual({ e: '😀/' });
  });

  it('may stand in a file with a byte order mark and Windows line ends', () => {
    expect(valueOf('\ufeffa: 1\r\nb:\r\n  c: 2\r\n')).toEqual({ a: 1, b: { c: 2 } });
  });

  it('keep names as they are written, and belong to objects that inherit nothing', () => {
    const value = valueOf('1: a\n1.50: b\nnull: c\ntrue: d\ntoString: e\n') as object;
    expect(Object.keys(value)).toEqual(['1', '1.50', 'null', 'true', 'toString']);
    expect(Object.getPrototypeOf(value)).toBeNull();
  });
});

describe('what is refused', () => {
  it.each([
    ['a: 1e400', 1, 4, 'too large'],
    ['a: 1e-400', 1, 4, 'too small'],
    ['a: .inf', 1, 4, 'must be a number'],
    ['a: -.Inf', 1, 4, 'must be a number'],
    ['a: [1, .NaN]', 1, 8, 'must be a number'],
    ['a: 0x1F', 1, 4, 'not a decimal number'],
    ['a: &x 1\nb: *x', 1, 7, 'anchors and aliases'],
    ['a: !!js/function x', 1, 18, 'tags'],
    ['a: !x 1', 1, 7, 'tags'],
    ['? [a, b]\n: 1', 1, 3, 'name must be a text'],
    [': 1', 1, 1, 'name must be a text'],
    ['a: { b }', 1, 6, '`b` has no value'],
    ['a: {b:1}', 1, 5, '`b:1` has no value'],
    ['%YAML 1.1\n---\na: yes', 1, 1, '%'],
    ['a: 1\n---\na: 2', 2, 1, 'second document'],
    ['', 1, 1, 'empty'],
    ['# nothing\n', 1, 1, 'empty'],
    ['a: 1\nb: \u0000', 2, 4, 'U+0000'],
    ['a: 1\rb: 2', 1, 5, 'U+000D'],
    ['a: \ufffd', 1, 4, 'UTF-8'],
    ['__proto__: 1', 1, 1, '`__proto__` cannot be used'],
    ['a: { "constructor": 1 }', 1, 6, '`constructor` cannot be used'],
    ['a: 1\n"\\u005f_proto__": 1', 2, 1, '`__proto__` cannot be used'],
  ])('%j at line %i, column %i: %s', (text, line, column, part) => {
    const [issue] = issuesOf(text);
    expect(issue).toMatchObject({ file: 'plan.yaml', severity: 'error', line, column });
    expect(issue?.message).toContain(part);
  });

  it('is told in the words of a planner, with what to do', () => {
    expect(issuesOf('name: Spring: launch').map(issueText)).toEqual([
      'plan.yaml:1:7: a second `name: value` inside a value\n' +
        '  Put a text with a colon in quotes; put entries on lines of their own, indented alike.',
    ]);
    expect(issueText(issuesOf('a:\n\tb: 1')[0]!)).toBe('plan.yaml:2:1: a tab is used to indent\n  Indent with spaces.');
    expect(issueText(issuesOf('multiply: { *.price: 1.3 }')[0]!)).toBe(
      'plan.yaml:1:20: a name or value cannot start with `*` or `&`\n  Put it in quotes.',
    );
    expect(issueText(issuesOf('a: "x')[0]!)).toBe('plan.yaml:1:6: the closing quote is missing');
    expect(issueText(issuesOf('{"a": 1 "b": 2}')[0]!)).toBe('plan.yaml:1:7: a comma is missing before or after this');
  });

  it('is told all at once', () => {
    const issues = issuesOf('a: 1e400\nb: 1\nb: 2\nc: { d: .nan, e: !x 1 }\n');
    expect(issues.map(({ line, path }) => [line, path])).toEqual([
      [1, 'a'],
      [3, 'b'],
      [4, 'c.d'],
      [4, 'c.e'],
    ]);
    const syntax = issuesOf('a: "x" y\nb: 1\n\tc: 2\nd: `e`\n');
    expect(syntax.map(({ line }) => line)).toEqual([1, 3, 4]);
  });

  it('names both lines of a name given twice', () => {
    const [issue] = issuesOf('channels:\n  search: 1\n  store: 2\n  "search": 3\n');
    expect(issue).toMatchObject({ path: 'channels.search', line: 4, column: 3 });
    expect(issue?.message).toBe('`search` is given twice, first in line 2');
    expect(issuesOf('{"a": 1, "a": 2}')[0]?.message).toContain('given twice');
    expect(issuesOf('1: a\n"1": b\n')[0]?.message).toContain('given twice');
  });

  it('reads on behind a name given twice, whose first value counts', () => {
    expect(valueOf('a: 1\nb: { c: 2 }\na: 3\nb: { d: 4 }\n')).toEqual({ a: 1, b: { c: 2 } });
    expect(issuesOf('a: 1\na: &x 2\nb: !y 3\n').map(({ line, path }) => [line, path])).toEqual([
      [2, 'a'],
      [2, 'a'],
      [3, 'b'],
    ]);
  });

  it('says which parts are not what was meant, and reads the others', () => {
    const text =
      'a: .inf\nb: { c: 1e999, d: 2 }\n__proto__: { polluted: true }\ne: [*x, 4]\nf: { constructor: 1, g: 5 }\n';
    const reading = readText(text);
    if (!reading.ok) throw new Error('was not read');
    expect(reading.unread).toEqual([['a'], ['b', 'c'], ['__proto__'], ['e', 0], ['f', 'constructor']]);
    expect(reading.value).toMatchObject({ b: { d: 2 }, e: [null, 4], f: { g: 5 } });
    expect(Object.keys(reading.value as object)).toEqual(['a', 'b', 'e', 'f']);
    expect(Object.keys((reading.value as { f: object }).f)).toEqual(['g']);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});

describe('commas in numbers', () => {
  it('are no ends of entries in braces', () => {
    expect(issueText(issuesOf('price: { cpc: 1,200 to 1,800, cpm: 3 }')[0]!)).toBe(
      'plan.yaml:1:15: price: `1,200 to 1,800` is cut at its comma\n  Write `1200 to 1800`, or put it in quotes.',
    );
  });

  it.each(['3,5', '600.000,00', '12,5k'])(
    'are not just left out of %s, which would be another number then',
    (written) => {
      expect(issueText(issuesOf(`price: { cpc: ${written} }`)[0]!)).toBe(
        `plan.yaml:1:15: price: \`${written}\` is cut at its comma\n` +
          '  Write decimals with a point, and thousands without separators: 1234.5.',
      );
    },
  );

  it('are refused where they could be either in a list, and questioned where they look like it', () => {
    expect(issuesOf('values: [1,200, 1,350]')[0]?.message).toBe('`1,200` could be one number or two');
    expect(warningsOf('values: [1,200]')[0]).toContain('`1,200` is read as two numbers');
    expect(warningsOf('values: [1, 200]\nothers: [10,20,30]\n')).toEqual([]);
    expect(warningsOf('{"values":[1,200]}')).toEqual([]);
  });

  it('stay in texts elsewhere', () => {
    expect(valueOf('a: 1,200\nb: ["1,200", 5]')).toEqual({ a: '1,200', b: ['1,200', 5] });
  });
});

describe('what is questioned', () => {
  it('is a number that other programs read differently', () => {
    expect(warningsOf('a: 010')).toEqual([
      '1:4: a: `010` is read as 10\n  Write `10`, or put it in quotes if it is no number.',
    ]);
    expect(warningsOf('a: 45.000')).toEqual([
      '1:4: a: `45.000` is read as 45\n  If thousands are meant, write `45000`.',
    ]);
    expect(warningsOf('a: 1.25\nb: 0.250\nc: 1.234\n')).toEqual([]);
    expect(warningsOf('a: 9007199254740993')[0]).toContain('more digits than can be kept');
    expect(warningsOf('a: 0\nb: 0.5\nc: -0\nd: 12345678901234567890.5\n')).toEqual([]);
  });

  it('is never numbers joined to one: that is an error', () => {
    const text = 'values:\n  120\n  134\n  150\n';
    expect(issuesOf(text)[0]).toMatchObject({ path: 'values', line: 2, column: 3 });
    expect(valueOf('values: |\n  120\n  134\n')).toEqual({ values: '120\n134\n' });
    expect(valueOf('notes: a text\n  over lines\n')).toEqual({ notes: 'a text over lines' });
  });
});
