import { gainPerUnit, numberBehind } from '../../constraints/number-behind.ts';
import type { LimitSide, LinearLimit, NonlinearLimit } from '../../domain.ts';

/** A field of the file, as one of the limits that follow from it needs it to change. */
export interface Field {
  /** Of the field, and of every limit that follows from it. */
  readonly path: string;
  /** One of these limits. */
  readonly of: LimitSide;
  /** The number in the field. */
  readonly number: number;
  /** 1 where the number has to rise to give room, -1 where it has to fall. */
  readonly sign: 1 | -1;
}

/** A field that holds no number, or none that gives room. */
export type Switch = Pick<Field, 'path' | 'of'>;

/** The fields behind some limits, each once, without facts. A share of nothing, such as of what is spent today, gives no room: it is a switch. */
export function fieldsBehind(limits: readonly LimitSide[]): {
  readonly fields: readonly Field[];
  readonly switches: readonly Switch[];
} {
  const fields = new Map<string, Field>();
  const switches = new Map<string, Switch>();
  for (const of of limits) {
    const { path, isFact } = of.limit;
    if (isFact) continue;
    const behind = numberBehind(of);
    const sign = behind === undefined ? 0 : signOf(of);
    if (behind === undefined || sign === 0) {
      if (!switches.has(path)) switches.set(path, { path, of });
      continue;
    }
    const key = `${sign} ${path}`;
    if (!fields.has(key)) fields.set(key, { path, of, number: behind.number, sign });
  }
  return { fields: [...fields.values()], switches: [...switches.values()] };
}

/** Each side on which a limit holds. */
export function sidesOf(limit: LinearLimit): readonly LimitSide[] {
  return (['least', 'most'] as const).flatMap((side) => (limit[side] === undefined ? [] : [{ limit, side }]));
}

/** Which way the number has to go for this side to give room: spend, which its terms are about, is never below 0. */
function signOf({ limit, side }: LimitSide): 1 | -1 | 0 {
  const { bound, terms } = gainPerUnit(limit);
  const gain = terms[0] === undefined ? bound : -terms[0].coefficient;
  const room = side === 'most' ? gain : -gain;
  return room > 0 ? 1 : room < 0 ? -1 : 0;
}

/** A limit that follows from the field, after the number there has moved by so much the way that gives room. */
export function moved(limit: LinearLimit, { sign }: Field, by: number): LinearLimit {
  const { terms, least, most } = limit;
  const gain = gainPerUnit(limit);
  const change = gain.bound * sign * by;
  return {
    ...limit,
    terms: [...terms, ...gain.terms.map((term) => ({ ...term, coefficient: term.coefficient * sign * by }))],
    ...(least === undefined ? {} : { least: least + change }),
    ...(most === undefined ? {} : { most: most + change }),
  };
}

/** The same where only the side that gives room has moved, of limits that ask for a sum to the unit. */
export function eased(limit: LinearLimit, field: Field, by: number): LinearLimit {
  const wide = moved(limit, field, by);
  if (!isExact(limit)) return wide;
  return field.of.side === 'most' ? { ...wide, least: limit.least! } : { ...wide, most: limit.most! };
}

/** Whether a limit asks for a sum to the unit, so that moving its number takes room on the other side. */
export function isExact({ least, most }: LinearLimit): boolean {
  return least !== undefined && most !== undefined;
}

/** A limit that is no linear sum, after the number behind it has moved by so much the way that gives room. */
export function movedKind(limit: NonlinearLimit, by: number): NonlinearLimit {
  return limit.kind === 'minimum if used'
    ? { ...limit, amount: limit.amount - by }
    : { ...limit, most: limit.most + by };
}
