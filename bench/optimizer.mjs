/**
 * Times the search of plans against named alternatives that compute exactly the same goal on the same draws:
 * `npm run bench -- optimizer [WORDS]`, where only problems with all of these words in their title are run. We and the
 * peers take turns; seconds are medians, and a ratio is the median of the ratios of each turn.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exportProblem } from './optimizer/export.mjs';
import { extensive, searched } from './optimizer/problems.mjs';

const PYTHON = process.env.APPORTION_PYTHON ?? 'python3';
/** Seconds after which a peer is stopped. */
const PATIENCE = 120;
const WORKERS = 2;
/** The gap that we prove; and how near to the best value known a program must come to count as there. */
const GAP = 1e-3;
/** Largest relative distance between a peer's value or derivative and ours: rounding, and nothing else. */
const AGREEMENT = 1e-9;

/** Widths of what is printed. */
const COLUMNS = {
  '': 32,
  seconds: 9,
  ratio: 8,
  processor: 9,
  later: 6,
  'same draws': 10,
  value: 12,
  'against us': 11,
  near: 7,
  evaluations: 12,
  rounds: 7,
  gap: 16,
  simulating: 11,
  rest: 7,
  MB: 5,
};

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const run = (program, ...words) =>
  JSON.parse(execFileSync(program, words.map(String), { encoding: 'utf8', maxBuffer: 1e8 }));
const peer = (name, ...words) => run(PYTHON, here(`peers/${name}.py`), ...words);
// Threads of linear algebra that wait for each other slow SLSQP down on a busy machine and do not help on an idle one.
process.env.OPENBLAS_NUM_THREADS = '1';
const searchOurs = (problem) =>
  run(process.execPath, here('optimizer/measure.mjs'), JSON.stringify(problem), WORKERS, GAP);

const words = process.argv.slice(3);
const titleOf = ({ name, draws }) => `${name}, ${count(draws)} draws`;
const wanted = (problem) => words.every((word) => titleOf(problem).includes(word));
const withPeers = pythonIsThere();

console.log(
  `Ours: ${WORKERS} workers, to a proven gap of ${100 * GAP} %. Peers prove nothing and are stopped after ${PATIENCE} s. "ratio" is a program's\n` +
    `time over ours; "processor", least processor time in seconds, ours in the first search of a process, "later" and on the "same draws";\n` +
    `"near", when it first had a plan within ${100 * GAP} % of the best value known; "rest", mostly linear programs.`,
);
section('A local search with exact derivatives', searched, ({ starts }) => ({
  [starts > 1 ? `SLSQP, ${starts} starts` : 'SLSQP']: (folder) => peer('slsqp', folder, starts, PATIENCE),
}));
section('All draws in one linear program of ten tangents a curve; values are true, not promised', extensive, () => ({
  HiGHS: (folder) => peer('extensive', folder, 'highs', PATIENCE),
  'HiGHS, interior point': (folder) => peer('extensive', folder, 'highs-ipm', PATIENCE),
}));

function section(title, problems, peersOf) {
  const chosen = problems.filter(wanted);
  if (chosen.length === 0) return;
  console.log(`\n${title}`);
  row(Object.keys(COLUMNS));
  for (const problem of chosen) show(problem, peersOf(problem));
}

/** Measures one problem by turns and prints a row for each program. */
function show(problem, peers) {
  const first = searchOurs(problem);
  if (first.value === undefined) {
    console.log(`${titleOf(problem)}: ${[first.status, ...(first.reasons ?? [])].join('; ')}`);
    return;
  }
  const { turns, agreement } = withPeers ? turnsOf(problem, peers, first) : { turns: [{ apportion: first }] };
  const all = turns.flatMap(Object.values);
  const best = Math.max(...all.map(({ value }) => value ?? -Infinity));
  const same = agreement === undefined ? '' : `, the same goal for all to ${agreement.toExponential(0)}`;
  console.log(`${titleOf(problem)}${same}`);
  for (const name of Object.keys(turns[0])) {
    const results = turns.map((turn) => turn[name]);
    const middle = (of) => median(results.map(of));
    const least = (kind) => Math.min(...results.map((result) => result[kind]));
    const [{ value, ended = true, evaluations, iterations, gap, gapKind, improvements }] = results;
    const ratio = median(turns.map((turn) => turn[name].seconds / turn.apportion.seconds));
    row([
      `  ${name}`,
      ended ? middle(({ seconds }) => seconds).toFixed(2) : `> ${PATIENCE}`,
      `${ended ? '' : '> '}${ratio.toFixed(2)}`,
      ...['processor', 'later', 'sameDraws'].map((kind) => (kind in results[0] ? least(kind).toFixed(2) : '')),
      value === undefined ? '' : count(Math.round(value)),
      value === undefined ? '' : percent(value / first.value - 1),
      improvements === undefined ? '' : secondsTo(best, results),
      evaluations === undefined ? '' : String(evaluations),
      ...(iterations === undefined
        ? []
        : [
            String(iterations),
            `${percent(gap)} ${gapKind}`,
            middle(({ simulation }) => simulation).toFixed(2),
            middle(({ seconds, simulation }) => seconds - simulation).toFixed(2),
            middle(({ megabytes }) => megabytes).toFixed(0),
          ]),
    ]);
  }
  if (best > first.bound * (1 + AGREEMENT))
    throw new Error(`${titleOf(problem)}: a peer's plan is above our proven bound`);
}

/** Results by program, ours first, for each turn, and how far apart their goals are. Throws when a peer does not compute what we compute. */
function turnsOf(problem, peers, first) {
  const folder = mkdtempSync(join(tmpdir(), 'apportion-bench-'));
  try {
    exportProblem(problem, folder);
    const { disagreement } = peer('problem', folder);
    if (!(disagreement <= AGREEMENT))
      throw new Error(`${titleOf(problem)}: the peers compute another goal (${disagreement})`);
    const turns = Array.from({ length: problem.rounds }, (_, turn) => ({
      apportion: turn === 0 ? first : searchOurs(problem),
      ...Object.fromEntries(Object.entries(peers).map(([name, solve]) => [name, solve(folder)])),
    }));
    return { turns, agreement: disagreement };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Seconds until a program had a plan within the gap of the best value known, or nothing if it never had. */
function secondsTo(best, results) {
  const enough = best - GAP * Math.abs(best);
  const times = results.map(({ improvements }) => improvements.find(([, value]) => value >= enough)?.[0]);
  return times.includes(undefined) ? 'never' : median(times).toFixed(2);
}

function pythonIsThere() {
  try {
    const versions = 'import sys, numpy, scipy; print(sys.version.split()[0], numpy.__version__, scipy.__version__)';
    const [python, numpy, scipy] = execFileSync(PYTHON, ['-c', versions], { encoding: 'utf8', stdio: 'pipe' }).split(
      /\s+/,
    );
    console.log(`Peers: Python ${python}, NumPy ${numpy}, SciPy ${scipy}.`);
    return true;
  } catch {
    console.log(`Peers are left out: ${PYTHON} with NumPy and SciPy was not found; APPORTION_PYTHON may name another.`);
    return false;
  }
}

function row(cells) {
  const widths = Object.values(COLUMNS);
  console.log(cells.map((cell, k) => (k === 0 ? cell.padEnd(widths[k]) : cell.padStart(widths[k]))).join(' '));
}

function count(number) {
  return number.toLocaleString('en-US');
}

function percent(share) {
  return `${(100 * share).toFixed(3)} %`;
}

function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return (sorted[Math.floor(middle)] + sorted[Math.ceil(middle)]) / 2;
}
