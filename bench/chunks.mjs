/**
 * `npm run bench -- chunks [WORDS]`: what a chunk of 2,048 draws takes once the engine runs, in nanoseconds of processor time
 * a cell (a channel in a period of plan or tail, of a draw), by compiled and by plain code. The least of many tries, in one
 * process, which other programs disturb least. Words choose scenarios by name.
 */
import { readFileSync } from 'node:fs';
import { compile, readScenario, todaysPlan } from '../dist/index.js';
import { CHUNK, figuresOfPlan, prepareDraws, tallyPlans } from '../dist/simulate/chunk.js';
import { rowsOfPlans } from '../dist/simulate/plan-rows.js';
import { benchScenario } from './scenario.mjs';

const TRIES = 25;
const EXAMPLES = ['five-channels', 'b2b-leads', 'retail-year'];

const read = (name) => readFileSync(new URL(`../scenarios/${name}.yaml`, import.meta.url), 'utf8');
const scenarios = [
  ...['', 'segments', 'halo', 'people', 'stock', 'segments halo people'].map((shared) => ({
    name: `8 × 12${shared === '' ? '' : `, ${shared}`}`,
    text: benchScenario(8, 12, shared.split(' ')),
  })),
  ...EXAMPLES.map((name) => ({ name, text: read(name) })),
];
const words = process.argv.slice(2).filter((word) => word !== 'chunks');

print('ns a cell: compiled (plain)', ['profit by draw', 'report', 'its first draws', 'search']);
for (const { name, text } of scenarios.filter(({ name }) => words.every((word) => name.includes(word)))) {
  const model = compile(readScenario(text).scenario);
  const [compiled, plain] = [true, false].map((withKernel) => partsOfWork(model, withKernel));
  const cells = CHUNK * model.channels.length * (model.periods + model.tail);
  print(
    name,
    compiled.map((time, k) => `${(time / cells).toFixed(1)} (${(plain[k] / cells).toFixed(1)})`),
  );
}

/** Nanoseconds for profit by draw, for all of a report without and with what the next unit brings, and for a step of a search. */
function partsOfWork(model, withKernel) {
  const plan = todaysPlan(model);
  const used = model.channels.map(() => true);
  const profit = { weights: { profit: 1 } };
  const prepare = (keep) => {
    const prepared = prepareDraws(model, { seed: 'chunks', method: 'sobol', draws: 16_384 }, keep);
    return withKernel ? prepared : { ...prepared, kernel: undefined, room: undefined };
  };
  const [passing, kept] = [prepare(false), prepare(true)];
  const first = { first: 0, count: CHUNK };
  const later = { first: 2 * CHUNK, count: CHUNK };
  return [
    () => rowsOfPlans(passing, [plan], [profit], later),
    () => tallyPlans(passing, [plan], later),
    () => tallyPlans(passing, [plan], first),
    () => figuresOfPlan(kept, plan, used, [profit], [true], first),
  ].map(leastTime);
}

function leastTime(work) {
  let least = Infinity;
  for (let k = 0; k < TRIES; k++) {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    least = Math.min(least, 1000 * (user + system));
  }
  return least;
}

function print(name, cells) {
  console.log([name.padEnd(30), ...cells.map((cell) => cell.padStart(16))].join(' '));
}
