/** A process of its own: does one run, then `close` or nothing, and must end by itself. */
import { nodeSpawn } from '../../src/worker/node.ts';
import { openPool } from '../../src/worker/pool.ts';
import { testJobs } from './jobs.ts';

const pool = openPool({
  size: 2,
  spawn: nodeSpawn(new URL('entry.js', import.meta.url)),
  jobs: () => testJobs,
});
const requests = [1, 2, 3];
console.log(JSON.stringify(await pool.run({ kind: 'echo', key: 'any', payload: { factor: 1 }, requests })));
if (process.argv[2] === 'close') {
  await pool.close();
  console.log(process.getActiveResourcesInfo().filter((name) => /Worker|MessagePort|Timeout/.test(name)).length);
}
