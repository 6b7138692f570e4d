import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFormula } from '../../src/formula/parse.ts';
import { workOf } from '../support/work-of.ts';

const NAMES = ['marketCpm', 't', 'channels.search.price.cpc', 'channels.google-ads.price.cpc', '小红书.转化率'];

function refusal(text: string): { message: string; column?: number; suggestion?: string } {
  const reading = parseFormula(text, { names: NAMES });
  if (reading.ok) throw new Error(`${text} was accepted`);
  return reading;
}

function uses(text: string): readonly string[] {
  const reading = parseFormula(text, { names: NAMES });
  if (!reading.ok) throw new Error(reading.message);
  return reading.uses;
}

describe('names in a formula', () => {
  it('are listed once, in the order in which they appear', () => {
    expect(uses('t * marketCpm + t ^ 2 - channels.search.price.cpc')).toEqual([
      't',
      'marketCpm',
      'channels.search.price.cpc',
    ]);
  });

  it('stand between backquotes when they have other signs in them', () => {
    expect(uses('`channels.google-ads.price.cpc` - 1')).toEqual(['channels.google-ads.price.cpc']);
    expect(refusal('2 * channels.google-ads.price.cpc')).toMatchObject({
      message: '`channels.google` is not known here',
      suggestion: 'Put backquotes around a name with such signs: `channels.google-ads.price.cpc`.',
    });
  });

  it('may be any when the caller knows none', () => {
    const reading = parseFormula('pi * foo + `b c`');
    expect(reading).toMatchObject({ ok: true, uses: ['foo', 'b c'] });
  });

  it('may be Chinese', () => {
    expect(uses('小红书.转化率 × 2')).toEqual(['小红书.转化率']);
  });

  it('are looked up, and the nearest is proposed', () => {
    expect(refusal('2 * marketCMP')).toMatchObject({
      message: '`marketCMP` is not known here',
      column: 5,
      suggestion: 'Did you mean `marketCpm`?',
    });
  });
});

describe('mistakes in a formula', () => {
  it.each([
    ['1 + 30%', 5, '30%'],
    ['5k * t', 1, '5k'],
    ['max(0, 1,200)', 10, '1,200'],
    ['1 2', 3, 'sign is missing'],
    ['2 (t)', 3, 'sign is missing'],
    ['2t', 1, '2t'],
    ['(1 + 2', 7, 'closing parenthesis'],
    ['1 + 2)', 6, 'closes nothing'],
    ['1 + ', 5, 'ends too early'],
    ['t ? 1', 6, '`?`'],
    ['1 * / 2', 5, '`/`'],
    ['1, 2', 2, 'comma'],
    ['min(t)', 1, '1 argument'],
    ['sqrt(1, 2)', 1, '2 arguments'],
    ['1 < t < 3', 1, 'chained'],
    ['log(t)', 1, 'two meanings'],
    ['sqr(t)', 1, 'sqr'],
    ['3 to 5', 3, '`to`'],
    ['7 mod 2', 3, '`mod`'],
    ['1e400', 1, 'too large'],
    ['1.2.3', 1, '1.2.3'],
    ['0x1F', 1, '0x1F'],
    ['t = 3', 3, '`=`'],
    ['t!', 2, '`!`'],
    ['a:b', 2, '`:`'],
    ['t := 3', 3, '`:`'],
  ])('%s is refused at column %i', (text, column, part) => {
    const { message, column: found } = refusal(text);
    expect(message).toContain(part);
    expect(found).toBe(column);
  });

  it('are told where a formula is too long, too deep or has too many parts', () => {
    expect(refusal('1'.repeat(1001)).message).toContain('1000 characters');
    expect(refusal('('.repeat(51) + '1' + ')'.repeat(51)).message).toContain('50 deep');
    expect(refusal('1+'.repeat(100) + '1').message).toContain('200 parts');
    expect(parseFormula('1+'.repeat(99) + '1', { names: [] }).ok).toBe(true);
    expect(refusal('  ').message).toBe('the formula is empty');
  });

  it('are never thrown, whatever the text', () => {
    const piece = fc.constantFrom(
      ...'0123456789.+-*/^()<>=!?:,% \n\t',
      't',
      'min(',
      'and',
      'not ',
      'if(',
      'x',
      '"',
      '[',
      '￥',
      '😀',
    );
    let accepted = 0;
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const reading = parseFormula(pieces.join(''), { names: NAMES });
        accepted += reading.ok ? 1 : 0;
        return reading.ok || reading.message.length > 0;
      }),
      { numRuns: 3000, seed: 7 },
    );
    expect(accepted).toBeGreaterThan(50);
  });
});

/** Ways out of mathjs that have worked in some version, and things that would exhaust the machine. */
const ESCAPES = [
  'constructor',
  'cos.constructor("return process")()',
  'f.constructor',
  't.constructor.constructor("return 1")()',
  '[].map.constructor("return process")()',
  '"".constructor',
  '{}.constructor',
  '{"a": 1}.hasOwnProperty("a")',
  '__proto__',
  't.__proto__',
  'a.prototype.b',
  'import({pi: 3}, {override: true})',
  'import(t)',
  'createUnit("foo")',
  'createUnit(t)',
  'evaluate("1+1")',
  'evaluate(t)',
  'parse("cos")',
  'parse(t)',
  'parser()',
  'compile(t)',
  'simplify("x+x")',
  'simplify(t)',
  'derivative(t, t)',
  'config({number: "BigNumber"})',
  'config(t)',
  'chain(3)',
  'typed(t)',
  'help(t)',
  'reviver(t)',
  'expression.docs',
  'bignumber(2)',
  'fraction(3, 7)^500000',
  'random()',
  'pickRandom(1)',
  'ones(1e4,1e4)',
  'zeros(20000, 20000)',
  'range(1, 1e7)',
  'sum(1:1e8)',
  '1:1e8',
  '[1, 2, 3]',
  '[1, 2; 3, 4]',
  't[1]',
  'resize([1], [1e5, 1e5])',
  'map(t, f)',
  'f(x) = x',
  'f(n) = n < 2 ? n : f(n-1) + f(n-2); f(40)',
  'a = 3',
  't.a = 3',
  'cos = 3',
  '1; 2',
  '1\n2',
  '"text"',
  "'text'",
  '`text`',
  '``',
  '3 cm to inch',
  '5 kg',
  '2i',
  '3!',
  "t'",
  't .* 2',
  't .^ 2',
  '~1',
  '1 << 2',
  '1 | 2',
  '1 & 2',
  'end',
  'null',
  'undefined',
  'NaN',
  'Infinity',
  'true',
  'toString()',
  'valueOf()',
  'hasOwnProperty(t)',
  'isPrototypeOf(t)',
  '_typeof(t)',
  'print(t)',
  'format(t)',
  'this',
  'process.exit()',
  'globalThis',
  '\u0063onstructor(t)',
  'ｃonstructor(t)',
  '# comment',
];

describe('ways out of the grammar', () => {
  it.each(ESCAPES)('refuses %s in less than 10 ms', (text) => {
    expect(workOf(() => expect(refusal(text).message).not.toBe(''), 10)).toBeLessThanOrEqual(10);
  });
});
