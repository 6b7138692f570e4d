import type { Unit } from '../../families/parameter.ts';

/** What a number is for: decides how its text is read and what is refused. */
export interface Field {
  readonly unit: Unit;
  /** One plain sentence, repeated where nothing usable is found. */
  readonly about?: string;
  /** Without it 0, and no limit for `number`. */
  readonly least?: number;
  /** Without it 1 for rates, and no limit for others. */
  readonly most?: number;
  /** The ends of the range are themselves not allowed. */
  readonly open?: boolean;
  /** Currency of the scenario, to refuse amounts in another. */
  readonly currency?: string;
  /** What formulas may use; any name when left out, to be checked by the caller. */
  readonly names?: readonly string[];
}

export interface Bounds {
  readonly least: number;
  readonly most: number;
  readonly open: boolean;
}

export function boundsOf({ unit, least, most, open = false }: Field): Bounds {
  return { least: least ?? (unit === 'number' ? -Infinity : 0), most: most ?? (unit === 'rate' ? 1 : Infinity), open };
}

/** What the bounds allow, in words: `0 or more`, `between 0% and 100%`. */
export function boundsText(field: Field): string {
  const { least, most, open } = boundsOf(field);
  const [low, high] = [numberText(least, field), numberText(most, field)];
  if (most === Infinity) return open ? `more than ${low}` : `${low} or more`;
  if (least === -Infinity) return open ? `less than ${high}` : `${high} or less`;
  return open ? `more than ${low} and less than ${high}` : `between ${low} and ${high}`;
}

/** A number as a planner would type it in this field: rates in percent. */
export function numberText(value: number, { unit }: Pick<Field, 'unit'>): string {
  // Fifteen digits hide the rounding of the product.
  return unit === 'rate' ? `${Number((value * 100).toPrecision(15))}%` : String(value);
}
