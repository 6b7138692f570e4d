/**
 * The public interface of Apportion.
 *
 *   import { readScenario, optimize } from 'apportion';
 *   import { openNodeEngine } from 'apportion/node';
 *
 *   const reading = readScenario(text);
 *   const engine = openNodeEngine();
 *   const report = await optimize(engine, reading);
 *   await engine.close();
 */
export { readScenario } from './scenario/read.ts';
export { scenarioJsonSchema } from './scenario/json-schema.ts';
export { compile } from './scenario/compile/compile.ts';
export { optimize, type Read } from './runs/run.ts';
export type { RunOptions } from './runs/run-options.ts';
export type { RunProgress } from './runs/progress.ts';
export { simulate } from './runs/simulate.ts';
export { frontier, type FrontierWishes } from './runs/frontier.ts';
export { replan, type Past } from './runs/replan.ts';
export { compare, type Compared, type ComparedPlan } from './runs/compare.ts';
export { details, type Details } from './runs/details.ts';
export { live, type Live, type LiveOptions, type Look } from './runs/live.ts';
export { readSpent, type SpentInput } from './replan/read-spent.ts';
export { openEngine, type Engine, type EngineOptions } from './runs/engine.ts';
export { chunksOf, conditionsIn, prepareDraws } from './simulate/chunk.ts';
export { alignmentOf } from './simulate/sample.ts';
export { evaluate } from './simulate/outcome/evaluate.ts';
export type { ChannelOutcome } from './simulate/outcome/channel-outcome.ts';
export { outcomeOf, type Outcome } from './simulate/outcome/outcome.ts';
export { todaysPlan } from './optimize/plans.ts';
export { importers } from './importers/table.ts';
export { importExports, type ExportsInput, type ImportedExports } from './importers/exports.ts';
export type { RawFile } from './tables/read-sheets.ts';
export { stress, type StressWishes } from './runs/stress.ts';
export { sensitivity, type SensitivityWishes } from './runs/sensitivity.ts';
export { valueOfInformation } from './runs/voi.ts';
export type { PilotWish } from './runs/voi/pilot-wish.ts';
export { pilots } from './runs/pilots.ts';
export { screen } from './runs/screen.ts';
export { finance, type FinanceWishes } from './runs/finance.ts';
export { planAgainstActuals } from './runs/actuals.ts';
export { readActuals, type Actuals, type ActualsOfChannel } from './actuals/read-actuals.ts';
export { recordOf, type Decision, type DecisionRecord, type RecordInput } from './runs/record.ts';
export { readRecord } from './runs/record/read-record.ts';
export { verify, type Verification } from './runs/verify.ts';
export type { ComparedDecision } from './runs/verify/compare-decisions.ts';
export { stressLibrary } from './stress/library.ts';
export { compareText } from './report/text/compare.ts';
export { sensitivityText } from './report/text/sensitivity.ts';
export { voiText } from './report/text/voi.ts';
export { pilotsText } from './report/text/pilots.ts';
export { screenText } from './report/text/screen.ts';
export { financeText } from './report/text/finance.ts';
export { actualsText } from './report/text/actuals.ts';
export { stressText } from './report/text/stress.ts';
export { frontierText } from './report/text/frontier.ts';
export { gather } from './documents/gather.ts';
export { writeReport } from './documents/write-report.ts';
export { reportFormats, type ReportFormat } from './documents/formats.ts';
export { sheetNames, type SheetName } from './documents/parts-shown.ts';
export type { DocumentLanguage } from './documents/languages/languages.ts';
export type { Reported, ReportedFile } from './documents/reported.ts';
export { jsonText, reportJson } from './report/json.ts';
export { reportText } from './report/text.ts';
export { textWordsEn } from './report/languages/text-words-en.ts';
export { textWordsZh } from './report/languages/text-words-zh.ts';
export type { TextWords } from './report/languages/text-words.ts';
export { ScenarioError, Cancelled, issueText, type Issue } from './errors.ts';
export { VERSION } from './version.ts';
export type * from './domain.ts';
export type * from './compare/comparison.ts';
export type * from './stress/stress-test.ts';
export type * from './finance/finance-view.ts';
export type * from './finance/plan-against-actuals.ts';
export type * from './information/information-value.ts';
export type * from './pilots/pilot-lessons.ts';
export type * from './screen/scorecard.ts';
export type * from './sensitivity/influence.ts';
export type { StressFamily, StressedWorld } from './stress/stress-family.ts';
export type {
  CarryoverFamily,
  ConstraintFamily,
  Distribution,
  DistributionFamily,
  ParameterSpec,
  ResponseFamily,
  Unit,
} from './families.ts';
