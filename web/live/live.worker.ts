/** The worker of live answers: does all the work itself, chunk by chunk, and looks up for newer edits in between. */
import wasmUrl from 'highs/runtime?url';
import { openBrowserEngine } from '../../src/browser.ts';
import { ScenarioError } from '../../src/errors.ts';
import { live, type Live } from '../../src/runs/live.ts';
import { readingMemory } from '../../src/scenario/memory.ts';
import { lookInto, scenarioOf } from '../../src/scenario/read.ts';
import { withTrial } from './trial.ts';
import type { LiveMessage, LiveQuestion } from './wire.ts';

const engine = openBrowserEngine({
  createWorker: () => {
    throw new Error('this worker starts no others');
  },
  wasmUrl,
  workers: 0,
});

const memory = readingMemory();

let newest: LiveQuestion | undefined;
/** The question that looks are answers to. */
let answering = 0;
let session: { readonly seed: string; readonly live: Live } | undefined;

const say = (message: LiveMessage) => postMessage(message);

async function answer({ id, text, trial, seed, search }: LiveQuestion): Promise<void> {
  try {
    if (session?.seed !== seed) {
      session?.live.stop();
      session = {
        seed,
        live: live(engine, {
          seed,
          onLook: (look) =>
            say({ id: answering, kind: 'look', look: { ...look, report: { ...look.report, assumptions: [] } } }),
        }),
      };
    }
    const scenario = scenarioOf(lookInto(text, { memory }));
    answering = id;
    await session.live.update({ scenario: withTrial(scenario, trial), echo: [] }, { search });
  } catch (thrown) {
    if (thrown instanceof ScenarioError) say({ id, kind: 'refused' });
    else say({ id, kind: 'failed', message: thrown instanceof Error ? thrown.message : String(thrown) });
  }
}

addEventListener('message', ({ data }: MessageEvent<LiveQuestion>) => {
  newest = data;
  // Of edits that came while this thread was busy only the newest is read.
  setTimeout(() => {
    if (newest === data) void answer(data);
  }, 0);
});
