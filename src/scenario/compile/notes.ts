import type { Channel, Resource, Scenario } from '../../domain.ts';
import { LONGEST_TAIL, reachOf } from './carryover.ts';
import type { Registry } from './registry.ts';

/** Where the model does less than the file may be taken to ask for, in plain words. */
export function simplifications(scenario: Scenario, registry: Registry, tail: number): readonly string[] {
  const { unit } = scenario.horizon;
  return Object.entries(scenario.channels).flatMap(([name, channel]) => {
    const reach = reachOf(channel, name, registry);
    const cut = scenario.horizon.tail === undefined && reach > LONGEST_TAIL;
    const after = Math.min(reach, tail);
    const [first, ...others] = limitedRoles(scenario, channel);
    return [
      ...(cut
        ? [
            `${name}: what spend brings more than ${LONGEST_TAIL} ${unit}s after the plan is left out; \`horizon.tail\` ` +
              `says how long to count.`,
          ]
        : []),
      ...(after > 0 && bringsWithoutSpend(channel)
        ? [
            `${name}: what its curve brings without any spend counts in ${after} ${unit}s after the plan, too, as long as spend ` +
              `goes on to work there; \`horizon.tail: 0\` leaves them out.`,
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

/** Whether a curve begins above zero. */
function bringsWithoutSpend({ response: { parameters, points } }: Channel): boolean {
  const { floor } = parameters;
  const [spend, brings = 0] = points[0] ?? [];
  return (floor?.kind === 'constant' && floor.value > 0) || (spend === 0 && brings > 0);
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
