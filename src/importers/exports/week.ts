/** A day number that was a Monday. */
const A_MONDAY = 5;

/**
 * The first day of the week that holds a day; both are day numbers.
 *
 * @param beginning  a day on which a week begins; standard: weeks begin on Mondays
 */
export function weekOf(day: number, beginning = A_MONDAY): number {
  const since = (day - beginning) % 7;
  return day - (since < 0 ? since + 7 : since);
}
