import { constraints } from '../../constraints/table.ts';
import type { ConstraintFamily } from '../../families/constraint.ts';
import { listed, type Fault } from '../fault.ts';
import { valueAt } from '../path.ts';
import { channelsOf, warning, type ChannelFields, type Facts } from './rule.ts';

/**
 * Where nothing is said of how customers grow with spend, they grow in proportion, and nothing keeps a search from giving
 * such a channel all there is. Who left the curve out may not have meant that; who wrote `curve: linear` did.
 */
export function* growthHasAnEnd({ file }: Facts): Generator<Fault> {
  const channels = channelsOf(file);
  const endless = channels.filter(({ name, channel }) => isEndless(channel) && !isInACappedGroup(name, file.groups));
  if (channels.length < 2 || endless.length === 0) return;
  const [first, ...others] = endless;
  const message =
    others.length === 0
      ? 'has no `response` and no limit: every unit of money brings as much as the first, so a plan may give it all'
      : `has no \`response\` and no limit, like ${listed(
          others.map(({ name }) => name),
          'and',
        )}: every unit of money brings as much as the first, so a plan may give it all`;
  yield warning(first!.at, message, {
    advice:
      'Give a curve such as `response: { curve: exponential, scale: … }` (spend per period that wins 63 % of all there is to win) or `limits.max`; `response: { curve: linear }` says that it is meant.',
  });
}

/** Whether neither a curve nor a limit nor anything that runs out ends the growth of a channel. */
function isEndless({ response, limits = {}, audience, hours }: ChannelFields): boolean {
  return !isCapped('channels', limits) && [response, audience, hours].every((one) => one === undefined);
}

function isInACappedGroup(name: string, groups: Facts['file']['groups'] = {}): boolean {
  return Object.values(groups).some((group) => group.channels.includes(name) && isCapped('groups', group));
}

function isCapped(section: 'channels' | 'groups', limits: object): boolean {
  return CEILINGS.some(([of, ...path]) => of === section && valueAt(limits, path) !== undefined);
}

const CEILINGS = constraints
  .flatMap((family: ConstraintFamily) => family.ceilings ?? [])
  .map((field) => field.split('.'));
