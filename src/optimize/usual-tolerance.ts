/** Relative gap at which a search stops unless it is told otherwise. In a file of its own: who shows progress needs no optimizer. */
export const USUAL_TOLERANCE = 5e-4;
