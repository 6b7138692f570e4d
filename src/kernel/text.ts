/**
 * Bytes as letters of ASCII, of which `compile.mjs` writes the kernel: most bytes of WebAssembly are around 0 and have one letter, the
 * others two. It is half as long as hexadecimal digits, and compressed on its way a tenth less.
 */

/** Letters follow each other from here on, without two that a text in quotes cannot have as they are. */
const FIRST_LETTER = 0x28;
const [BACKSLASH, BACKTICK] = [0x5c, 0x60];
const LETTERS = 85;
/** The first letters are followed by another one. */
const BEGINNINGS = 3;
/** The byte of the first letter that stands alone; the next ones follow, beyond 255 from 0 on. */
const FIRST_BYTE = 0xf0;

export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length);
  let count = 0;
  for (let at = 0; at < text.length; count++) {
    const letter = letterAt(text, at++);
    const place =
      letter < BEGINNINGS ? LETTERS - BEGINNINGS + letter * LETTERS + letterAt(text, at++) : letter - BEGINNINGS;
    bytes[count] = FIRST_BYTE + place; // whole 256 fall away
  }
  return bytes.slice(0, count);
}

function letterAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code - FIRST_LETTER - Number(code > BACKSLASH) - Number(code > BACKTICK);
}
