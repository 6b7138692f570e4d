import type { Model, ResourceModel, Scenario, Source } from '../domain.ts';
import { compile } from '../scenario/compile/compile.ts';
import { scaled } from './marginals.ts';
import { aMonth, channelsWhere, largestChannel, ratesTimes, secondHalf, shocked, times } from './shocks.ts';
import type { StressFamily } from './stress-family.ts';

/**
 * What commonly happens to plans for channels. The sizes are conventions to start from, not forecasts; a stress of the file
 * says what the planner thinks. A new one is a member here.
 */
export const stressLibrary: readonly StressFamily[] = [
  {
    name: 'media-dearer',
    label: 'Media cost 30\u00a0% more',
    about: 'The price of every channel is 30\u00a0% higher over the whole plan.',
    action: 'Fix prices by contract where you can, and move money to channels whose next unit still pays.',
    world: (scenario) => shocked(scenario, { multiply: [times('*', 'price', 1.3)] }),
  },
  {
    name: 'conversion-down',
    label: 'A fifth fewer buy',
    about: 'Every channel brings 20\u00a0% fewer customers for what it reaches, over the whole plan.',
    action:
      'Look at the weakest step of the funnel before you buy more reach, and spend less where the next unit no longer pays.',
    world: (scenario) => shocked(scenario, { multiply: [times('*', 'demand', 0.8)] }),
  },
  {
    name: 'channel-banned',
    label: 'Most funded channel closed for a month',
    about:
      'The channel that gets most of the money cannot be bought for a month from the middle of the plan on; what was bought before goes on working.',
    action: 'Keep a second channel warm that can take over, and agree beforehand who moves the money.',
    world(scenario) {
      const name = largestChannel(scenario);
      if (name === undefined) return undefined;
      const to = Math.min(scenario.horizon.periods, secondHalf(scenario) + aMonth(scenario) - 1);
      return shocked(scenario, { switchOff: [name], from: to - aMonth(scenario) + 1, to }, [name]);
    },
  },
  {
    name: 'tracking-loss',
    label: 'A fifth of sales can no longer be tracked',
    about:
      'In channels bought per mille, click, lead or sale, bidding works with 20\u00a0% fewer signals and buys 10\u00a0% fewer customers for the same money.',
    action: 'Measure with an experiment by region or time, and feed sales from your own books back to the platforms.',
    world(scenario) {
      const names = channelsWhere(scenario, (name) => {
        const { price } = scenario.channels[name]!;
        return price !== undefined && price.unit !== 'flat';
      });
      return names.length === 0
        ? undefined
        : shocked(scenario, { multiply: names.map((name) => times(name, 'demand', 0.9)) }, names);
    },
  },
  {
    name: 'competitor',
    label: 'A competitor enters half-way',
    about: 'From the middle of the plan on, prices are 15\u00a0% higher and 10\u00a0% fewer buy, in every channel.',
    action: 'Secure the channels where you are hard to outbid, and hold some money back for the second half.',
    world: (scenario) =>
      shocked(scenario, {
        from: secondHalf(scenario),
        multiply: [times('*', 'price', 1.15), times('*', 'demand', 0.9)],
      }),
  },
  {
    name: 'demand-drop',
    label: 'Demand falls by a quarter half-way',
    about:
      'From the middle of the plan on, every channel brings 25\u00a0% fewer customers. Customers who come without spend stay.',
    action: 'Agree on the sign at which spend is cut, and cut where the next unit of money brings least.',
    world: (scenario) => shocked(scenario, { from: secondHalf(scenario), multiply: [times('*', 'demand', 0.75)] }),
  },
  {
    name: 'partner-fails',
    label: 'Partners do not deliver',
    about:
      'Channels that depend on a partner, with a chance of delivery or a commission in the file, bring nothing for the plan, and no media are paid; fixed costs are.',
    action: 'Pay by results, and know which channel takes the money when a partner leaves.',
    world(scenario) {
      const names = channelsWhere(scenario, (name) => {
        const { delivery, commission } = scenario.channels[name]!;
        return delivery !== undefined || commission !== undefined;
      });
      return names.length === 0 ? undefined : shocked(scenario, { switchOff: names }, names);
    },
  },
  {
    name: 'currency',
    label: 'Foreign currencies rise by 10\u00a0%',
    about:
      'Every currency that channels are bought in costs 10\u00a0% more over the whole plan, and so does all that is paid in it; what customers pay stays.',
    action: 'Buy forward what is sure to be spent abroad, or write prices in your own currency into contracts.',
    world(scenario) {
      const names = channelsWhere(scenario, (name) => {
        const { currency } = scenario.channels[name]!;
        return currency !== undefined && currency !== scenario.currency;
      });
      if (names.length === 0) return undefined;
      return shocked(scenario, { multiply: [ratesTimes(1.1)] }, names);
    },
  },
  {
    name: 'worth-down',
    label: 'Customers are worth 15\u00a0% less',
    about:
      'What every customer of a channel brings over their life is 15\u00a0% lower: discounts, returns, or fewer repeat orders. Customers who come without spend stay.',
    action: 'Shift to channels whose customers stay, and give no discount that the margin does not carry.',
    world: (scenario) => shocked(scenario, { multiply: [times('*', 'value', 0.85)] }),
  },
  {
    name: 'supply-cap',
    label: '30\u00a0% of the team is missing',
    about: 'Hours in limited supply are 30\u00a0% fewer over the whole plan; what cannot be served is lost.',
    action: 'Serve the leads that are worth most per hour first, and do not buy leads that nobody can call.',
    world(scenario) {
      const limited = Object.entries(scenario.resources).filter(([, { capacity }]) => capacity !== undefined);
      if (limited.length === 0) return undefined;
      return {
        hits: limited.map(([name]) => name),
        compile: (stresses) => withCapacity(compile(scenario, stresses), 'hours', 0.7),
      };
    },
  },
  {
    name: 'stock-short',
    label: '30\u00a0% of the stock does not come',
    about:
      'Units in limited supply, in each period or over the whole plan, are 30\u00a0% fewer; customers who cannot be served are lost.',
    action: 'Order early from a second supplier, and sell what there is where a unit brings most.',
    world(scenario) {
      const limited = Object.entries(scenario.resources).filter(
        ([, { perPeriod, stock }]) => perPeriod !== undefined || stock !== undefined,
      );
      if (limited.length === 0) return undefined;
      return {
        hits: limited.map(([name]) => name),
        compile: (stresses) => withCapacity(compile(scenario, stresses), 'units', 0.7),
      };
    },
  },
  {
    name: 'late-start',
    label: 'The launch is a month late',
    about: 'Nothing can be bought in the first month, and nothing is paid for it.',
    action: 'Agree with media owners to move bookings, and decide whether the money is to follow or to be saved.',
    world(scenario) {
      if (aMonth(scenario) === scenario.horizon.periods) return undefined;
      return shocked(scenario, { switchOff: Object.keys(scenario.channels), from: 1, to: aMonth(scenario) });
    },
  },
  {
    name: 'all-at-once',
    label: 'Dearer media, fewer buyers, customers worth less',
    about:
      'Prices are 30\u00a0% higher, 20\u00a0% fewer buy and customers are worth 15\u00a0% less, all at once: the edge of what one plans for.',
    action: 'Know the smallest budget that still makes sense, and stop there.',
    world: (scenario) =>
      shocked(scenario, {
        multiply: [times('*', 'price', 1.3), times('*', 'demand', 0.8), times('*', 'value', 0.85)],
      }),
  },
];

