import type { ConstraintFamily } from '../families/constraint.ts';
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

/** Every kind of limit on spend. A new one is a file of its own and a line here; what it is called in Chinese, likewise in `chinese/`. */
export const constraints = [
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
] as const satisfies readonly ConstraintFamily[];
