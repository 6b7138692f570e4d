import { inMessage } from '../fault.ts';
import { z } from './zod.ts';

/** What a text or number of the file was understood as, or why it was not. */
export type Reading<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly message: string; readonly advice?: string; readonly replacement?: string };

export type JsonSchema = Readonly<Record<string, unknown>>;

/**
 * A field that holds one value, not further fields.
 *
 * @param about  one plain sentence with the unit, for help, the JSON Schema and what is said when the field is missing
 * @param json   the JSON Schema of the field as it is written
 */
export function leaf<T>(about: string, json: JsonSchema, read: (raw: unknown) => Reading<T>) {
  return z
    .unknown()
    .transform((raw, context): T => {
      const reading = present(raw, about) ?? read(raw);
      if (reading.ok) return reading.value;
      const { message, ...params } = reading;
      context.addIssue({ code: 'custom', message, params });
      return z.NEVER;
    })
    .meta({ description: about, ...json });
}

function present(raw: unknown, about: string): (Reading<never> & { readonly ok: false }) | undefined {
  if (raw === undefined) return { ok: false, message: 'is missing', advice: about };
  if (raw === null)
    return {
      ok: false,
      message: 'is empty',
      advice: `${about} Give a value, or remove the field if it is not needed.`,
    };
  return undefined;
}

/** Fields with fixed names; any other is refused. */
export function section<Shape extends z.ZodRawShape>(about: string, shape: Shape) {
  return z.strictObject(shape).meta({ description: about });
}

/** A list of fields or values of one kind. */
export function list<Item extends z.ZodType>(about: string, item: Item, { least = 0, most }: ListSize) {
  return z.array(item).min(least).max(most).meta({ description: about });
}

export interface ListSize {
  readonly least?: number;
  readonly most: number;
}

/** Free text of at most `most` characters. */
export function text(about: string, most: number) {
  return leaf(about, { type: 'string', minLength: 1, maxLength: most }, (raw): Reading<string> => {
    // YAML reads `name: 2027` as a number; as a text it is as good.
    if (typeof raw !== 'string' && typeof raw !== 'number') {
      return { ok: false, message: `must be a text, got ${inMessage(raw)}` };
    }
    const written = String(raw);
    if (written.trim() === '') return { ok: false, message: 'must be a text, got an empty one' };
    if (written.length > most) {
      return { ok: false, message: `must have ${most} characters or fewer, got ${written.length}` };
    }
    return { ok: true, value: written };
  });
}

export function yesOrNo(about: string) {
  return leaf(about, { type: 'boolean' }, (raw): Reading<boolean> => {
    if (typeof raw === 'boolean') return { ok: true, value: raw };
    const meant = raw === 'yes' || raw === 'on' ? 'true' : raw === 'no' || raw === 'off' ? 'false' : undefined;
    const message = `must be true or false, got ${inMessage(raw)}`;
    return meant === undefined ? { ok: false, message } : { ok: false, message, replacement: meant };
  });
}
