/** A text and how it was encoded, as a planner's programs call it. */
export interface Decoded {
  readonly text: string;
  readonly encoding: 'UTF-8' | 'UTF-16' | 'Windows-1252' | 'GB18030';
}

/** Letters that no alphabet has: bytes of another encoding, taken for GB18030, come out as these. */
const PRIVATE_USE = /[\ue000-\uf8ff]/;

/** What Windows-1252 has from 0x80 on where Latin-1 has controls, as which Node may decode it. */
const WESTERN = '€\u0000‚ƒ„…†‡ˆ‰Š‹Œ\u0000Ž\u0000\u0000‘’“”•–—˜™š›œ\u0000žŸ';
const CONTROLS = /[\u0080-\u009f]/g;

/**
 * The text in these bytes: UTF-16 or UTF-8 by their mark, else UTF-8 where all of it is, else Windows-1252, as spreadsheets in
 * Western Europe write it, where letters beyond ASCII stand alone; else GB18030, which holds GBK and GB2312 and is what Chinese
 * programs write. Undefined where it is none of them.
 */
export function decoded(bytes: Uint8Array): Decoded | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return of('UTF-16', textIn(bytes, 'utf-16le'));
  if (first === 0xfe && second === 0xff) return of('UTF-16', textIn(bytes, 'utf-16be'));
  const plain = of('UTF-8', textIn(bytes, 'utf-8'));
  if (plain !== undefined) return plain;
  if (isMostlyAlone(bytes)) return of('Windows-1252', westernText(bytes));
  const chinese = textIn(bytes, 'gb18030');
  return chinese === undefined || PRIVATE_USE.test(chinese) ? undefined : of('GB18030', chinese);
}

/** Whether most bytes beyond ASCII have none beside them: Chinese letters are two of them, but for rare ones. */
function isMostlyAlone(bytes: Uint8Array): boolean {
  const isBeyond = (at: number) => (bytes[at] ?? 0) >= 0x80;
  let balance = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    if (isBeyond(at)) balance += isBeyond(at - 1) || isBeyond(at + 1) ? -1 : 1;
  }
  return balance > 0;
}

function westernText(bytes: Uint8Array): string | undefined {
  return textIn(bytes, 'windows-1252')?.replaceAll(CONTROLS, (control) => WESTERN[control.charCodeAt(0) - 0x80]!);
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
