import type { Model, Resource, ResourceModel, Scenario, Source, TotalName } from '../../domain.ts';
import { constraints } from '../../constraints/table.ts';
import { marginalTable } from '../../distributions/marginal.ts';
import { namesOf } from '../../formula/expression.ts';
import { conditioned } from '../../random/correlation/condition.ts';
import { dependence } from '../../random/dependence.ts';
import type { Quantity } from '../quantity/types.ts';
import { LONGEST_TAIL, reachOf } from './carryover.ts';
import { channelModel } from './channel.ts';
import { exchangeOf } from './exchange.ts';
import { simplifications } from './notes.ts';
import { openRegistry, type Registry } from './registry.ts';
import { seasonIndex } from './season.ts';
import { shockModels } from './shock.ts';
import { discountPerPeriod, valueModel } from './value.ts';

/**
 * A scenario as plain data and numbers, ready to sample and evaluate. Everything was checked by the reader: what this
 * throws is a bug of ours.
 *
 * @param stresses  names of the scenario's stresses to apply, in every draw
 * @param tableOf  what makes the table of a distribution, for who compiles much the same again and again
 */
export function compile(scenario: Scenario, stresses: readonly string[] = [], tableOf = marginalTable): Model {
  return { ...compileWithoutLimits(scenario, stresses, tableOf), ...limitsOf(scenario) };
}

/** What plans must keep to. */
export function limitsOf(scenario: Scenario): Pick<Model, 'limits' | 'nonlinearLimits'> {
  return {
    limits: constraints.flatMap((family) => family.limits(scenario, 0)),
    nonlinearLimits: constraints.flatMap((family) => family.nonlinear?.(scenario) ?? []),
  };
}

/** The same without limits, of which there may be hundreds: for who only asks what plans lead to. */
export function compileWithoutLimits(scenario: Scenario, stresses: readonly string[], tableOf = marginalTable): Model {
  const registry = openRegistry(namedQuantities(scenario), tableOf);
  const names = Object.keys(scenario.channels);
  const { periods, unit, start } = scenario.horizon;
  const reach = Math.max(0, ...names.map((name) => reachOf(scenario.channels[name]!, name, registry)));
  const tail = scenario.horizon.tail ?? Math.min(LONGEST_TAIL, reach);
  const notes = [...simplifications(scenario, registry, tail)];
  const channels = names.map((name) => {
    const exchange = exchangeOf(scenario, stresses, scenario.channels[name]!.currency, registry);
    return channelModel(scenario, name, tail, exchange, registry, notes);
  });
  const segments = Object.entries(scenario.segments).map(([name, { size }]) => ({
    name,
    ...(size === undefined ? {} : { size: registry.source(`segments.${name}.size`, size) }),
  }));
  const resources = Object.entries(scenario.resources).map(([name, { hourlyCost, ...supply }]): ResourceModel => ({
    name,
    ...capacityOf(name, supply, registry),
    over: supply.stock === undefined ? 'period' : 'plan',
    inHours: supply.stock === undefined && supply.perPeriod === undefined,
    hourlyCost:
      hourlyCost === undefined ? { constant: 0 } : registry.source(`resources.${name}.hourlyCost`, hourlyCost),
  }));
  const shocks = shockModels(scenario, stresses, registry);
  const baseline = {
    customers:
      scenario.baseline === undefined
        ? { constant: 0 }
        : registry.source('baseline.customers', scenario.baseline.customers),
    demand: seasonIndex(scenario.baseline?.season, periods, periods),
    value: valueModel(scenario, {}, 'baseline.value', registry),
  };
  const { assumptions, derived, evidence } = registry.finish();
  const { clusters, repairs } = dependence(
    assumptions.map((assumption) => assumption.id),
    scenario.correlations,
  );
  const factor = discountPerPeriod(scenario);
  let discounted = 1 / factor;
  return {
    name: scenario.name,
    currency: scenario.currency,
    unit,
    ...(start === undefined ? {} : { start }),
    periods,
    settled: 0,
    tail,
    assumptions,
    clusters: evidence.length === 0 ? clusters : clusters.map((cluster) => conditioned(cluster, evidence).cluster),
    derived,
    channels,
    segments,
    resources,
    shocks,
    baseline,
    metrics: Object.entries(scenario.metrics).map(([name, { expression }]) => ({
      name,
      expression,
      uses: namesOf(expression) as TotalName[],
    })),
    targets: scenario.targets,
    goal: scenario.goal,
    limits: [],
    nonlinearLimits: [],
    discount: Float64Array.from({ length: periods + tail }, () => (discounted *= factor)),
    notes,
    repairs,
  };
}

/** How much there is of a resource, whichever way the file says it. */
function capacityOf(name: string, supply: Omit<Resource, 'hourlyCost'>, registry: Registry): { capacity?: Source } {
  for (const field of ['capacity', 'perPeriod', 'stock'] as const) {
    const amount = supply[field];
    if (amount !== undefined) return { capacity: registry.source(`resources.${name}.${field}`, amount) };
  }
  return {};
}

/** What formulas may refer to: `assumptions` by their bare names. */
function namedQuantities(scenario: Scenario): ReadonlyMap<string, { path: string; quantity: Quantity }> {
  return new Map(
    Object.entries(scenario.assumptions).map(([name, quantity]) => [name, { path: `assumptions.${name}`, quantity }]),
  );
}
