/**
 * A process of its own: does one run, then `close` or nothing, and must end by itself. Or it works alone for a `while`
 * in which its threads start, as an analysis that needs none of them does, closes the pool, and must live to say so.
 */
import { nodeSpawn } from '../../src/worker/node.ts';
import { openPool } from '../../src/worker/pool.ts';
import { testJobs } from './jobs.ts';

const pool = openPool({
  size: 2,
  spawn: nodeSpawn(new URL('entry.js', import.meta.url)),
  jobs: () => testJobs,
});
if (process.argv[2] === 'while') {
  const until = performance.now() + 1000;
  while (performance.now() < until);
  await pool.close();
  console.log('closed');
  process.exit();
}
const requests = [1, 2, 3];
console.log(JSON.stringify(await pool.run({ kind: 'echo', key: 'any', payload: { factor: 1 }, requests })));
if (process.argv[2] === 'close') {
  await pool.close();
  console.log(process.getActiveResourcesInfo().filter((name) => /Worker|MessagePort|Timeout/.test(name)).length);
}
