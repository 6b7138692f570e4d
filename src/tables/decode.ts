/** A text and how it was encoded, as a planner's programs call it. */
export interface Decoded {
  readonly text: string;
  readonly encoding: 'UTF-8' | 'UTF-16' | 'GB18030';
}

/** Letters that no alphabet has: bytes of another encoding, taken for GB18030, come out as these. */
const PRIVATE_USE = /[\ue000-\uf8ff]/;

/**
 * The text in these bytes: UTF-16 or UTF-8 by their mark, else UTF-8 where all of it is, else GB18030, which holds GBK
 * and GB2312 and is what Chinese programs write. Undefined where it is none of them.
 */
export function decoded(bytes: Uint8Array): Decoded | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return of('UTF-16', textIn(bytes, 'utf-16le'));
  if (first === 0xfe && second === 0xff) return of('UTF-16', textIn(bytes, 'utf-16be'));
  const plain = of('UTF-8', textIn(bytes, 'utf-8'));
  if (plain !== undefined) return plain;
  const chinese = textIn(bytes, 'gb18030');
  return chinese === undefined || PRIVATE_USE.test(chinese) ? undefined : of('GB18030', chinese);
}

function of(encoding: Decoded['encoding'], text: string | undefined): Decoded | undefined {
  return text === undefined || text.includes('\u0000') ? undefined : { text, encoding };
}

function textIn(bytes: Uint8Array, label: string): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
