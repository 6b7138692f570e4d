/** A value this close to 0 is 0: that of a linear program is known no better. */
const ZERO = 1e-12;
/** The answer is known to this share of it. */
const CLOSE = 1e-10;
const MOST_STEPS = 150;
/** The first guess is tried times 4^0, …, 4^8. */
const MOST_GROWTHS = 9;

/**
 * Where a function that is above 0 at 0 and does not rise first is 0, up to 4^8 times a first guess; past a hair of it where it
 * is 0 or less. By turns: false position with halved weights (Illinois), which finds the zero of a straight function at once;
 * a hair before what was found, which ends the search where nothing before it would do; and half way, for functions that stay
 * at 0.
 *
 * @param at  1 at 0
 * @returns   undefined where it does not fall to 0 so soon
 * Source: Dowell and Jarratt, "A modified regula falsi method for computing the root of an equation" (1971).
 */
export function firstZero(at: (x: number) => number, guess: number): number | undefined {
  let [low, high] = [
    { x: 0, value: at(0) },
    { x: guess, value: at(guess) },
  ];
  for (let k = 1; k < MOST_GROWTHS && high.value > ZERO; k++) {
    low = high;
    high = { x: 4 * high.x, value: at(4 * high.x) };
  }
  if (high.value > ZERO) return undefined;
  for (let step = 0; step < MOST_STEPS && high.x - low.x > CLOSE * high.x; step++) {
    const middle = (low.x + high.x) / 2;
    const straight = high.x - (high.value * (high.x - low.x)) / (high.value - low.value);
    const guesses = [high.value < -ZERO ? straight : middle, high.x * (1 - CLOSE / 2), middle];
    const x = Math.max(guesses[step % guesses.length]!, low.x);
    const value = at(x);
    if (value <= ZERO) {
      [low, high] = [
        { ...low, value: low.value / 2 },
        { x, value },
      ];
    } else {
      [low, high] = [
        { x, value },
        { ...high, value: high.value / 2 },
      ];
    }
  }
  return high.x;
}
