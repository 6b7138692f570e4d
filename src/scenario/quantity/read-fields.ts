import { check } from '../../distributions/distribution.ts';
import type { Distribution } from '../../families/distribution.ts';
import { nearest } from '../../formula/nearest.ts';
import { inMessage } from '../fault.ts';
import { isMap } from '../path.ts';
import type { Field } from './field.ts';
import { fieldsNotations, type Fields, type FieldsNotation } from './fields-notations.ts';
import type { Built } from './notation.ts';
import type { Mistake } from './number.ts';
import { readUnbounded } from './value.ts';

/** The distribution that a set of named fields says, with its `truncate` if there is one. */
export function readFields(raw: Fields, field: Field): Built {
  const { truncate, ...fields } = raw;
  const notation = fieldsNotations.find((one) => fits(one, Object.keys(fields)));
  if (notation === undefined) return mistakeOfFields(Object.keys(fields));
  const reading = notation.read(fields, field);
  return reading.ok && truncate !== undefined ? truncated(reading.distribution, truncate, field) : reading;
}

function fits({ required, optional, open }: FieldsNotation, names: readonly string[]): boolean {
  const known = (name: string) => open === true || required.includes(name) || optional.includes(name);
  return required.every((name) => names.includes(name)) && names.every(known);
}

/** Says what is missing beside the fields there are, or which of them is strange. */
function mistakeOfFields(names: readonly string[]): Mistake {
  const missingOf = ({ required }: FieldsNotation) => required.filter((name) => !names.includes(name));
  const all = [...new Set(fieldsNotations.flatMap(({ required, optional }) => [...required, ...optional])), 'truncate'];
  const ways = fieldsNotations.map(({ required }) => `{ ${required.join(', ')} }`).join(', ');
  const strange = names.find((name) => !all.includes(name));
  if (strange !== undefined) {
    const meant = nearest(strange, all);
    const advice = meant === undefined ? `Fields that go together are ${ways}.` : `Did you mean \`${meant}\`?`;
    return { ok: false, message: `${inMessage(strange)} is not a field of a number`, advice };
  }
  const [closest] = fieldsNotations
    .filter((one) => names.every((name) => one.required.includes(name) || one.optional.includes(name)))
    .sort((a, b) => missingOf(a).length - missingOf(b).length);
  if (names.length === 0 || closest === undefined) {
    return { ok: false, message: 'has fields that do not go together', advice: `Fields that go together are ${ways}.` };
  }
  const [given, missing] = [names, missingOf(closest)].map((list) => list.map((name) => `\`${name}\``).join(', '));
  return { ok: false, message: `has ${given} without ${missing}`, advice: closest.about };
}

function truncated(distribution: Distribution, raw: unknown, field: Field): Built {
  const names = isMap(raw) ? Object.keys(raw) : [];
  if (!isMap(raw) || names.length === 0 || names.some((name) => name !== 'low' && name !== 'high')) {
    return { ok: false, message: `truncate must have \`low\`, \`high\` or both, got ${inMessage(raw)}` };
  }
  const truncate: { low?: number; high?: number } = {};
  for (const name of ['low', 'high'] as const) {
    if (raw[name] === undefined) continue;
    const reading = readUnbounded(raw[name], field);
    if (!reading.ok) return { ok: false, message: `truncate.${name}: ${reading.message}` };
    truncate[name] = reading.value;
  }
  const cut = { ...distribution, truncate };
  const why = check(cut);
  return why === undefined ? { ok: true, distribution: cut } : { ok: false, message: `truncate: ${why}` };
}
