import { nearest } from '../../formula/nearest.ts';
import { firstStageOf, knowsCustomers, unitsGiven } from '../bought.ts';
import { chainOf, LAST_STAGE, type Chain } from '../chain.ts';
import type { Fault } from '../fault.ts';
import { flowText } from '../quantity/flow-text.ts';
import { stepKey } from '../schema/step-key.ts';
import type { Path } from '../text/finding.ts';
import { channelsOf, error, isRead, type ChannelFields, type Facts } from './rule.ts';

type Funnel = NonNullable<ChannelFields['funnel']>;

/** A funnel leads step by step from what money buys to customers. */
export function* funnelLeadsToCustomers({ file }: Facts): Generator<Fault> {
  for (const { channel, at } of channelsOf(file)) {
    const { funnel = {} } = channel;
    const path = [...at, 'funnel'];
    const chain = chainOf(Object.keys(funnel), firstStageOf(channel));
    const units = unitsGiven(channel);
    if (knowsCustomers(channel)) {
      if (Object.keys(funnel).length > 0 && chain.steps.length === 0) yield unused(chain, path);
      else if (chain.steps.length > 0) yield* faultsOfChain(chain, funnel, 'A funnel that counts leads', path);
    } else if (units.length === 1) {
      yield* faultsOfChain(chain, funnel, `A price \`${units[0]}\``, path);
    }
  }
}

function unused({ loose, start }: Chain, path: Path): Fault {
  const advice = `The response or \`efficiency\` says what money brings; a funnel only counts leads then, and starts at \`${start}\`.`;
  return error([...path, loose[0]!.key], 'is not used', { advice, inName: true });
}

function* faultsOfChain(chain: Chain, funnel: Funnel, opening: string, path: Path): Generator<Fault> {
  const { start, steps, end, fork, loose } = chain;
  const last = steps.at(-1);
  const [next] = loose;
  if (fork !== undefined) {
    const advice = 'Keep one of the two, and make the other way a channel of its own.';
    yield error([...path, fork.key], `goes on from \`${fork.from}\`, as \`${last!.key}\` does`, { advice });
  } else if (end === LAST_STAGE) {
    if (next === undefined) return;
    const message = start === LAST_STAGE ? 'is not used' : `is not on the way from \`${start}\` to \`${LAST_STAGE}\``;
    yield error([...path, next.key], message, { advice: `${opening} starts at \`${start}\`.`, inName: true });
  } else if (next !== undefined && nearest(next.from, [end]) !== undefined) {
    yield misspelt(next.key, stepKey(end, next.to), path);
  } else if (next !== undefined) {
    const key = stepKey(end, next.from);
    const advice = `Add \`${key}\`. ${opening} starts at \`${start}\`.`;
    const message = `has no step from \`${end}\` to \`${next.from}\``;
    yield error(path, message, { advice, replacement: withStep(key, funnel) });
  } else if (last !== undefined && nearest(last.to, [LAST_STAGE]) !== undefined) {
    yield misspelt(last.key, stepKey(last.from, LAST_STAGE), path);
  } else {
    const those = end === 'lead' ? 'leads' : `those at \`${end}\``;
    const advice = `Add \`${stepKey(end, LAST_STAGE)}\`, the share of ${those} who become customers.`;
    yield error(path, `does not lead on from \`${end}\` to \`${LAST_STAGE}\``, { advice });
  }
}

function misspelt(key: string, replacement: string, path: Path): Fault {
  const advice = `Did you mean \`${replacement}\`?`;
  return error([...path, key], 'does not fit to the other steps', { advice, replacement, inName: true });
}

/** The funnel as text, with a step more that everyone takes. */
function withStep(key: string, funnel: Funnel): string {
  const rates = Object.entries(funnel).map(([name, rate]) => [name, rate.text]);
  return flowText({ [key]: '100%', ...Object.fromEntries(rates) });
}

/** Cost and hours per lead need leads. */
export function* leadsAreCounted(facts: Facts): Generator<Fault> {
  for (const { channel, at } of channelsOf(facts.file)) {
    if (!isRead(facts, [...at, 'funnel'])) continue;
    const { steps } = chainOf(Object.keys(channel.funnel ?? {}), firstStageOf(channel));
    if (steps.some(({ from }) => from === 'lead')) continue;
    const advice = 'Add a stage `lead` to the funnel, or remove this.';
    const message = 'cannot be counted: the funnel has no stage `lead`';
    if (channel.costPerLead !== undefined) yield error([...at, 'costPerLead'], message, { advice });
    for (const [role, hours] of Object.entries(channel.hours ?? {})) {
      if (hours.perLead !== undefined) yield error([...at, 'hours', role, 'perLead'], message, { advice });
    }
  }
}
