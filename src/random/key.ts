import { threefry, type Words } from './threefry.ts';

/** Which stream of random words is read: 64 bits. */
export type Key = Words;

/**
 * The key that a seed stands for, from every character of it: any text is a seed, and `1`, `01` and `1 ` differ.
 *
 * A hash of our own, because seedrandom looks at the low byte of each character only: to it `A` and `Ł` are one seed,
 * and so are most texts in Chinese with some other text.
 */
export function keyOf(seed: string): Key {
  return subkey([0, 0], seed);
}

/**
 * The key of what is called `name` under `key`: streams of different names are as good as independent.
 *
 * Each four characters (16 bits each) are enciphered with the result so far as key; the length goes first, so that no
 * name's chain is the beginning of another's.
 * Source: Bellare, Canetti and Krawczyk, "Pseudorandom functions revisited: the cascade construction" (1996).
 */
export function subkey(key: Key, name: string): Key {
  let state = threefry(key, [name.length, NAMES]);
  for (let at = 0; at < name.length; at += 4)
    state = threefry(state, [twoCharacters(name, at), twoCharacters(name, at + 2)]);
  return state;
}

/** `count` 32-bit words of the stream of `key`, from word `first` on, which must be even. */
export function randomWords(key: Key, count: number, first = 0): Uint32Array {
  const words = new Uint32Array(count);
  for (let place = 0; place < count; place += 2) {
    const [even, odd] = threefry(key, [(first + place) / 2, DRAWS]);
    words[place] = even;
    words[place + 1] = odd; // past the end of an odd count this is dropped
  }
  return words;
}

/** Second word of the counter: keeps the words of a stream apart from the keys derived from it. */
export const DRAWS = 0;
const NAMES = 1;

/** Past its end a text reads as zeros. */
function twoCharacters(text: string, at: number): number {
  return text.charCodeAt(at) | (text.charCodeAt(at + 1) << 16);
}
