import { inMessage } from '../fault.ts';
import { leaf, type Reading } from './leaf.ts';
import { quantity } from './quantity.ts';
import { z } from './zod.ts';

/** Signs and names that people write for a currency; `¥` is left out, it has two meanings. */
const meant: Readonly<Record<string, string>> = {
  $: 'USD',
  '€': 'EUR',
  '£': 'GBP',
  '₹': 'INR',
  元: 'CNY',
  人民币: 'CNY',
  RMB: 'CNY',
  EURO: 'EUR',
  DOLLAR: 'USD',
};

/** A code of ISO 4217 by its form; which codes are in use changes from year to year and is not checked. */
export function currency(about: string) {
  return leaf(about, { type: 'string', pattern: CODE }, readCode);
}

const CODE = '^[A-Z]{3}$';

function readCode(raw: unknown): Reading<string> {
  const message = `must be a currency of three capital letters such as EUR, got ${inMessage(raw)}`;
  if (typeof raw !== 'string') return { ok: false, message };
  const capitals = raw.trim().toUpperCase();
  const replacement = Object.hasOwn(meant, capitals)
    ? meant[capitals]
    : /^[A-Z]{3}$/.test(capitals)
      ? capitals
      : undefined;
  if (replacement === raw) return { ok: true, value: raw };
  return replacement === undefined ? { ok: false, message } : { ok: false, message, replacement };
}

const codeSchema = z.string().check((context) => {
  const reading = readCode(context.value);
  if (reading.ok) return;
  const { ok: _, message, ...params } = reading;
  context.issues.push({ code: 'custom', message, params, input: context.value });
});

export const currencies = z
  .record(
    codeSchema,
    quantity('What one unit of this currency costs in the currency of the scenario.', 'number', {
      least: 0,
      open: true,
    }),
  )
  .meta({
    description: 'Other currencies that channels are bought in, by their three letters: `{ USD: 7.0 to 7.4 }`.',
    propertyNames: { type: 'string', pattern: CODE },
  });
