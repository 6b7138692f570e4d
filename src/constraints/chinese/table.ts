import type { ChineseOfLimit } from '../../families/constraint.ts';
import { budget } from './budget.ts';
import { change } from './change.ts';
import { channelShare } from './channel-share.ts';
import { channelTotal } from './channel-total.ts';
import { committed } from './committed.ts';
import { concentration } from './concentration.ts';
import { fixed } from './fixed.ts';
import { group } from './group.ts';
import { maxChange } from './max-change.ts';
import { maxStep } from './max-step.ts';
import { minIfUsed } from './min-if-used.ts';
import { mostChannels } from './most-channels.ts';
import { pattern } from './pattern.ts';
import { perPeriod } from './per-period.ts';
import { ratio } from './ratio.ts';
import { windows } from './windows.ts';

/** What each kind of limit is called in Chinese, and what is said of it: a file beside its own and a line here. */
export const chineseOfLimits: readonly ChineseOfLimit[] = [
  budget,
  perPeriod,
  fixed,
  committed,
  channelTotal,
  channelShare,
  change,
  maxChange,
  maxStep,
  minIfUsed,
  windows,
  group,
  ratio,
  mostChannels,
  concentration,
  pattern,
];
