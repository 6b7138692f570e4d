import type { ChannelModel, GoalMetric, HoursModel, Model } from '../../domain.ts';
import type { Row } from '../../domain/row.ts';
import { constantRow, isConstant, rowOf, type Block } from '../block/block.ts';
import type { ChannelConditions } from '../conditions/conditions.ts';
import { product, sum } from '../block/rows.ts';

/**
 * What a figure is summed from: goals, what it costs to win customers without and with people's time, and of customers whose satisfaction
 * is known their number and what it adds up to; hours of people, as they come.
 */
export type Ingredient = GoalMetric | 'leads' | 'media' | 'cashCost' | 'fullCost' | 'rated' | 'satisfaction' | 'hours';

/** A figure of a plan that an optimizer can ask for, draw by draw: a weighted sum of ingredients. */
export interface Figure {
  readonly weights: Readonly<Partial<Record<Ingredient, number>>>;
  /** Only these first periods count; all, and the tail, without it. */
  readonly until?: number;
  /** Without what needs no spend of the plan: the baseline, and what earlier spend would have brought alone. */
  readonly ofPlanOnly?: boolean;
}

/**
 * A figure of one channel by draw: per unit of its served effect, per unit of spend and for being used at all.
 * Everything is at present value but what is called plain, which counts customers, leads and money as they come.
 */
export interface FigureOfChannel {
  /** Per kept unit, as it comes. */
  readonly plain: Row | undefined;
  /** Per kept unit. */
  readonly kept: Row;
  /** Per kept unit, multiplied by what shocks do to the worth of customers. */
  readonly money: Row | undefined;
  /** Per served unit, kept or not, as it comes. */
  readonly plainServed: Row | undefined;
  /** Per served unit, kept or not. */
  readonly served: Row | undefined;
  /** Per unit of spend: a cost is negative. */
  readonly spend: Row | undefined;
  /** Per unit of spend, as it comes. */
  readonly plainSpend: Row | undefined;
  /** In every period of the plan, when the channel is used. */
  readonly usePerPeriod: Row | undefined;
  /** The same, as it comes. */
  readonly plainUsePerPeriod: Row | undefined;
  /** Once, when the channel is used. */
  readonly use: Row | undefined;
}

/** See {@link FigureOfChannel}. */
export function figureOfChannel(
  model: Model,
  channel: ChannelModel,
  conditions: ChannelConditions,
  block: Block,
  figure: Figure,
): FigureOfChannel {
  const { worth, costPerSpend } = conditions;
  const { profit = 0, revenue = 0, margin = 0, customers = 0, leads = 0 } = figure.weights;
  const { media = 0, cashCost = 0, fullCost = 0, rated = 0, satisfaction = 0, hours = 0 } = figure.weights;
  const asRated = channel.satisfaction === undefined ? 0 : rated + satisfaction * channel.satisfaction;
  const winning = cashCost + fullCost;
  const weighted = (...parts: readonly (readonly [number, Row])[]): Row | undefined => {
    const terms = parts
      .filter(([weight]) => weight !== 0)
      .map(([weight, row]) => product(block, row, constantRow(block, weight)));
    return terms.length === 0 ? undefined : terms.reduce((total, term) => sum(block, total, term));
  };
  const people = fullCost - profit;
  const usesMoney = people !== 0 || winning !== 0;
  const fixed = isConstant(channel.fixedCost, 0) ? undefined : rowOf(block, channel.fixedCost);
  const hourly = people === 0 ? undefined : costOfUse(model, channel, block);
  const perSpend =
    hours === 0 ? undefined : sumOfRoles(channel, block, ({ perThousandSpent }) => rowOf(block, perThousandSpent));
  const perPeriod = hours === 0 ? undefined : sumOfRoles(channel, block, (role) => rowOf(block, role.perPeriod));
  return {
    plain: weighted([customers + asRated, worth.customers], [hours, worth.hours]),
    kept:
      weighted([winning - profit, worth.perCustomerCost], [-winning, worth.service], [people, worth.hoursCost]) ??
      constantRow(block, 0),
    money: weighted([profit + margin, worth.margin], [revenue, worth.revenue]),
    plainServed: weighted([leads, worth.leads], [hours, worth.leadHours]),
    served: weighted([winning - profit, worth.leadCost], [people, worth.leadHoursCost]),
    spend: usesMoney
      ? weighted([people, costPerSpend], [cashCost, sum(block, constantRow(block, 1), rowOf(block, channel.fee))])
      : undefined,
    plainSpend: weighted(
      [media, constantRow(block, 1)],
      ...(perSpend === undefined ? [] : [[hours / 1000, perSpend] as const]),
    ),
    usePerPeriod: hourly === undefined ? undefined : weighted([people, hourly]),
    plainUsePerPeriod: perPeriod && weighted([hours, perPeriod]),
    use: fixed === undefined ? undefined : weighted([winning - profit, fixed]),
  };
}

/** Cost of the hours that a channel in use takes in every period, by draw; undefined when it takes none. */
function costOfUse(model: Model, channel: ChannelModel, block: Block): Row | undefined {
  return sumOfRoles(channel, block, ({ perPeriod, resource }) =>
    isConstant(perPeriod, 0)
      ? undefined
      : product(block, rowOf(block, perPeriod), rowOf(block, model.resources[resource]!.hourlyCost)),
  );
}

/** What all roles of a channel come to, by draw; undefined when they come to nothing. */
function sumOfRoles({ hours }: ChannelModel, block: Block, of: (role: HoursModel) => Row | undefined): Row | undefined {
  const rows = hours.flatMap((role) => of(role) ?? []);
  return rows.length === 0 ? undefined : rows.reduce((total, row) => sum(block, total, row));
}
