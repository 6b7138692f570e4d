/** `Spring (2)` for a copy of `Spring`, `Spring (3)` for one of that: the first number that is free. */
export function nameOfCopy(
  name: string,
  taken: readonly string[],
  copyOf: (stem: string, number: number) => string,
): string {
  const stem = name.replace(/ ?[(（]\d+[)）]$/u, '');
  for (let number = 2; ; number++) {
    const copy = copyOf(stem, number);
    if (!taken.includes(copy)) return copy;
  }
}
