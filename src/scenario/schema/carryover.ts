import { carryovers } from '../../carryover/table.ts';
import { byCurve } from './by-curve.ts';
import { yesOrNo } from './leaf.ts';
import { whole } from './number.ts';
import type { Read } from './read.ts';

/** A carry-over as it stands in the file; the parameters of its family stand beside these fields, by name. */
export interface CarryoverFields {
  readonly curve: string;
  readonly lags?: Read<number>;
  readonly normalize?: boolean;
}

const lags = whole('Longest time an effect lasts, in periods after that of the spend.', { least: 0, most: 520 });

const normalize = yesOrNo(
  'True (and without it): the effects of all periods add up to that of the spend; false: the strongest of them has all of it and the others come on top.',
).exactOptional();

export const carryover = byCurve<CarryoverFields, (typeof carryovers)[string]>(
  'How the effect of spend lasts into later periods: the curve by name, and its own fields.',
  Object.values(carryovers),
  (family) => ({ lags: family.needsLags ? lags : lags.exactOptional(), normalize }),
);
