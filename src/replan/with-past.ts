import { constraints } from '../constraints/table.ts';
import type { ExceededLimit, LinearLimit, Model, NonlinearLimit, Scenario } from '../domain.ts';
import { periodsNamed, upTo } from './spent-words.ts';

/** A model of a plan that is running. */
export interface Running {
  readonly model: Model;
  /** The limit of the planner's by what is left of it in `model`; those not in here are as they were. */
  readonly whole: ReadonlyMap<LinearLimit, LinearLimit>;
  /** The limits of `model` that hold past spend, none of which is the planner's. */
  readonly held: ReadonlySet<LinearLimit>;
  /** Limits that past spend alone exceeds. */
  readonly exceeded: readonly ExceededLimit[];
}

/** Money that differs by less than this share of it is the same: sums of some hundred amounts round to 1e-14. */
const ROUNDING = 1e-9;

/**
 * The model of the same plan when its first periods are past: what was spent in them is spent, and what the limits
 * leave is for the others. Limits on past periods alone are dropped, kept or not; limits that reach beyond them hold
 * for the sum of what was spent and what is to come. The horizon stays whole, so that past spend goes on working.
 *
 * @param model  of the whole plan, as the scenario compiles
 * @param spent  currency by channel and past period
 */
export function withPast(scenario: Scenario, model: Model, spent: readonly Float64Array[]): Running {
  const settled = spent[0]?.length ?? 0;
  const whole = new Map<LinearLimit, LinearLimit>();
  const exceeded: ExceededLimit[] = [];
  const broken: string[] = [];
  const all = constraints.flatMap((family) => family.limits(scenario, settled));
  const limits = all.flatMap((limit): readonly LinearLimit[] => {
    const ahead = limit.terms.filter(({ period }) => period >= settled);
    if (ahead.length === limit.terms.length) return [limit];
    const goneOf = (terms: LinearLimit['terms']) =>
      terms
        .filter(({ period }) => period < settled)
        .reduce((sum, { channel, period, coefficient }) => sum + coefficient * spent[channel]![period]!, 0);
    const gone = goneOf(limit.terms);
    if (ahead.length === 0) {
      if (isBroken(limit, gone)) broken.push(limit.name);
      return [];
    }
    if (isExceeded(limit, gone)) exceeded.push(exceededLimit(model, limit, gone));
    const { source } = limit;
    const rest = restOf(limit, ahead, gone);
    const ofRest: LinearLimit =
      source?.kind !== 'number'
        ? rest
        : {
            ...rest,
            source: {
              ...source,
              bound: source.bound - goneOf(source.terms),
              terms: source.terms.filter(({ period }) => period >= settled),
            },
          };
    whole.set(ofRest, limit);
    return [ofRest];
  });
  const held = model.channels.flatMap(({ name }, channel) =>
    Array.from(spent[channel]!, (amount, period): LinearLimit => ({
      name: `${name}, period ${period + 1}, spent`,
      path: `channels.${name}.plan`,
      terms: [{ channel, period, coefficient: 1 }],
      least: amount,
      most: amount,
      isFact: true,
    })),
  );
  const counts = model.nonlinearLimits.map((limit) => countedOn(limit, spent));
  broken.push(...model.nonlinearLimits.flatMap((limit) => (isMissed(limit, spent) ? [limit.name] : [])));
  return {
    model: {
      ...model,
      settled,
      channels: model.channels.map((channel, c) => ({ ...channel, plan: planFrom(channel.plan, spent[c]!) })),
      limits: [...limits, ...held],
      nonlinearLimits: counts.map(({ limit }) => limit),
      notes: [...model.notes, ...brokenNote(model, settled, broken), ...counts.flatMap(({ notes }) => notes)],
    },
    whole,
    held: new Set(held),
    exceeded,
  };
}

/** What a limit asks of the periods to come, after `gone` of it. */
function restOf(limit: LinearLimit, ahead: LinearLimit['terms'], gone: number): LinearLimit {
  const { least, most, ...named } = limit;
  const after = (bound: number) => {
    const rest = bound - gone;
    return Math.abs(rest) <= ROUNDING * Math.abs(bound) ? 0 : rest;
  };
  return {
    ...named,
    terms: ahead,
    ...(least === undefined ? {} : { least: after(least) }),
    ...(most === undefined ? {} : { most: after(most) }),
  };
}

function isBroken({ least = -Infinity, most = Infinity }: LinearLimit, value: number): boolean {
  const slack = ROUNDING * Math.abs(value);
  return value < least - slack || value > most + slack;
}

/** Whether a limit on a sum of spend, to which later periods can only add, has been passed. */
function isExceeded({ terms, most }: LinearLimit, gone: number): boolean {
  return most !== undefined && gone > most + ROUNDING * gone && terms.every(({ coefficient }) => coefficient >= 0);
}

function exceededLimit({ channels }: Model, { name, path, terms, most }: LinearLimit, spent: number): ExceededLimit {
  const members = new Set(terms.filter(({ coefficient }) => coefficient > 0).map(({ channel }) => channel));
  return { name, path, channels: [...members].map((c) => channels[c]!.name), most: most!, spent };
}

/** A limit on how many channels are used leaves room for those that have been used already, and no other. */
function countedOn(
  limit: NonlinearLimit,
  spent: readonly Float64Array[],
): { readonly limit: NonlinearLimit; readonly notes: readonly string[] } {
  if (limit.kind !== 'most channels') return { limit, notes: [] };
  const used = limit.channels.filter((c) => spent[c]!.some((amount) => amount > 0)).length;
  if (used <= limit.most) return { limit, notes: [] };
  return {
    limit: { ...limit, most: used },
    notes: [`${used} channels have been used already, «${limit.name}» allows ${limit.most}: no other one is added.`],
  };
}

function isMissed(limit: NonlinearLimit, spent: readonly Float64Array[]): boolean {
  return (
    limit.kind === 'minimum if used' &&
    spent[limit.channel]!.some((amount) => amount > 0 && amount < limit.amount * (1 - ROUNDING))
  );
}

const MOST_NAMED = 3;

function brokenNote({ unit }: Model, settled: number, broken: readonly string[]): readonly string[] {
  if (broken.length === 0) return [];
  const named = broken.slice(0, MOST_NAMED).map((name) => `«${name}»`);
  const others = broken.length > named.length ? [`${broken.length - named.length} more`] : [];
  const which = [...named, ...others].join(', ');
  return [
    `What was spent in ${periodsNamed(upTo(settled), unit)} does not keep every limit on it (${which}). What is spent is spent: these no longer count.`,
  ];
}

function planFrom(plan: Float64Array, spent: Float64Array): Float64Array {
  const running = plan.slice();
  running.set(spent);
  return running;
}
