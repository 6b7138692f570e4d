import type { Shape } from './outline.ts';

const HEIGHT = 10;

/** The density of a quantity, or a mark at a certain number, on the scale of its column. */
export function ShapePicture({ bars = [], at }: Shape) {
  const step = 100 / Math.max(1, bars.length);
  const outline = bars
    .map((bar, k) => `L${(k * step).toFixed(2)} ${(HEIGHT * (1 - bar)).toFixed(2)}H${((k + 1) * step).toFixed(2)}`)
    .join('');
  return (
    <svg class="shape" viewBox={`0 0 100 ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      {bars.length > 0 && <path class="density" d={`M0 ${HEIGHT}${outline}V${HEIGHT}Z`} />}
      <line class="middle" x1={at * 100} x2={at * 100} y1={bars.length > 0 ? HEIGHT - 3 : 0} y2={HEIGHT} />
    </svg>
  );
}
