import { withThousands } from '../../numeric/digits.ts';

/**
 * A number with commas between thousands: `1,234.50`. Never in another notation below 1e21, and never `-0`.
 *
 * @param decimals  digits after the point; negative to round to tens, hundreds and so on
 */
export function grouped(value: number, decimals: number): string {
  const unit = Number(`1e${Math.max(0, -decimals)}`);
  const text = (Math.round(Math.abs(value) / unit) * unit).toFixed(0);
  const digits = decimals > 0 ? Math.abs(value).toFixed(decimals) : text;
  const number = withThousands(digits);
  return value < 0 && /[1-9]/.test(number) ? `-${number}` : number;
}
