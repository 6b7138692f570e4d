import { listed, type Fault } from '../fault.ts';
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
  const { max, fixed, total, share, change, maxChange } = limits;
  const mosts = [max, fixed, total?.max, share?.max, change?.max, maxChange, response, audience, hours];
  return mosts.every((most) => most === undefined);
}

function isInACappedGroup(name: string, groups: Facts['file']['groups'] = {}): boolean {
  return Object.values(groups).some(
    ({ channels, total, perPeriod, share }) =>
      channels.includes(name) && [total?.max, perPeriod?.max, share?.max].some((most) => most !== undefined),
  );
}
