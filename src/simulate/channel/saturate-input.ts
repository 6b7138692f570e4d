import type { RowsByPeriod } from '../../carryover/spread.ts';
import type { ChannelModel } from '../../domain.ts';
import type { ChannelConditions } from '../conditions/conditions.ts';
import type { Envelope } from './envelope-line.ts';

/** What a channel makes of what arrives in a block of draws. */
export interface SaturateInput {
  readonly channel: ChannelModel;
  readonly conditions: ChannelConditions;
  /** What starts to work, in periods before the plan and of it. */
  readonly arrivals: RowsByPeriod;
  readonly periods: number;
  readonly count: number;
  /** What takes the place of the curve, if anything does. */
  readonly envelope: Envelope | undefined;
}
