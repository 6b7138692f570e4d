import { withThousands } from '../../numeric/digits.ts';

/** A number with thousands separators and at most `decimals` of them: `76,680.43`. */
export function shown(value: number, decimals = 2): string {
  return withThousands(String(Number(value.toFixed(decimals))));
}

/** How many times something is, or what one costs, with three digits that count: of a small one, too, which `shown` would call 0. */
export function multiple(times: number): string {
  return withThousands(String(Number(times.toPrecision(3))));
}

/** A share in percent with two digits that count. */
export function percent(share: number): string {
  return `${Number((100 * share).toPrecision(2))}%`;
}

/** The first few of a list and, in words, how many more there are. */
export function listedWith(
  names: readonly string[],
  comma: string,
  others: (more: number) => string,
  most = 8,
): string {
  const more = names.length - most;
  return more > 0 ? `${names.slice(0, most).join(comma)}${others(more)}` : names.join(comma);
}

/** A number that a scenario is given: four digits say what an estimate knows. */
export function rounded(value: number): number {
  return Number(value.toPrecision(4));
}

/** `0.54 to 0.71`, as a scenario has it; one number where the ends are the same. */
export function range([low, high]: readonly [number, number]): string | number {
  return rounded(low) === rounded(high) ? rounded(low) : `${rounded(low)} to ${rounded(high)}`;
}
