import { inMessage } from '../fault.ts';
import { canMean } from './currencies.ts';
import { boundsOf, boundsText, type Field } from './field.ts';
import { readNumber, type Mistake, type NumberHints, type NumberReading } from './number.ts';

const UNIT_WORDS = { money: 'an amount of money', count: 'a number', periods: 'a number of periods', hours: 'hours' };

/** One certain number in a field, as YAML gave it: a number or a text. */
export function readValue(raw: unknown, field: Field): NumberReading {
  const reading = readUnbounded(raw, field);
  if (!reading.ok) return reading;
  const why = outOfBounds(reading.value, reading.hints, raw, field);
  return why ?? reading;
}

/** The same for a number that need not lie within the bounds itself, such as the mean of a family. */
export function readUnbounded(raw: unknown, field: Field): NumberReading {
  if (typeof raw === 'number' && Number.isFinite(raw)) return { ok: true, value: raw, hints: { percent: false } };
  if (typeof raw !== 'string') return { ok: false, message: `must be a number, got ${inMessage(raw)}` };
  const reading = readNumber(raw);
  return reading.ok ? (wrongUnit(reading.hints, raw, field) ?? reading) : reading;
}

function wrongUnit({ percent, currency, scale }: NumberHints, raw: string, field: Field): Mistake | undefined {
  const { unit } = field;
  if (percent && unit !== 'rate' && unit !== 'number') {
    return { ok: false, message: `must be ${UNIT_WORDS[unit]}, got the percentage \`${raw}\`` };
  }
  if (currency !== undefined && unit !== 'money') {
    return { ok: false, message: `must not be an amount of money, got \`${raw}\`` };
  }
  if (currency !== undefined && field.currency !== undefined && !canMean(currency, field.currency)) {
    const message = `must be in ${field.currency}, the currency of the scenario, got \`${raw}\``;
    return { ok: false, message, advice: `Convert it to ${field.currency}.` };
  }
  if (scale === 'm' && (unit === 'hours' || unit === 'periods')) {
    return { ok: false, message: `\`${raw}\` could be millions, minutes or months`, advice: 'Write the number out.' };
  }
  return undefined;
}

function outOfBounds(value: number, hints: NumberHints, raw: unknown, field: Field): Mistake | undefined {
  const { least, most, open } = boundsOf(field);
  const inside = open ? value > least && value < most : value >= least && value <= most;
  if (inside) return undefined;
  const message = `must be ${boundsText(field)}, got ${inMessage(raw)}`;
  const meantPercent = field.unit === 'rate' && !hints.percent && value > most && value <= most * 100;
  if (!meantPercent) return { ok: false, message };
  return { ok: false, message, advice: `For ${value} percent write \`${value}%\`.`, replacement: `${value}%` };
}
