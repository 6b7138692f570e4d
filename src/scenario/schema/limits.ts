import { limitFields } from './limit-fields.ts';
import { section } from './leaf.ts';

/** Limits on one channel: each kind of limit tells its own fields. */
export const limits = section('What the plan may give to this channel.', limitFields('channel'));
