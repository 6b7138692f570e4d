import type { Unit } from '../../families/parameter.ts';
import { magnitude, withThousands } from '../../numeric/digits.ts';

/** A certain number with all its digits: `1,200,000`, `12.5 %`. */
export function showExactly(value: number, unit: Unit): string {
  // Fifteen digits hide the rounding of the product.
  return unit === 'rate'
    ? `${withThousands(String(Number((value * 100).toPrecision(15))))}\u00a0%`
    : withThousands(String(value));
}

/**
 * Numbers of one distribution in digits that count: as many decimals as tell apart a tenth of `width`, and two digits
 * at least for what is below 1.
 */
export function showRoughly(values: readonly number[], width: number, unit: Unit): readonly string[] {
  const factor = unit === 'rate' ? 100 : 1;
  const sign = unit === 'rate' ? '\u00a0%' : '';
  const whole = values.every((value) => Number.isInteger(value * factor));
  return values.map((value) => {
    const shown = value * factor;
    const decimals = Math.max(0, 1 - magnitude(width * factor), Math.abs(shown) < 1 ? 1 - magnitude(shown) : 0);
    const text = withThousands(shown.toFixed(whole ? 0 : Math.min(decimals, MOST_DECIMALS)));
    return `${/[1-9]/.test(text) ? text : text.replace('-', '')}${sign}`;
  });
}

const MOST_DECIMALS = 15;
