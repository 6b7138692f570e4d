/**
 * Asks the rules by which media-mix tools split a budget the same questions as us: `npm run bench -- answers [PROBLEMS]`.
 * Not how fast, but how good: what each plan brings by the formula of its curves, against what is proven to be possible.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compile } from '../dist/index.js';
import { openNodeEngine } from '../dist/node.js';
import { search } from '../dist/runs/search.js';
import { customers, KINDS, problems, scenarioOf } from './answers/problems.mjs';
import { PYTHON, pythonWith } from './peers/python.mjs';

const MANY = Number(process.argv[3] ?? 200);
/** The gap that we prove. */
const GAP = 1e-5;
/** How far below the best a plan is when it counts as having missed it, as a share. */
const MISSED = 0.01;
/** How much of the budget may be left or overspent by rounding. */
const ROUNDING = 1e-4;
/** Largest relative distance between the formula and our own value of our plan. */
const AGREEMENT = 1e-9;

const TITLES = { meridian: "Meridian's grid", robyn: "Robyn's local search", pymc: "PyMC-Marketing's local search" };

const versions = pythonWith('numpy', 'scipy');
if (versions === undefined) {
  console.log(`Nobody to ask: ${PYTHON} with NumPy and SciPy was not found; APPORTION_PYTHON may name another.`);
  process.exit();
}
console.log(
  `The others in ${versions}${pythonWith('nlopt') === undefined ? '; Robyn left out, as NLopt is missing' : ', NLopt'}.`,
);
likeTheOriginal();
const engine = openNodeEngine({ workers: 1 });
for (const [title, kind] of Object.entries(KINDS)) await compare(title, problems(kind, MANY));
await engine.close();

async function compare(title, all) {
  const ours = [];
  for (const problem of all) ours.push(await solve(problem));
  const theirs = ask({ problems: all });
  console.log(`\n${all.length} problems of 3 to 12 channels: ${title}`);
  console.log(line(['', 'best plan missed', 'short, mean', 'worst', 'budget left', 'seconds']));
  for (const [name, answers] of Object.entries({ apportion: ours, ...theirs })) {
    const short = answers.map(({ plan }, p) => 1 - customers(all[p], plan) / ours[p].bound);
    const off = answers.map(({ plan }, p) => 1 - plan.reduce((sum, amount) => sum + amount, 0) / all[p].budget);
    short.forEach((distance, p) => {
      if (distance < -AGREEMENT && off[p] >= 0) throw new Error(`problem ${p}: ${name} is above our proven bound`);
    });
    console.log(
      line([
        TITLES[name] ?? name,
        percent(share(short, (distance) => distance > MISSED)),
        percent(mean(short)),
        percent(Math.max(...short)),
        percent(share(off, (left) => Math.abs(left) > ROUNDING)),
        mean(answers.map(({ seconds }) => seconds)).toFixed(3),
      ]),
    );
  }
}

async function solve(problem) {
  const started = performance.now();
  const found = await search(engine, compile(scenarioOf(problem)), { searchDraws: 16, gap: GAP });
  const seconds = (performance.now() - started) / 1000;
  if (found.status !== 'optimal') throw new Error(`no proven plan: ${found.status}`);
  const plan = found.plan.spend.map(([amount]) => amount);
  const distance = Math.abs(customers(problem, plan) / found.lowerBound - 1);
  if (distance > AGREEMENT) throw new Error(`our value is ${distance} off the formula`);
  return { plan, bound: found.upperBound, seconds };
}

/** Stops when the rule that we wrote for Meridian does not end where Meridian's own does, on curves with known answers. */
function likeTheOriginal() {
  const file = new URL('../test/fixtures/known-answers/scurve_traps.json', import.meta.url);
  const { cases } = JSON.parse(readFileSync(file, 'utf8'));
  const traps = cases.map(({ channels, budget, lower, upper }) => ({
    budget,
    channels: channels.map(({ beta, k, s }, c) => ({
      ceiling: beta,
      half: k,
      slope: s,
      least: lower[c],
      most: upper[c],
    })),
  }));
  const { meridian } = ask({ problems: traps, step: 1 });
  cases.forEach(({ id, meridian_greedy: known }, p) => {
    if (Math.abs(customers(traps[p], meridian[p].plan) - known.total) > AGREEMENT * (1 + known.total))
      throw new Error(`case ${id}: not the plan of Meridian's grid search: ${meridian[p].plan.join(', ')}`);
  });
}

function ask(request) {
  const script = fileURLToPath(new URL('peers/allocators.py', import.meta.url));
  return JSON.parse(
    execFileSync(PYTHON, [script], { input: JSON.stringify(request), encoding: 'utf8', maxBuffer: 1e8 }),
  );
}

function line([first, ...others]) {
  return [first.padEnd(32), ...others.map((cell) => cell.padStart(17))].join('');
}

function share(numbers, of) {
  return numbers.filter(of).length / numbers.length;
}

function mean(numbers) {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

function percent(part) {
  return `${(100 * part).toFixed(2)} %`;
}
