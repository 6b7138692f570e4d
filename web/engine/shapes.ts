/** Small pictures of quantities, drawn on a scale that a column shares. */
import { lawOf } from '../../src/distributions/law-of.ts';
import type { Quantity } from '../../src/scenario/quantity/types.ts';
import type { Scale, Shape } from '../table/outline.ts';

const BARS = 24;

/** What lies outside these chances of a quantity is not drawn. */
const ENDS = [0.01, 0.99] as const;

/** Numbers that differ by more than this factor are drawn by their logarithms. */
const WIDE = 30;

export type Shown = number | Quantity;

/** The scale on which all of these can be seen; undefined where none is uncertain. */
export function scaleOf(values: readonly Shown[]): Scale | undefined {
  if (!values.some(isUncertain)) return undefined;
  const ends = values.flatMap(endsOf);
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  return low < high ? { low, high, isLog: low > 0 && high / low > WIDE } : undefined;
}

export function shapeOf(value: Shown, scale: Scale): Shape | undefined {
  if (typeof value === 'number') return { at: placeOf(value, scale) };
  if (value.kind === 'constant') return { at: placeOf(value.value, scale) };
  if (value.kind === 'formula') return undefined;
  const law = lawOf(value.distribution);
  const edges = Array.from({ length: BARS + 1 }, (_, k) => law.cumulative(valueAt(k / BARS, scale)));
  const masses = edges.slice(1).map((edge, k) => edge - edges[k]!);
  const most = Math.max(...masses);
  const at = placeOf(law.quantile(0.5), scale);
  return most > 0 ? { bars: masses.map((mass) => Math.round((1000 * mass) / most) / 1000), at } : { at };
}

function isUncertain(value: Shown): boolean {
  return typeof value !== 'number' && value.kind === 'uncertain';
}

function endsOf(value: Shown): readonly number[] {
  if (typeof value === 'number') return [value];
  if (value.kind === 'constant') return [value.value];
  if (value.kind === 'formula') return [];
  const law = lawOf(value.distribution);
  return ENDS.map((p) => law.quantile(p)).filter(Number.isFinite);
}

function placeOf(value: number, { low, high, isLog }: Scale): number {
  const place = isLog ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
  return Math.min(1, Math.max(0, place));
}

function valueAt(place: number, { low, high, isLog }: Scale): number {
  return isLog ? low * (high / low) ** place : low + place * (high - low);
}
