import type { Channel, Resource, Scenario } from '../../domain.ts';
import { LONGEST_TAIL, reachOf } from './carryover.ts';
import type { Registry } from './registry.ts';

/** Where the model does less than the file may be taken to ask for, in plain words. */
export function simplifications(scenario: Scenario, registry: Registry): readonly string[] {
  const { tail, unit } = scenario.horizon;
  return Object.entries(scenario.channels).flatMap(([name, channel]) => {
    const cut = tail === undefined && reachOf(channel, name, registry) > LONGEST_TAIL;
    const [first, ...others] = limitedRoles(scenario, channel);
    return [
      ...(cut
        ? [
            `${name}: what spend brings more than ${LONGEST_TAIL} ${unit}s after the plan is left out; \`horizon.tail\` ` +
              `says how long to count.`,
          ]
        : []),
      ...(others.length > 0
        ? [
            `${name}: only ${first} limits how many leads and customers are served, not ${others.join(' and ')}: ` +
              `a channel can be limited by one resource.`,
          ]
        : []),
    ];
  });
}

/** Whether there is an end to a resource. */
function isLimited({ capacity, perPeriod, stock }: Resource): boolean {
  return capacity !== undefined || perPeriod !== undefined || stock !== undefined;
}

/** Roles in limited supply that leads or customers of the channel take time of. */
function limitedRoles({ resources }: Scenario, { hours }: Channel): readonly string[] {
  return Object.entries(hours).flatMap(([role, { perLead, perCustomer }]) =>
    isLimited(resources[role]!) && (perLead !== undefined || perCustomer !== undefined) ? [role] : [],
  );
}
