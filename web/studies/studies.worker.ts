/** The worker of studies: what takes some time and is asked for beside a run. */
import wasmUrl from 'highs/runtime?url';
import { openBrowserEngine } from '../../src/browser.ts';
import { readActuals } from '../../src/actuals/read-actuals.ts';
import { planAgainstActuals } from '../../src/runs/actuals.ts';
import { compare } from '../../src/runs/compare.ts';
import { gather } from '../../src/documents/gather.ts';
import { details } from '../../src/runs/details.ts';
import { ScenarioError } from '../../src/errors.ts';
import { exampleActuals } from '../../src/runs/example-actuals.ts';
import { finance } from '../../src/runs/finance.ts';
import { frontier } from '../../src/runs/frontier.ts';
import { pilots } from '../../src/runs/pilots.ts';
import { readRecord } from '../../src/runs/record/read-record.ts';
import { replan } from '../../src/runs/replan.ts';
import { readSpent } from '../../src/replan/read-spent.ts';
import { optimize } from '../../src/runs/run.ts';
import { type RunOptions } from '../../src/runs/run-options.ts';
import { readScenario } from '../../src/scenario/read.ts';
import { screen } from '../../src/runs/screen.ts';
import { sensitivity } from '../../src/runs/sensitivity.ts';
import { USUAL_BATCHES } from '../../src/runs/stability.ts';
import { stress } from '../../src/runs/stress.ts';
import { verify } from '../../src/runs/verify.ts';
import { valueOfInformation } from '../../src/runs/voi.ts';
import { deviationsOf } from '../compare/deviations.ts';
import type { Answer, Question, StudyEnd, StudyKind, StudyMessage, StudyRequest } from './wire.ts';

const engine = openBrowserEngine({
  createWorker: () => new Worker(new URL('../../src/worker/entry.browser.ts', import.meta.url), { type: 'module' }),
  wasmUrl,
  // A worker that cannot start workers does all the work itself, chunk by chunk.
  ...(typeof Worker === 'undefined' ? { workers: 0 } : {}),
});

type Studies = { [K in StudyKind]: (question: Question<K>, options: RunOptions) => Promise<Answer<K>> };

const studies: Studies = {
  details: ({ text, report }, options) => details(engine, readScenario(text), report, options),
  gathered: ({ text, report, file, terms }, options) =>
    gather(engine, readScenario(text), report, [{ name: file, text }], { ...options, finance: terms }),
  frontier: ({ text, by }, options) => frontier(engine, readScenario(text), { by, points: POINTS }, options),
  stability: ({ text }, options) => optimize(engine, readScenario(text), { ...options, batches: USUAL_BATCHES }),
  replan({ text, after, spent }, options) {
    const read = readScenario(text);
    const when = /^\d{1,4}$/.test(after) ? Number(after) : after;
    const told = spent.trim() === '' ? {} : { spent: readSpent(spent, { scenario: read.scenario, after: when }) };
    return replan(engine, read, { after: when, ...told }, options);
  },
  compare: ({ scenarios }, options) =>
    compare(
      engine,
      scenarios.map(({ name, text }) => ({ name, read: readScenario(text), plans: ['recommended'] })),
      options,
    ),
  deviations: async ({ texts }) => {
    const [base, ...others] = texts;
    return others.map((text) => deviationsOf(base!, text));
  },
  tornado: ({ text, plan }, options) => stress(engine, readScenario(text), { plan, names: [] }, options),
  stresses: ({ text, plan, react }, options) =>
    stress(engine, readScenario(text), { plan, react, singles: false }, options),
  reverse: ({ text, plan, level }, options) =>
    stress(engine, readScenario(text), { plan, names: [], reverse: level, singles: false }, options),
  influence: ({ text, plan }, options) => sensitivity(engine, readScenario(text), { plan }, options),
  information: ({ text }, options) => valueOfInformation(engine, readScenario(text), undefined, options),
  pilot: ({ text, pilot }, options) => valueOfInformation(engine, readScenario(text), pilot, options),
  scorecard: ({ text }, options) => screen(engine, readScenario(text), options),
  lessons: ({ text }, options) => pilots(engine, readScenario(text), {}, options),
  finance: ({ text, plan, terms }, options) => finance(engine, readScenario(text), { plan, ...terms }, options),
  async actuals({ text, table }, options) {
    const read = readScenario(text);
    return planAgainstActuals(read, readActuals(table, read.scenario), options);
  },
  exampleActuals: async ({ text }) => exampleActuals(readScenario(text)),
  // With the options of the record.
  verified: async ({ record }, { onProgress }) =>
    verify(engine, readRecord(record), onProgress === undefined ? {} : { onProgress }),
};

/** Plans of a frontier: enough to see where it bends. */
const POINTS = 7;

const say = (message: StudyMessage) => postMessage(message);

async function answer<K extends StudyKind>({ kind, question, settings }: StudyRequest<K>): Promise<StudyEnd> {
  try {
    const onProgress: RunOptions['onProgress'] = (progress) => say({ kind: 'progress', progress });
    return { status: 'done', answer: await studies[kind](question, { ...settings, onProgress }) };
  } catch (thrown) {
    if (thrown instanceof ScenarioError) return { status: 'refused', issues: thrown.issues };
    return { status: 'failed', message: thrown instanceof Error ? thrown.message : String(thrown) };
  }
}

addEventListener('message', ({ data }: MessageEvent<StudyRequest>) => {
  void answer(data).then((end) => say({ kind: 'end', end }));
});
