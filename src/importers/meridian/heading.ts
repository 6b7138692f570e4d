import { oneLine } from '../name.ts';

/** What the words of a report say about the pictures in it. */
export interface Heading {
  /** `Jan 25, 2021 - Jan 22, 2024`; absent when the report does not say. */
  readonly window?: string;
  /** Meridian was free to spend more or less than today. */
  readonly flexible: boolean;
  /** ISO code of the currency whose symbol stands before amounts; absent for a symbol of several, or none. */
  readonly currency?: string;
}

/** Symbols that Meridian prints (those of Unicode's locale data for American English), but for rare ones. */
const CURRENCIES: Readonly<Record<string, string>> = {
  $: 'USD',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  'CN¥': 'CNY',
  '₹': 'INR',
  '₩': 'KRW',
  A$: 'AUD',
  CA$: 'CAD',
  HK$: 'HKD',
  MX$: 'MXN',
  NT$: 'TWD',
  NZ$: 'NZD',
  R$: 'BRL',
};

const LONGEST_WINDOW = 80;

/** Reads the words of a report; what is not there is left out. */
export function headingOf(html: string): Heading {
  const window = oneLine(/Time period:\s*([^<>]{1,80})/.exec(html)?.[1] ?? '', LONGEST_WINDOW);
  const symbol = /<stat>\s*([^\s\d<>.-]{1,4})\d/.exec(html)?.[1];
  const currency = symbol === undefined ? undefined : currencyOf(symbol);
  return {
    flexible: /\bflexible\s+budget\s+scenario/i.test(html),
    ...(window === '' ? {} : { window }),
    ...(currency === undefined ? {} : { currency }),
  };
}

function currencyOf(symbol: string): string | undefined {
  if (Object.hasOwn(CURRENCIES, symbol)) return CURRENCIES[symbol];
  return /^[A-Z]{3}$/.test(symbol) ? symbol : undefined; // Meridian prints the code where it knows no symbol
}
