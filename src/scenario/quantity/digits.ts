/**
 * Digits with their separators as plain digits with a point, or undefined with what was probably meant. A comma, space,
 * apostrophe or underscore separates thousands, a point decimals; nothing else is taken for either.
 */
export type DigitsReading =
  { readonly ok: true; readonly digits: string } | { readonly ok: false; readonly meant: string | undefined };

const PLAIN = /^(?:0|[1-9]\d*)?(?:\.\d+)?$/;
/** The back reference holds all separators of thousands to the same sign. */
const GROUPED = /^[1-9]\d{0,2}(?:([,' _])\d{3})(?:\1\d{3})*(?:\.\d+)?$/;

export function readDigits(run: string): DigitsReading {
  if (PLAIN.test(run) && run !== '') return { ok: true, digits: run };
  if (GROUPED.test(run)) return { ok: true, digits: run.replaceAll(/[,' _]/g, '') };
  return { ok: false, meant: meantBy(run) };
}

function meantBy(run: string): string | undefined {
  const candidates = [
    // 1,23 and 0,125: a decimal comma.
    /^\d+,\d+$/.test(run) ? run.replace(',', '.') : '',
    // 1.234.567 and 1.234,56: the two signs swapped.
    /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(run) ? run.replaceAll('.', '').replace(',', '.') : '',
    // 12,34,567 and 1_00: thousands separated in other places.
    /^\d+(?:[,' _]\d+)*[,' _]\d{3}(?:\.\d+)?$|^\d+(?:_\d+)+$/.test(run) ? run.replaceAll(/[,' _]/g, '') : '',
    // 007 and 5.: digits that say nothing.
    run.replace(/^0+(?=\d)/, '').replace(/\.$/, ''),
  ];
  return candidates.find((candidate) => candidate !== '' && PLAIN.test(candidate));
}
