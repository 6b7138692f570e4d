import { CURRENCY_SIGNS } from './currencies.ts';
import { readDigits } from './digits.ts';
import { powerOf } from './scales.ts';
import { plainText } from './typography.ts';

/** Why a text cannot be used, and a text that can in its place. */
export interface Mistake {
  readonly ok: false;
  /** One sentence without the path. */
  readonly message: string;
  readonly advice?: string;
  readonly replacement?: string;
}

/** What a text said about its number beside the value, as it was written. */
export interface NumberHints {
  /** The value is already divided by 100. */
  readonly percent: boolean;
  /** `¥`, `元`, `USD`. */
  readonly currency?: string;
  /** `k`, `万`; the value is already multiplied. */
  readonly scale?: string;
}

export type NumberReading = { readonly ok: true; readonly value: number; readonly hints: NumberHints } | Mistake;

/** Longer than any number. */
const LONGEST_NUMBER = 60;

const SIGNS = CURRENCY_SIGNS.map((sign) => sign.replaceAll('$', String.raw`\$`)).join('|');
const NUMBER = new RegExp(`^([-+]?)\\s*(${SIGNS})?\\s*([-+]?)\\s*([\\d.][\\d.,'_ ]*)(e[-+]?\\d+)?(.*)$`, 'i');
const AFTER = new RegExp(`^(.*?)\\s*(${SIGNS})?$`, 'i');
const PERCENT = /^(?:%|percent|per cent|pct)$/i;
const ABOUT = /^(?:~|≈|about|around|approx\.?|circa|ca\.?|约|大约)\s*(?=[-+(\d])/i;

/**
 * Reads a number as people write it: `1,200,000`, `1 000 000`, `5k`, `2.5M`, `1.2bn`, `30%`, `1.2万`, `¥3.20`,
 * `(300)` for -300, in half or full width. A text that could mean two numbers is refused, with the likelier of them
 * as replacement.
 */
export function readNumber(written: string): NumberReading {
  const text = plainText(written);
  const bracketed = /^\((.*)\)$/.exec(text)?.[1];
  const match = text.length > LONGEST_NUMBER ? null : NUMBER.exec((bracketed ?? text).trim());
  if (match === null) return notANumber(text);
  const [whole, outer = '', before, inner = '', run = '', exponent = '', after = ''] = match;
  const sign = outer + inner + (bracketed === undefined ? '' : '-');
  if (sign.length > 1) return { ok: false, message: `\`${text}\` has two signs` };

  const [, unit = '', behind] = AFTER.exec(after.trim())!;
  const percent = PERCENT.test(unit);
  const scale = powerOf(unit);
  if (unit !== '' && !percent && scale === undefined) return strangeUnit(whole, unit);
  const currency = before ?? behind;
  if ((before !== undefined && behind !== undefined) || (percent && currency !== undefined)) {
    return { ok: false, message: `\`${text}\` has two units` };
  }

  const reading = readDigits(run.trim());
  // 1.234 with a euro sign is 1234 to most who write so.
  const european = currency === '€' && /^[1-9]\d{0,2}\.\d{3}$/.test(run.trim());
  if (!reading.ok || european) {
    const meant = reading.ok ? run.replace('.', '') : reading.meant;
    if (meant === undefined) return { ok: false, message: `\`${text}\` is not a number` };
    const advice = 'Separate thousands with commas and decimals with a point, or use neither: 1,234.5 or 1234.5.';
    const message = `\`${text}\` could be read in more than one way`;
    return {
      ok: false,
      message,
      advice,
      replacement: text.replace(run.trim(), meant.trim()),
    };
  }
  const power = Number(exponent.slice(1)) + (percent ? -2 : (scale ?? 0));
  // As one decimal text, so that 4.35k is 4350 and not 4349.999999999999.
  const value = Number(`${sign}${reading.digits}e${power}`) || 0; // -0 is nothing but 0
  if (!Number.isFinite(value)) return { ok: false, message: `\`${text}\` is too large a number` };
  if (value === 0 && /[1-9]/.test(run)) return { ok: false, message: `\`${text}\` is too small a number` };
  return {
    ok: true,
    value,
    hints: {
      percent,
      ...(currency === undefined ? {} : { currency }),
      ...(scale === undefined ? {} : { scale: unit }),
    },
  };
}

function notANumber(text: string): Mistake {
  if (text === '') return { ok: false, message: 'must be a number, got an empty text' };
  const message = text.length > LONGEST_NUMBER ? 'must be a number, got a long text' : `\`${text}\` is not a number`;
  const exact = text.replace(ABOUT, '');
  return exact !== text && readNumber(exact).ok ? { ok: false, message, replacement: exact } : { ok: false, message };
}

/** `12 weeks`: the unit of a field is known and is not repeated; `5w`: w stands for 万 in chats. */
function strangeUnit(text: string, unit: string): Mistake {
  const message = `\`${unit}\` after the number is not understood`;
  const meant = /^w$/i.test(unit) ? text.replace(/w$/i, '万') : text.replace(/\s+[a-z]+$/i, '');
  return meant !== text && readNumber(meant).ok ? { ok: false, message, replacement: meant } : { ok: false, message };
}
