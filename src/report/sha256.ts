/** First 32 bits of the fractional parts of the cube roots of the first 64 primes. */
const ROUND = fractions(64, cubeRootBits);
/** Those of the square roots of the first 8. */
const START = fractions(8, squareRootBits);

/**
 * The SHA-256 digest of a text in UTF-8, in hexadecimal. Here, because a browser has its own only on pages that come by
 * https, and Node another one.
 *
 * Source: FIPS 180-4, "Secure Hash Standard" (2015).
 */
export function sha256(text: string): string {
  return [...digest(new TextEncoder().encode(text))].map((word) => word.toString(16).padStart(8, '0')).join('');
}

/** The same in base64, as a content security policy wants it. */
export function sha256Base64(text: string): string {
  const bytes = [...digest(new TextEncoder().encode(text))].flatMap((word) =>
    [24, 16, 8, 0].map((shift) => (word >>> shift) & 255),
  );
  return btoa(String.fromCharCode(...bytes));
}

function digest(message: Uint8Array): Uint32Array {
  const padded = new Uint8Array((((message.length + 8) >>> 6) + 1) << 6);
  padded.set(message);
  padded[message.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, Math.floor(message.length / 0x20000000));
  view.setUint32(padded.length - 4, message.length << 3);
  const hash = Uint32Array.from(START);
  const words = new Uint32Array(64);
  for (let block = 0; block < padded.length; block += 64) {
    for (let t = 0; t < 16; t++) words[t] = view.getUint32(block + 4 * t);
    for (let t = 16; t < 64; t++) {
      const [near, far] = [words[t - 2]!, words[t - 15]!];
      const sigma1 = turned(near, 17) ^ turned(near, 19) ^ (near >>> 10);
      const sigma0 = turned(far, 7) ^ turned(far, 18) ^ (far >>> 3);
      words[t] = sigma1 + words[t - 7]! + sigma0 + words[t - 16]!;
    }
    compress(hash, words);
  }
  return hash;
}

function compress(hash: Uint32Array, words: Uint32Array): void {
  let [a, b, c, d, e, f, g, h] = hash as unknown as [number, number, number, number, number, number, number, number];
  for (let t = 0; t < 64; t++) {
    const choice = (e & f) ^ (~e & g);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const first = (h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + choice + ROUND[t]! + words[t]!) | 0;
    const second = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + majority) | 0;
    [a, b, c, d, e, f, g, h] = [(first + second) | 0, a, b, c, (d + first) | 0, e, f, g];
  }
  for (const [k, value] of [a, b, c, d, e, f, g, h].entries()) hash[k] = hash[k]! + value;
}

function turned(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}

function fractions(count: number, bits: (prime: number) => number): readonly number[] {
  const primes: number[] = [];
  for (let n = 2; primes.length < count; n++) if (primes.every((prime) => n % prime !== 0)) primes.push(n);
  return primes.map(bits);
}

/** Whole numbers, so that no rounding comes in: the root of p times 2 to the 64 or 96 is 2 to the 32 times that of p. */
function squareRootBits(prime: number): number {
  return rootBits(BigInt(prime) << 64n, (root) => root * root);
}

function cubeRootBits(prime: number): number {
  return rootBits(BigInt(prime) << 96n, (root) => root * root * root);
}

/** The lowest 32 bits of the largest whole number whose power is not above `value`. */
function rootBits(value: bigint, power: (root: bigint) => bigint): number {
  let root = 0n;
  for (let bit = 1n << 40n; bit > 0n; bit >>= 1n) if (power(root + bit) <= value) root += bit;
  return Number(root & 0xffffffffn);
}
