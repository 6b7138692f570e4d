/** What a run is made with unless it is told otherwise; apart from how it is made, for those who only show it. */

export const USUAL_SEED = 'apportion';
export const USUAL_DRAWS = 16_384;
/** Chance with which profit is to be reached and financing to be enough. */
export const USUAL_CHANCE = 0.8;
