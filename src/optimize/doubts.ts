import type { Model } from '../domain.ts';
import type { Row } from '../domain/row.ts';
import { overlaps } from '../simulate/conditions/audience.ts';
import { isConstant } from '../simulate/block/block.ts';
import type { Conditions } from '../simulate/conditions/conditions.ts';
import { figureOfChannel, type Figure, type FigureOfChannel } from '../simulate/goal/figure.ts';

/**
 * Whether a figure may fail to be concave although all curves are, so that tangents prove nothing: apart from losses,
 * which a relaxation counts for nothing where segments do not fill up. What is named here was found by plans that beat
 * a "proven" one.
 *
 * @param conditions  of some of the search draws
 */
export function mayNotBeConcave(model: Model, conditions: Conditions, figure: Figure): boolean {
  if (!overlaps(model)) return peopleAreShared(model, figure);
  const channels = figuresOf(model, conditions, figure);
  return (
    someLose(model, conditions, channels) || worthDiffers(model, conditions, channels) || peopleAreShared(model, figure)
  );
}

/** Whether losses keep a figure from being concave, and can be counted for nothing to prove something all the same. */
export function hasLosses(model: Model, conditions: Conditions, figure: Figure): boolean {
  return !overlaps(model) && someLose(model, conditions, figuresOf(model, conditions, figure));
}

/** Whether more spend may bring less in some channel: a table whose responses fall. */
export function someFall({ channels }: Model): boolean {
  return channels.some(({ response: { points } }) => points.some(([, at], k) => at! < (points[k - 1]?.[1] ?? 0)));
}

function figuresOf(model: Model, conditions: Conditions, figure: Figure): readonly FigureOfChannel[] {
  return model.channels.map((channel, c) =>
    figureOfChannel(model, channel, conditions.channels[c]!, conditions.block, figure),
  );
}

/** A channel whose next customer costs more than they bring turns its curve over: the more spend, the smaller the loss. */
function someLose(model: Model, conditions: Conditions, figures: readonly FigureOfChannel[]): boolean {
  return conditions.channels.some(({ inside, shocks }, c) =>
    periodsOf(model, shocks.value).some((t) => {
      const worth = worthPerKept(model, figures[c]!, shocks.value?.[t], t);
      const { served, plainServed } = figures[c]!;
      return worth.some(
        (value, i) => value * inside[i]! + (served?.[i] ?? 0) * model.discount[t]! + (plainServed?.[i] ?? 0) < 0,
      );
    }),
  );
}

/**
 * Where segments fill up, a customer won too many is lost to all channels there alike: their worth must then be the same
 * in every channel and period, and nothing may be paid for leads that never become customers.
 */
function worthDiffers(model: Model, conditions: Conditions, figures: readonly FigureOfChannel[]): boolean {
  return model.segments.some((segment, s) => {
    if (segment.size === undefined) return false;
    const members = model.channels.flatMap((channel, c) =>
      channel.audience.some((part) => part.segment === s && !isConstant(part.share, 0)) ? [c] : [],
    );
    const counts = (row: Row | undefined) => row !== undefined && row.some((value) => value !== 0);
    if (members.some((c) => counts(figures[c]!.served) || counts(figures[c]!.plainServed))) return true;
    let first: Row | undefined;
    return members.some((c) => {
      const { worth, shocks } = conditions.channels[c]!;
      return periodsOf(model, shocks.value).some((t) => {
        const perPerson = worthPerKept(model, figures[c]!, shocks.value?.[t], t).map((value, i) =>
          worth.won[i]! > 0 ? value / worth.won[i]! : 0,
        );
        first ??= perPerson;
        return perPerson.some((value, i) => Math.abs(value - first![i]!) > SAME * Math.abs(first![i]!));
      });
    });
  });
}

/** Worths that differ by less than this share are the same but for rounding. */
const SAME = 1e-12;

/** What is served first of a limited supply is chosen by profit, so nothing else is concave in what arrives. */
function peopleAreShared(model: Model, figure: Figure): boolean {
  const onlyProfit = Object.entries(figure.weights).every(([name, weight]) => name === 'profit' || weight === 0);
  const plainly = onlyProfit && figure.until === undefined && figure.ofPlanOnly !== true && !overlaps(model);
  if (plainly) return false;
  return model.resources.some(
    ({ capacity, over }, k) =>
      capacity !== undefined &&
      model.channels.filter((channel) => channel.hours.some((role) => role.resource === k)).length >
        (over === 'plan' ? 0 : 1),
  );
}

/** A figure per kept unit in a period. */
function worthPerKept(model: Model, figure: FigureOfChannel, shock: Row | undefined, t: number): Row {
  const { kept, money, plain } = figure;
  const discount = model.discount[t]!;
  return kept.map((value, i) => (value + (money?.[i] ?? 0) * (shock?.[i] ?? 1)) * discount + (plain?.[i] ?? 0));
}

/** The periods that differ in what a customer is worth: the first one, where nothing is discounted or shocked. */
function periodsOf(model: Model, shocks: readonly (Row | undefined)[] | undefined): readonly number[] {
  const all = Array.from(model.discount, (_, t) => t);
  return shocks === undefined && model.discount.every((factor) => factor === 1) ? [0] : all;
}
