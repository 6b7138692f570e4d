/** The views of what was asked for, in the order of their tabs. */
export const VIEWS = [
  'recommendation',
  'frontier',
  'stability',
  'compare',
  'stress',
  'screen',
  'pilots',
  'finance',
  'replan',
  'actuals',
  'verify',
] as const;

export type View = (typeof VIEWS)[number];
