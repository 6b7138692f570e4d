/** Answers while a scenario is being edited: a first look at once, then better ones, until the next edit. */
import type { Difference, DrawRequest, Model, Optimization, Plan, Report } from '../domain.ts';
import { drawsTold, judgingDraws } from './draws.ts';
import { Cancelled } from '../errors.ts';
import { growingLooks, type Judgement } from './live/growing-looks.ts';
import { knownWorlds } from './live/known-worlds.ts';
import { rememberedTables } from './live/tables.ts';
import { todaysPlan } from '../optimize/plans.ts';
import { scenarioFacts } from '../report/facts.ts';
import type { Read } from './run.ts';
import type { RunOptions } from './run-options.ts';
import type { RunProgress } from './progress.ts';
import type { Engine } from './engine.ts';
import { compile, compileWithoutLimits, limitsOf } from '../scenario/compile/compile.ts';
import { differenceOf } from '../simulate/summary/difference.ts';
import { VERSION } from '../version.ts';

/** What is known some time after an edit. */
export interface Look {
  /** As of a run: today's plan first, and last the one of `plan`. */
  readonly report: Report;
  /** The plan beside today's: none yet, the one found before this edit for the same limits, or the one found for it. */
  readonly plan: 'none' | 'earlier' | 'found';
  /** Nothing more comes for this edit. */
  readonly complete: boolean;
}

export interface LiveOptions extends Pick<RunOptions, 'seed' | 'method' | 'searchDraws' | 'gap'> {
  /** Draws of each look, ascending, each a multiple of 16; 512, 2,048 and 16,384, and fewer for a first look at much. */
  readonly looks?: readonly number[];
  readonly onLook: (look: Look) => void;
  /** How far the search for a plan is. */
  readonly onProgress?: (progress: RunProgress) => void;
}

export interface LiveWishes {
  /** Whether a plan is searched, which loads the solver; true when left out. */
  readonly search?: boolean;
}

export interface Live {
  /**
   * Takes the place of the edit before, of which nothing more is heard. Fulfilled when its last look was given or a newer
   * edit has taken its place; rejects with a `ScenarioError` when a formula gives no number.
   */
  update(read: Read, wishes?: LiveWishes): Promise<void>;
  /** Gives up the edit in progress. */
  stop(): void;
}

const USUAL_LOOKS = [512, 2048, 16_384] as const;
/** Channels times periods times draws that a first look takes within 50 ms from the second edit on, when all code is loaded. */
const FIRST_CELLS = 50_000;
const FEWEST_DRAWS = 64;
/** A plan good to a percent is found on these in a moment; a full run finds a better one and proves it. */
const LIVE_SEARCH = { searchDraws: 256, gap: 0.01 } as const;

/** Looks taken before the search for a plan, which may be long. */
const LOOKS_BEFORE = 2;

/** The plan that was found last, and the limits that it was found for. */
interface Earlier {
  readonly plan: Plan;
  readonly limits: string;
}

/** What a search found, and the draws it was made on. */
interface Searched {
  readonly found: Optimization;
  readonly on: DrawRequest;
}

