import { constraints } from '../../constraints/table.ts';
import type { ConstraintFamily, LimitFields } from '../../families/constraint.ts';
import { fieldKinds } from './field-kinds.ts';

type Place = keyof LimitFields;

type Fields = ReturnType<NonNullable<(typeof constraints)[number]['fields']>>;

/** The fields of one kind of limit after another that stand in a place. */
type FieldsIn<In extends Place, Of = Fields> = Of extends Readonly<Record<In, infer Shape>> ? Shape : never;

type All<Shapes> = (Shapes extends unknown ? (shape: Shapes) => void : never) extends (shape: infer Every) => void
  ? { readonly [Name in keyof Every]: Every[Name] }
  : never;

/** Names of all fields that stand in a place. */
export type LimitFieldName<In extends Place> = keyof All<FieldsIn<In>>;

/** The fields of all kinds of limits that stand at the top of a file, in the `limits` of a channel, or in a group. */
export function limitFields<In extends Place>(place: In): All<FieldsIn<In>> {
  const shapes = constraints.map((family: ConstraintFamily) => family.fields?.(fieldKinds)[place] ?? {});
  // What is put together here is told by the types of what it is put together from.
  return Object.assign({}, ...shapes) as All<FieldsIn<In>>;
}
