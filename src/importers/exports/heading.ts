/** A heading in the form in which headings are compared, and the unit that stood behind it in brackets. */
export interface Heading {
  readonly name: string;
  readonly unit?: string;
}

const UNIT = /\s*\((?:([a-z]{3})|元|%|次|小时|¥|￥|\$|€)\)$/;

/** `Amount spent (USD)` is `amount spent` in `usd`; letters of full width are those of half width. */
export function headingOf(text: string): Heading {
  const plain = text
    .normalize('NFKC')
    .replaceAll(/[\ufeff\s]+/g, ' ')
    .trim()
    .toLowerCase();
  const found = UNIT.exec(plain);
  return found === null
    ? { name: plain }
    : { name: plain.slice(0, found.index), unit: found[0].replaceAll(/[\s()]/g, '') };
}

/** The currency that a unit names. */
export function currencyOf(unit: string | undefined): string | undefined {
  if (unit === undefined) return undefined;
  return unit === '元' ? 'CNY' : /^[a-z]{3}$/.test(unit) ? unit.toUpperCase() : undefined;
}
