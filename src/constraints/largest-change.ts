/** Largest change that a limit can allow, as a share of what is changed. */
export const LARGEST_CHANGE = 1000;