/** Follows the edits of one scenario after another on an engine. */
export function live(engine: Engine, { looks: wished, onLook, onProgress, ...given }: LiveOptions): Live {
  const options: RunOptions = { ...LIVE_SEARCH, ...given, draws: (wished ?? USUAL_LOOKS).at(-1)! };
  const request = judgingDraws(options);
  const worldOf = knownWorlds(engine, request, options);
  const tableOf = rememberedTables();
  let current = new AbortController();
  let earlier: Earlier | undefined;

  const answer = async ({ scenario, echo }: Read, signal: AbortSignal, searches: boolean): Promise<void> => {
    // The first look is not to wait for limits, which only plans that were searched ask for.
    const model = compileWithoutLimits(scenario, [], tableOf);
    const limited = once((): Model => ({ ...model, ...limitsOf(scenario) }));
    const stressed = (model.goal.worstOf ?? []).map((name) => compile(scenario, [name], tableOf));
    const world = worldOf([model, ...stressed]);
    const limits = once(() => JSON.stringify([limited().limits, limited().nonlinearLimits]));
    const today = todaysPlan(model);
    const looks = wished ?? looksFor(model);
    const middle = looks[Math.min(LOOKS_BEFORE, looks.length) - 1]!;
    const told = async ({ plans, summaries }: Judgement) => {
      const { withFirstReturns } = await import('./first-returns.ts');
      return withFirstReturns(engine, limited(), plans, summaries, { ...options, signal });
    };
    const judge = (plans: readonly Plan[], span: { readonly least?: number; readonly most?: number }) =>
      growingLooks({ engine, model, world, plans, looks, ...span, signal });
    const say = async (judged: Judgement, plan: Look['plan'], searched?: Searched) => {
      const { draws } = judged;
      const complete = (searched !== undefined || !searches) && draws === looks.at(-1);
      // The last look says what a report does; those before it are to come at once.
      const summaries = complete ? await told(judged) : judged.summaries;
      if (signal.aborted) throw new Cancelled();
      onLook({
        report: {
          kind: searched === undefined ? 'simulation' : 'optimization',
          engine: VERSION,
          scenario: scenarioFacts(scenario, model),
          draws: drawsTold({ ...request, draws }, searched?.on),
          plans: summaries,
          differences: differencesOf(model, judged),
          ...(searched === undefined ? {} : { optimization: searched.found }),
          assumptions: echo,
          notes: model.notes,
        },
        plan,
        complete,
      });
    };

    const known =
      earlier !== undefined && earlier.limits === limits() && fits(model, earlier.plan) ? [earlier.plan] : [];
    for await (const judged of judge([today, ...known], searches ? { most: middle } : {})) {
      await say(judged, known.length === 0 ? 'none' : 'earlier');
    }

    if (!searches) return;

    const { search, searchDraws } = await import('./search.ts');
    const found = await search(
      engine,
      limited(),
      { ...options, signal, ...(onProgress === undefined ? {} : { onProgress }) },
      {
        stressed,
        ground: await world.ground(),
        ...(earlier !== undefined && fits(model, earlier.plan) ? { from: earlier.plan } : {}),
      },
    );
    if (signal.aborted) throw new Cancelled();
    const plan = 'plan' in found ? found.plan : found.status === 'unreachable' ? found.nearest : undefined;
    if ('plan' in found) earlier = { plan: found.plan, limits: limits() };
    for await (const judged of judge([today, ...(plan === undefined ? [] : [plan])], { least: middle })) {
      await say(judged, plan === undefined ? 'none' : 'found', { found, on: searchDraws(options) });
    }
  };

  return {
    async update(read, { search: searches = true } = {}) {
      current.abort();
      const { signal } = (current = new AbortController());
      try {
        await answer(read, signal, searches);
      } catch (thrown) {
        if (!(thrown instanceof Cancelled && signal.aborted)) throw thrown;
      }
    },
    stop: () => current.abort(),
  };
}

/** The first look is there at once, however large the model. */
function looksFor({ channels, periods, tail }: Model): readonly number[] {
  let [first, ...others]: readonly [number, ...number[]] = USUAL_LOOKS;
  while (first > FEWEST_DRAWS && first * channels.length * (periods + tail) > FIRST_CELLS) first /= 2;
  return [first, ...others];
}

/** Made when first asked for. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** Whether a plan has an amount for each channel and period of the model. */
function fits({ channels, periods }: Model, { spend }: Plan): boolean {
  return spend.length === channels.length && spend.every((amounts) => amounts.length === periods);
}

function differencesOf(model: Model, { plans, tallies }: Judgement): readonly Difference[] {
  const [today, other] = plans;
  return other === undefined ? [] : [differenceOf(model.goal.maximize, today!, tallies[0]!, other, tallies[1]!)];
}
