/**
 * The same text with half-width letters, digits and signs, plain spaces, and ASCII for signs that look the same on
 * paper: what Chinese keyboards and word processors type.
 */
export function plainText(text: string): string {
  return text
    .replaceAll(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replaceAll(/[\u00a0\u2007\u2009\u200a\u202f\u3000]/g, ' ')
    .replaceAll('\uffe5', '¥')
    .replaceAll('\uffe1', '£')
    .replaceAll('\u2212', '-')
    .replaceAll('\u2019', "'")
    .trim();
}
