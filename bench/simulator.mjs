/** `npm run bench`: each row is measured in this run, on this machine; read the ratios, not the seconds. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const run = (file, ...numbers) =>
  JSON.parse(
    execFileSync(process.execPath, [here(file), ...numbers.map(String)], { encoding: 'utf8', maxBuffer: 1e8 }),
  );

const CHANNELS = 20;
const PERIODS = 12;
const DRAWS = 65_536;
/** The straightforward program takes minutes for all draws; its time grows in proportion to them. */
const FEWER_DRAWS = 1_024;

const plain = run('straightforward.mjs', CHANNELS, PERIODS, FEWER_DRAWS);
const perDraw = (result) => (result.seconds / result.draws) * 1e6;
console.log(`${CHANNELS} channels × ${PERIODS} periods, today's plan; microseconds per draw, ratio to the first row`);
const show = (name, result) =>
  console.log(
    [
      name.padEnd(44),
      `${result.draws.toLocaleString('en-US').padStart(8)} draws`,
      `${result.seconds.toFixed(2).padStart(7)} s`,
      `${perDraw(result).toFixed(1).padStart(8)} µs/draw`,
      `${(perDraw(plain) / perDraw(result)).toFixed(1).padStart(6)} ×`,
      `${result.megabytes.toFixed(0).padStart(5)} MB`,
      `mean profit ${result.mean.toFixed(0)} ± ${result.error.toFixed(0)}`,
    ].join('  '),
  );
show('mathjs and seedrandom, straightforward', plain);
for (const workers of [0, 1, 2]) {
  show(
    `apportion, ${workers === 0 ? 'no worker' : `${workers} worker${workers > 1 ? 's' : ''}`}, errors of all figures`,
    run('ours.mjs', CHANNELS, PERIODS, DRAWS, workers),
  );
}
const ours = run('ours.mjs', CHANNELS, PERIODS, DRAWS, 0);
const apart = Math.abs(plain.mean - ours.mean) / Math.hypot(plain.error, ours.error);
if (apart > 4)
  throw new Error(`the two programs disagree by ${apart.toFixed(1)} standard errors: they are not the same model`);
console.log('\nHow the time grows (2 workers, 16,384 draws):');
for (const [channels, periods] of [
  [5, 12],
  [10, 12],
  [20, 12],
  [20, 26],
  [20, 52],
]) {
  const result = run('ours.mjs', channels, periods, 16_384, 2);
  const cells = channels * periods;
  console.log(
    `  ${String(channels).padStart(2)} channels × ${String(periods).padStart(2)} periods: ${perDraw(result).toFixed(1).padStart(7)} µs per draw, ${((perDraw(result) * 1000) / cells).toFixed(0).padStart(4)} ns per channel and period`,
  );
}
