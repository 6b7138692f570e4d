import { candidatePlans } from './candidates.ts';
import { againstBest } from '../compare/best.ts';
import type { Estimate, Model } from '../domain.ts';
import { byDraw } from './draw-by-draw.ts';
import { checkFits, drawsTold, judgingDraws, plansOfAssumptions } from './draws.ts';
import { ScenarioError } from '../errors.ts';
import { scoresOf } from '../information/basis.ts';
import type { InformationValue } from '../information/information-value.ts';
import { bestOf, openRules } from '../information/rule-value.ts';
import { modelNotes } from './model-notes.ts';
import { goalFigure } from '../optimize/wishes/wishes.ts';
import { plainGoal } from './plain-goal.ts';
import { scenarioFacts } from '../report/facts.ts';
import type { Read } from './run.ts';
import type { RunOptions } from './run-options.ts';
import type { Engine } from './engine.ts';
import { compile } from '../scenario/compile/compile.ts';
import { unknownName } from '../scenario/unknown-name.ts';
import { searchDraws } from './search.ts';
import { meanOf } from '../simulate/tally/row-estimates.ts';
import { openSampler } from '../simulate/sample.ts';
import { stoppedNotes } from './stopping.ts';
import { testedPlan } from './tested-plan.ts';
import { inTurns } from './turns.ts';
import { VERSION } from '../version.ts';
import { afterPilot } from './voi/after-pilot.ts';
import { isClear, type Decision } from './voi/decision.ts';
import { pilotsOf } from './voi/pilot-sizes.ts';
import type { PilotWish } from './voi/pilot-wish.ts';

/** Channels for which pilots are thought through when none is asked for. */
const MOST_PILOTS = 3;
/** What a signal tells is known much less exactly than what a plan brings. */
const USUAL_DRAWS = 8192;

/**
 * What knowing more before deciding would be worth: everything, all about a channel, one assumption, or the result of a pilot; and what a
 * pilot that was run changes. Decisions are between the recommended plan and plans for worlds in which a channel works better or
 * worse, by the mean of the goal's figure.
 *
 * @throws ScenarioError  when there is no recommended plan, or for a pilot in no channel or of no size
 */
export async function valueOfInformation(
  engine: Engine,
  { scenario, echo }: Read,
  pilot?: PilotWish,
  options: RunOptions = {},
): Promise<InformationValue> {
  const figure = plainGoal(scenario.goal);
  const model = compile(scenario, options.stresses);
  const asked = pilot === undefined ? undefined : { ...pilot, at: channelAt(model, pilot.channel) };
  const draws = judgingDraws({ draws: USUAL_DRAWS, ...options });
  checkFits(model, 2 + plansOfAssumptions(model), draws.draws);
  const recommended = await testedPlan(engine, scenario, model, 'recommended', options);
  const plans = await candidatePlans(engine, scenario, model, recommended, options);
  const stopped = stoppedNotes(options, true);
  const rows = await byDraw(engine, model, plans, goalFigure(figure), draws, options);
  const values = openSampler(model, draws).block(0, draws.draws).rows.slice(0, model.assumptions.length);
  const scores = values.map(scoresOf);
  const worth = openRules(rows);
  const worthOf = (known: (id: string) => boolean) => worth(scores.filter((_, k) => known(model.assumptions[k]!.id)));
  const uncertain = model.channels.filter(({ name }) => model.assumptions.some(({ id }) => isOf(name, id)));
  const found = await inTurns(uncertain, options, ({ name }) => ({
    channel: name,
    value: worthOf((id) => isOf(name, id)),
  }));
  const channels = found.toSorted(byWorth);
  const decision: Decision = { engine, model, plans, worth, draws, options };
  const piloted =
    asked === undefined
      ? channels
          .filter(({ value }) => isClear(value))
          .slice(0, MOST_PILOTS)
          .map(({ channel }) => model.channels.findIndex(({ name }) => name === channel))
      : [asked.at];
  const pilots = await inTurns(piloted, options, (channel) => pilotsOf(decision, channel, asked));
  const after = asked?.customers === undefined ? undefined : await afterPilot(decision, asked, values, rows);
  const assumptions = await inTurns(model.assumptions, options, ({ id }) => ({
    id,
    value: worthOf((other) => other === id),
  }));
  return {
    engine: VERSION,
    scenario: scenarioFacts(scenario, model),
    figure,
    draws: drawsTold(draws, searchDraws(options)),
    plans: plans.map(({ name, spend }, k) => ({ name, mean: meanOf(rows[k]!), spend: spend.map((own) => [...own]) })),
    perfect: meanOf(againstBest(rows).regret[bestOf(rows)]!),
    channels,
    assumptions: assumptions.filter(({ value }) => isClear(value)).toSorted(byWorth),
    pilots,
    ...(after === undefined ? {} : { after }),
    ...(stopped.length === 0 ? {} : { incomplete: true }),
    notes: [...stopped, ...modelNotes(scenario, model, options.stresses)],
    echo,
  };
}

/** Whether a path is that of something about a channel. */
function isOf(channel: string, path: string): boolean {
  return path.startsWith(`channels.${channel}.`);
}

function byWorth(a: { readonly value: Estimate }, b: { readonly value: Estimate }): number {
  return b.value.value - a.value.value;
}

function channelAt({ channels }: Model, name: string): number {
  const names = channels.map((channel) => channel.name);
  const at = names.indexOf(name);
  if (at >= 0) return at;
  throw new ScenarioError([unknownName('pilot', 'channel', name, names)]);
}
