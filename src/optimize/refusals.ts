import type { GoalMetric, Model } from '../domain.ts';
import type { Issue } from '../errors.ts';
import type { Curvature } from '../families.ts';
import { responses } from '../responses/table.ts';
import { overlaps } from '../simulate/audience.ts';
import { rowOf, type Block } from '../simulate/block.ts';

/** Parameter sets looked at per channel to tell how its curve bends. */
const SETS_LOOKED_AT = 512;

/**
 * Why this model is beyond an optimizer for concave goals, in the words of the file; empty when it is not. Everything
 * named here can be simulated all the same.
 *
 * @param block  some of the search draws
 */
export function refusals(model: Model, block: Block, goal: GoalMetric): readonly Issue[] {
  return [
    ...curves(model, block),
    ...risk(model),
    ...steps(model),
    ...overlapping(model, goal),
    ...scarcity(model, goal),
  ];
}

function curves(model: Model, block: Block): Issue[] {
  return model.channels.flatMap((channel): Issue[] => {
    const family = responses[channel.response.family]!;
    const rows = channel.response.parameters.map((source) => rowOf(block, source));
    const looked = Math.min(block.count, rows.length === 0 ? 1 : SETS_LOOKED_AT);
    const found = new Map<Curvature, number>();
    for (let i = 0; i < looked; i++) {
      const bend = family.curvature(
        rows.map((row) => row[i]!),
        channel.response.points,
      );
      found.set(bend, (found.get(bend) ?? 0) + 1);
    }
    found.delete('concave');
    const count = [...found.values()].reduce((sum, number) => sum + number, 0);
    if (count === 0) return [];
    const bend = found.has('S-shaped') ? 'S-shaped' : 'not concave';
    return [
      {
        severity: 'error',
        path: `channels.${channel.name}.response`,
        message: `the curve is ${bend} in ${Math.round((100 * count) / looked)} % of draws; the optimizer can prove plans only for curves whose returns diminish from the first unit of money on.`,
        advice: `Use a concave curve (for Hill: a slope of at most 1), or compare plans of your own with \`simulate\`.`,
      },
    ];
  });
}

function risk(model: Model): Issue[] {
  if (model.goal.risk === undefined) return [];
  return [
    {
      severity: 'error',
      path: 'goal.risk',
      message: 'a limit on risk is not something the optimizer can honour yet.',
      advice: 'Remove it; the report shows the mean of the worst tenth for every plan.',
    },
  ];
}

function steps(model: Model): Issue[] {
  return model.nonlinearLimits.map(({ path }) => ({
    severity: 'error' as const,
    path,
    message: '"nothing, or at least this much" is not something the optimizer can honour yet.',
    advice: 'Use `min` to require the channel, or `max: 0` to leave it out, and compare the two plans.',
  }));
}

/** Overlap takes customers from every channel alike: the goal stays concave only if all of them are worth the same. */
function overlapping(model: Model, goal: GoalMetric): Issue[] {
  if (goal === 'customers' || !overlaps(model)) return [];
  return model.segments.flatMap((segment, s): Issue[] => {
    const members = model.channels.filter((channel) => channel.audience.some((part) => part.segment === s));
    const worths = new Set(
      members.map((channel) =>
        JSON.stringify([channel.value, channel.commission, channel.hours, channel.costPerCustomer].map(plain)),
      ),
    );
    if (segment.size === undefined || members.length < 2 || worths.size === 1) return [];
    return [
      {
        severity: 'error',
        path: `segments.${segment.name}`,
        message: `channels that share this segment (${members.map((channel) => channel.name).join(', ')}) bring customers of different worth; the optimizer cannot prove a plan for that yet.`,
        advice:
          'Give these channels the same value per customer, leave out the size of the segment, or maximize customers.',
      },
    ];
  });
}

/** What people in limited supply serve first is chosen by profit, so only profit is concave in what arrives. */
function scarcity(model: Model, goal: GoalMetric): Issue[] {
  const limited = model.resources.filter((resource) => resource.capacity !== undefined);
  return limited.flatMap((resource): Issue[] => {
    const name = resource.name;
    const users = model.channels.filter((channel) =>
      channel.hours.some((role) => model.resources[role.resource] === resource),
    );
    if (users.length < 2) return [];
    if (goal === 'profit' && !overlaps(model)) return [];
    return [
      {
        severity: 'error',
        path: `resources.${name}.capacity`,
        message: `people in limited supply serve the most profitable leads first, so with ${goal === 'profit' ? 'overlapping segments' : `${goal} as the goal`} the optimizer cannot prove a plan yet.`,
        advice: `Maximize profit without overlap, or leave out the capacity of ${name}.`,
      },
    ];
  });
}

function plain(value: unknown): unknown {
  return value instanceof Float64Array ? [...value] : value;
}
