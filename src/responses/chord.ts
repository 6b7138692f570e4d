/**
 * Curves whose slope grows without end towards zero spend are replaced by their chord up to this share of their
 * scale. Value and slope of the chord belong together, so that value + slope · d is nowhere below the curve; a slope
 * taken here with the value of the curve itself would make every cut of the optimizer too low.
 */
export const CHORD_END = 1e-6;

/** Natural and binary logarithm of CHORD_END. */
export const LN_CHORD_END = -13.815510557964274;
export const LOG2_CHORD_END = -19.931568569324174;
