/** The number that was typed, with or without thousands separators; undefined where it is none. */
export function numberIn(text: string): number | undefined {
  const digits = text.replaceAll(/[,，\s]/g, '');
  return digits === '' || !Number.isFinite(Number(digits)) ? undefined : Number(digits);
}

/** The same for a whole number from `least` to `most`. */
export function wholeIn(text: string, least: number, most: number): number | undefined {
  const number = numberIn(text);
  return number !== undefined && Number.isInteger(number) && number >= least && number <= most ? number : undefined;
}

/** The share that was typed in percent, with or without the sign. */
export function shareIn(text: string): number | undefined {
  const percents = numberIn(text.replace(/[%％]\s*$/, ''));
  return percents === undefined ? undefined : percents / 100;
}
