import { flowText } from './flow-text.ts';
import { plainText } from './typography.ts';

/** Signs and codes of currencies that may stand beside an amount, with the currencies that they can mean. */
const MEANINGS: ReadonlyMap<string, readonly string[]> = new Map([
  ['US$', ['USD']],
  ['HK$', ['HKD']],
  ['A$', ['AUD']],
  ['C$', ['CAD']],
  ['S$', ['SGD']],
  ['$', ['USD', 'AUD', 'CAD', 'HKD', 'SGD', 'TWD', 'NZD', 'MXN', 'ARS', 'CLP', 'COP']],
  ['¥', ['CNY', 'JPY']],
  ['元', ['CNY', 'TWD', 'HKD']],
  ['€', ['EUR']],
  ['£', ['GBP']],
  ['₩', ['KRW']],
  ['₹', ['INR']],
  ['RMB', ['CNY']],
  ...['CNY', 'USD', 'EUR', 'GBP', 'JPY', 'HKD', 'TWD', 'SGD', 'KRW', 'INR', 'AUD', 'CAD', 'CHF'].map(
    (code): [string, readonly string[]] => [code, [code]],
  ),
]);

/** The longest first, so that `US$` is not read as `$`. */
export const CURRENCY_SIGNS: readonly string[] = [...MEANINGS.keys()].sort((a, b) => b.length - a.length);

/** Whether a sign of a currency may be in it, as YAML gave it. */
export function namesCurrency(raw: unknown): boolean {
  if (typeof raw === 'number') return false;
  const text = plainText(flowText(raw)).toUpperCase();
  return CURRENCY_SIGNS.some((sign) => text.includes(sign));
}

/** Whether an amount with this sign can be in this currency, a code of three letters. */
export function canMean(sign: string, currency: string): boolean {
  return MEANINGS.get(sign.toUpperCase())?.includes(currency) ?? false;
}

/** The currency that the sign in a text stands for, where there is one and it stands for no other: `1.234,50 €`, but not `$5`. */
export function currencyOfSign(text: string): string | undefined {
  const written = plainText(text).toUpperCase();
  const meanings = MEANINGS.get(CURRENCY_SIGNS.find((sign) => written.includes(sign)) ?? '') ?? [];
  return meanings.length === 1 ? meanings[0] : undefined;
}
