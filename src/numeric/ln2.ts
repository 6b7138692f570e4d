/** ln 2 in two parts: the first ends in 20 zero bits, so that k times it is exact for every exponent k of a double. */
export const LN2_HIGH = 0.6931471803691238;
export const LN2_LOW = 1.9082149292705877e-10;
