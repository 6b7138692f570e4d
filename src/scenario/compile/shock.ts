import type { Scenario, Shock, ShockModel, Source } from '../../domain.ts';
import type { Registry } from './registry.ts';

/** The scenario's events, each happening in its share of draws, and the named stresses, which happen in all. */
export function shockModels(scenario: Scenario, stresses: readonly string[], registry: Registry): ShockModel[] {
  const events = Object.entries(scenario.events).map(([name, event]) =>
    shockModel(
      scenario,
      name,
      `events.${name}`,
      event,
      registry.chance(`events.${name}.probability`, event.probability),
      registry,
    ),
  );
  const chosen = stresses.map((name) =>
    shockModel(scenario, name, `stresses.${name}`, scenario.stresses[name]!, { constant: 1 }, registry),
  );
  return [...events, ...chosen];
}

function shockModel(
  scenario: Scenario,
  name: string,
  at: string,
  shock: Shock,
  happens: Source,
  registry: Registry,
): ShockModel {
  const channels = Object.keys(scenario.channels);
  return {
    name,
    happens,
    first: (shock.from ?? 1) - 1,
    last: (shock.to ?? Infinity) - 1,
    multiply: shock.multiply.flatMap((each) => {
      // What moves a rate is in what is paid at it.
      if (each.what === 'rate') return [];
      const { channel, what, factor } = each;
      const source = registry.source(`${at}.multiply.${channel}.${what}`, factor);
      const hit = channel === '*' ? channels.map((_, c) => c) : [channels.indexOf(channel)];
      return hit.map((c) => ({ channel: c, what, factor: source }));
    }),
    switchOff: shock.switchOff.map((channel) => channels.indexOf(channel)),
  };
}
