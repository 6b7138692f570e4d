import type { ConstraintFamily } from '../families.ts';
import { budget } from './budget.ts';
import { channelShare } from './channel-share.ts';
import { channelTotal } from './channel-total.ts';
import { group } from './group.ts';
import { maxChange } from './max-change.ts';
import { minIfUsed } from './min-if-used.ts';
import { perPeriod } from './per-period.ts';

/** Every kind of limit on spend. A new one is a file of its own and a line here. */
export const constraints: readonly ConstraintFamily[] = [
  budget,
  perPeriod,
  channelTotal,
  channelShare,
  maxChange,
  minIfUsed,
  group,
];
