/** Power of ten of the first digit: 3 for 1,034, -2 for 0.031; 0 for what has none. */
export function magnitude(value: number): number {
  return value === 0 || !Number.isFinite(value) ? 0 : Number(value.toExponential().split('e')[1]);
}

/** Digits with commas between thousands: `1,234.5`; what is written with a power of ten stays as it is. */
export function withThousands(digits: string): string {
  if (digits.includes('e')) return digits;
  const [whole = '', ...rest] = digits.split('.');
  return [whole.replaceAll(/\B(?=(\d{3})+$)/g, ','), ...rest].join('.');
}
