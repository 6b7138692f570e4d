import type { Expression } from '../../formula/expression.ts';
import { parseFormula } from '../../formula/parse.ts';
import { inMessage } from '../fault.ts';
import type { Reading } from './leaf.ts';

/** Reads a formula that may use `names` and nothing else; a `=` in front of it is allowed. */
export function readFormula(
  raw: unknown,
  names: readonly string[],
): Reading<{ readonly text: string; readonly expression: Expression }> {
  if (typeof raw !== 'string') return { ok: false, message: `must be a formula, got ${inMessage(raw)}` };
  const text = raw.trim().replace(/^=\s*/, '');
  const reading = parseFormula(text, { names });
  if (reading.ok) return { ok: true, value: { text, expression: reading.expression } };
  return {
    ok: false,
    message: `cannot be read as a formula: ${reading.message}`,
    ...(reading.suggestion === undefined ? {} : { advice: reading.suggestion }),
  };
}
