/**
 * Searches one problem with the engine and says where the time goes: `node bench/optimizer/measure.mjs PROBLEM WORKERS GAP`,
 * the problem as JSON. Opening the engine and loading the solver are not counted, as imports of the peers are not. Then it
 * searches again, with draws made anew and on the same draws, as a peer does that is given them: least of a few times each,
 * once everything is compiled.
 */
import { compile } from '../../dist/index.js';
import { openNodeEngine } from '../../dist/node.js';
import { search, searchGround } from '../../dist/runs/search.js';
import { scenarioOf } from './problems.mjs';

const [problem, workers, gap] = process.argv.slice(2).map((text) => JSON.parse(text));
const engine = openNodeEngine({ workers });
const small = { ...problem, channels: 2, periods: 1, curves: 'concave', risk: false };
await search(engine, compile(scenarioOf(small)), { searchDraws: 16 });

let simulation = 0;
const timed = {
  ...engine,
  pool: {
    ...engine.pool,
    run: async (...job) => {
      const asked = performance.now();
      const answers = await engine.pool.run(...job);
      simulation += performance.now() - asked;
      return answers;
    },
  },
};
const model = compile(scenarioOf(problem));
const improvements = [];
const onProgress = ({ value }) => improvements.push([(performance.now() - started) / 1000, value]);
const started = performance.now();
const used = process.cpuUsage();
const found = await search(timed, model, { searchDraws: problem.draws, gap, onProgress });
const seconds = (performance.now() - started) / 1000;
const processor = processorSince(used);
const megabytes = process.resourceUsage().maxRSS / 1024;

const AGAIN = 10;
const options = { searchDraws: problem.draws, gap };
const later = await leastOf(2 * AGAIN, () => search(engine, model, options));
const ground = searchGround(engine, [model], options);
const sameDraws = await leastOf(AGAIN, () => search(engine, model, options, { ground }));
await engine.close();
console.log(
  JSON.stringify({
    status: found.status,
    reasons: found.reasons?.map(({ path, message }) => `${path}: ${message}`),
    value: found.lowerBound,
    bound: found.upperBound,
    gap: found.gap,
    gapKind: found.gapKind,
    iterations: found.iterations,
    evaluations: found.simulations,
    improvements,
    seconds,
    processor,
    later,
    sameDraws,
    simulation: simulation / 1000,
    megabytes,
  }),
);

/** Seconds of processor time, of all threads. */
function processorSince(start) {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

async function leastOf(times, work) {
  let least = Infinity;
  for (let k = 0; k < times; k++) {
    const start = process.cpuUsage();
    await work();
    least = Math.min(least, processorSince(start));
  }
  return least;
}
