/** One value per draw of a block. Every row of one call has the same length. */
export type Row = Float64Array;