/** The stresses of a file, as members of the library. */
export function ownStresses(scenario: Scenario): readonly StressFamily[] {
  return Object.entries(scenario.stresses).map(([name, { label }]) => ({
    name,
    label: label ?? name,
    about: 'As the file describes it.',
    world: () => ({ compile: (stresses) => compile(scenario, [...new Set([...stresses, name])]) }),
  }));
}

/** The model with every limited supply of people's hours, or of units, times a factor. */
function withCapacity(model: Model, of: 'hours' | 'units', factor: number): Model {
  const isHit = ({ inHours }: ResourceModel) => inHours === (of === 'hours');
  const capacities = model.resources.filter(isHit).flatMap(({ capacity }) => capacity ?? []);
  const uncertain = new Set(capacities.flatMap((source) => idOf(model, source)));
  const stressed = [...uncertain].reduce((changed, id) => scaled(changed, id, factor), model);
  return {
    ...stressed,
    resources: model.resources.map((resource) =>
      isHit(resource) && resource.capacity !== undefined && 'constant' in resource.capacity
        ? { ...resource, capacity: { constant: resource.capacity.constant * factor } }
        : resource,
    ),
  };
}

/** The assumption of a capacity; what a formula makes of others stays as it is. */
function idOf({ assumptions }: Model, source: Source): readonly string[] {
  if (!('row' in source)) return [];
  const assumption = assumptions[source.row];
  return assumption?.id.startsWith('resources.') === true ? [assumption.id] : [];
}
