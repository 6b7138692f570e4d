import { describe, expect, it } from 'vitest';
import { keyOf, randomWords, subkey, type Key } from '../../src/random/key.ts';

const text = ([high, low]: Key): string => `${high} ${low}`;

function bitsSet(word: number): number {
  let count = 0;
  for (let rest = word; rest !== 0; rest &= rest - 1) count++;
  return count;
}

describe('keys', () => {
  const seeds = Array.from({ length: 10_000 }, (_, i) => String(i));

  it('differ for different seeds, names and orders of names', () => {
    expect(new Set(seeds.map((seed) => text(keyOf(seed)))).size).toBe(10_000);
    const key = keyOf('plan');
    expect(text(subkey(subkey(key, 'a'), 'b'))).not.toBe(text(subkey(subkey(key, 'b'), 'a')));
    expect(text(subkey(key, 'ab'))).not.toBe(text(subkey(subkey(key, 'a'), 'b')));
  });

  // seedrandom 3.0.5 gives each of these pairs the same numbers.
  it.each([
    ['A', 'Ł'],
    ['计划', '\u00a1\u0012'],
  ])('differ for %s and %s, which share the low byte of each character', (a, b) => {
    expect(keyOf(a)).not.toEqual(keyOf(b));
  });

  it('see how long a seed is', () => {
    const zeros = ['', '\0', '\0\0', '\0\0\0\0', '\0\0\0\0\0'];
    expect(new Set(zeros.map((seed) => text(keyOf(seed)))).size).toBe(zeros.length);
  });

  it('of neighbouring seeds differ in half of their bits', () => {
    let changed = 0;
    for (let i = 1; i < seeds.length; i++) {
      const [a, b] = [keyOf(seeds[i - 1]!), keyOf(seeds[i]!)];
      changed += bitsSet(a[0] ^ b[0]) + bitsSet(a[1] ^ b[1]);
    }
    const compared = 64 * (seeds.length - 1);
    expect(Math.abs(changed / compared - 0.5)).toBeLessThan(4 * Math.sqrt(0.25 / compared));
  });
});

describe('random words', () => {
  it('are those of a longer list cut short', () => {
    const key = keyOf('words');
    expect(randomWords(key, 7)).toEqual(randomWords(key, 100).slice(0, 7));
    expect(randomWords(key, 7, 32)).toEqual(randomWords(key, 100).slice(32, 39));
  });
});
