/** The page of the browser test: `tryAll()` does some runs and returns how each ended. */
import { browserSpawn } from '../../src/worker/browser.ts';
import { openPool } from '../../src/worker/pool.ts';
import { browserJobs } from './browser-jobs.ts';

const jobs = () => browserJobs;
const shared = { key: 'factor 2', payload: { factor: 2 } };

async function tryAll(): Promise<Record<string, string>> {
  const create = () => new Worker(new URL('./browser-entry.ts', import.meta.url), { type: 'module' });
  const pool = openPool({ size: 2, spawn: browserSpawn(create), jobs });
  const scaled = () => pool.run({ kind: 'scaled', ...shared, requests: [1, 2, 3] });

  const outcomes: Record<string, string> = {};
  outcomes['answers'] = await ending(scaled());
  outcomes['throws'] = await ending(pool.run({ kind: 'throws', ...shared, requests: ['no'] }));
  outcomes['throwsOutside'] = await ending(pool.run({ kind: 'throwsOutside', ...shared, requests: [undefined] }));
  const signal = AbortSignal.timeout(30);
  outcomes['cancelled'] = await ending(pool.run({ kind: 'hangs', ...shared, requests: [undefined] }, { signal }));
  outcomes['afterwards'] = await ending(scaled());
  await pool.close();

  const missing = openPool({ size: 1, spawn: browserSpawn(() => new Worker('/missing.js', { type: 'module' })), jobs });
  outcomes['missing'] = await ending(missing.run({ kind: 'scaled', ...shared, requests: [1] }));
  await missing.close();

  const inline = openPool({ size: 0, spawn: browserSpawn(create), jobs });
  let ticks = 0;
  const clock = setInterval(() => (ticks += 1), 10);
  await inline.run({ kind: 'spins', ...shared, requests: Array.from({ length: 20 }, () => 10) });
  clearInterval(clock);
  outcomes['ticks'] = `${ticks}`;
  return outcomes;
}

function ending(run: Promise<unknown[]>): Promise<string> {
  return run.then(String, String);
}

Object.assign(globalThis, { tryAll });
