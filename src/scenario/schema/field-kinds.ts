import { section, yesOrNo } from './leaf.ts';
import { named } from './name.ts';
import { amount, number, share, whole } from './number.ts';
import { pattern } from './pattern.ts';
import { shareRange, spendPerPeriod, spendRange } from './spend.ts';
import { MOST_CHANNELS, reference } from './reference.ts';
import { timeWindow, timeWindows } from './window.ts';

/** A number of channels. */
const channelCount = (about: string) => whole(about, { least: 1, most: MOST_CHANNELS });

/**
 * What fields of a limit can be made of. Limits are given these rather than import them: who only reads names of limits, as
 * the page does, is then spared what reads files.
 */
export const fieldKinds = {
  amount,
  channelCount,
  named,
  number,
  pattern,
  reference,
  section,
  share,
  shareRange,
  spendPerPeriod,
  spendRange,
  timeWindow,
  timeWindows,
  yesOrNo,
};

export type FieldKinds = typeof fieldKinds;
