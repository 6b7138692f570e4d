/** The step of the Herfindahl index in which a limit on it is priced. */
export const INDEX_STEP = 0.01;
