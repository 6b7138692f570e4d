import type { Channel, Plan, Scenario } from '../domain.ts';
import type { Cause } from './comparison.ts';

/** A scenario and a plan for its channels by name. */
export interface Situation {
  readonly scenario: Scenario;
  readonly spend: Readonly<Record<string, Float64Array>>;
}

/** Two situations that differ in some causes, and everything between them. */
export interface Between {
  readonly causes: readonly Cause[];
  /** @param set  bit k says whether cause k is as in the second situation; as in the first otherwise */
  readonly situation: (set: number) => Situation;
}

/** Parts of a file that stand for themselves: nothing else names what is in them. */
const SECTIONS = ['value', 'baseline', 'season', 'events', 'correlations'] as const;
/** Parts with members that channels name: a member that only one file has does nothing in the other. */
const NAMED_SECTIONS = ['assumptions', 'currencies', 'segments', 'resources'] as const;

/**
 * The causes that lead from one situation to another: what is believed about each channel, each other part of the file that
 * a simulation uses, and what is spent; by channel where nothing but spend differs. Channels that only one file has are in
 * all situations, without spend where they are not.
 */
export function causesBetween(a: Situation, b: Situation): Between {
  const names = [...new Set([...Object.keys(a.scenario.channels), ...Object.keys(b.scenario.channels)])];
  const channels = names.filter((name) => {
    const [before, after] = [a.scenario.channels[name], b.scenario.channels[name]];
    if (before !== undefined && after !== undefined) return !same(beliefsOf(before), beliefsOf(after));
    return (before ?? after)!.carryIn.some((spend) => spend > 0);
  });
  const sections = [...SECTIONS, ...NAMED_SECTIONS].filter(
    (section) => !same(a.scenario[section], b.scenario[section]),
  );
  const moved = names.filter((name) => !same(spendIn(a, name), spendIn(b, name)));
  const beliefs: readonly Cause[] = [
    ...channels.map((channel): Cause => ({ kind: 'channel', channel })),
    ...sections.map((section): Cause => ({ kind: 'section', section })),
  ];
  const spending: readonly Cause[] =
    beliefs.length > 0
      ? moved.length > 0
        ? [{ kind: 'plan' }]
        : []
      : moved.map((channel): Cause => ({ kind: 'spend', channel }));
  const causes = [...beliefs, ...spending];
  return { causes, situation: (set) => mixed(a, b, names, causes, set) };
}

function mixed(a: Situation, b: Situation, names: readonly string[], causes: readonly Cause[], set: number): Situation {
  const turned = causes.filter((_, k) => (set >>> k) & 1);
  const isTurned = (kind: Cause['kind'], name: string) =>
    turned.some((cause) => cause.kind === kind && nameOf(cause, name) === name);
  const channels = names.map((name) => [name, channelIn(a, b, name, isTurned('channel', name))] as const);
  const from = (section: string) => (isTurned('section', section) ? b : a).scenario;
  const named = <Section extends (typeof NAMED_SECTIONS)[number]>(section: Section): Scenario[Section] => ({
    ...b.scenario[section],
    ...a.scenario[section],
    ...from(section)[section],
  });
  const { baseline } = from('baseline');
  const { season } = from('season');
  const { baseline: _baseline, season: _season, ...rest } = a.scenario;
  return {
    scenario: {
      ...rest,
      ...(baseline === undefined ? {} : { baseline }),
      ...(season === undefined ? {} : { season }),
      value: from('value').value,
      events: from('events').events,
      correlations: from('correlations').correlations,
      assumptions: named('assumptions'),
      currencies: named('currencies'),
      segments: named('segments'),
      resources: named('resources'),
      channels: Object.fromEntries(channels),
      // Limits name channels, too, and do not change what a plan leads to.
      groups: {},
      ratios: {},
    },
    spend: Object.fromEntries(
      names.map((name) => [name, spendIn(isTurned('plan', name) || isTurned('spend', name) ? b : a, name)]),
    ),
  };
}

function nameOf(cause: Cause, otherwise: string): string {
  if ('channel' in cause) return cause.channel;
  return 'section' in cause ? cause.section : otherwise;
}

/** The channel as one of the two files has it; what was spent before the plan in a file that lacks it is nothing. */
function channelIn(a: Situation, b: Situation, name: string, turned: boolean): Channel {
  const [own, other] = turned ? [b, a] : [a, b];
  const here = own.scenario.channels[name];
  return here ?? { ...other.scenario.channels[name]!, carryIn: [] };
}

function spendIn({ scenario, spend }: Situation, name: string): Float64Array {
  return spend[name] ?? new Float64Array(scenario.horizon.periods);
}

/** What is believed about a channel: not its plan or limits, and not how it is called. */
function beliefsOf({ plan: _plan, limits: _limits, label: _label, source: _source, ...beliefs }: Channel): unknown {
  return beliefs;
}

/** Whether two parts of files mean the same, however their numbers are written. */
function same(a: unknown, b: unknown): boolean {
  const meaning = (value: unknown) =>
    JSON.stringify(value, (key, part: unknown) => (key === 'text' ? undefined : part));
  return meaning(a) === meaning(b);
}

/** A situation's spend as a plan of its scenario's channels, in their order. */
export function planIn({ scenario, spend }: Situation, name: string): Plan {
  return { name, spend: Object.keys(scenario.channels).map((channel) => spend[channel]!) };
}
