/** Everyone who computes the reference model: how each is run, and what we mean to be faster by. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PYTHON, pythonWith } from '../peers/python.mjs';
import { modelAsDoubles } from './doubles.mjs';
import { referenceModel } from './reference.mjs';

const COMPILER = process.env.CC ?? 'cc';
// Threads of linear algebra would make processor time of one thread incomparable.
const environment = { ...process.env, OPENBLAS_NUM_THREADS: '1', OMP_NUM_THREADS: '1', MKL_NUM_THREADS: '1' };

const here = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const run = (program, ...words) =>
  JSON.parse(
    execFileSync(program, words.map(String), { encoding: 'utf8', maxBuffer: 1e8, env: environment, stdio: 'pipe' }),
  );

/** Runs our command file in a fresh process; see `bench/ours.mjs`. */
export const runOurs = (...words) => run(process.execPath, here('ours.mjs'), ...words);
/** The model of `bench/scenario.mjs` with mathjs, one draw after the other. */
export const runMathjs = (...words) => run(process.execPath, here('straightforward.mjs'), ...words);

/**
 * The programs there are on this machine; what is missing is said in `notices`. Each has its name, the number of draws
 * that takes it about a second at 8 × 12 (`alwaysAsMany`: and at other sizes, as rules for periods are for many draws), what we aim at (its time over that of our profit by draw, by periods) and `run(channels, periods, draws)`.
 */
export function findPrograms() {
  const folder = mkdtempSync(join(tmpdir(), 'apportion-bench-'));
  const notices = [];
  const file = (channels, periods, kind) => {
    const path = join(folder, `${channels}-${periods}.${kind}`);
    const model = referenceModel(channels, periods);
    writeFileSync(path, kind === 'json' ? JSON.stringify(model) : new Uint8Array(modelAsDoubles(model).buffer));
    return path;
  };
  const ours = (...words) => ({
    run: (channels, periods, draws) => runOurs(channels, periods, draws, 0, 'reference', ...words),
  });
  const programs = [
    { name: 'apportion, profit by draw', draws: 1_048_576, alwaysAsMany: true, ...ours('figure') },
    { name: 'apportion, whole report', draws: 262_144, ...ours() },
    { name: 'plain TypeScript, profit by draw', draws: 65_536, aim: () => 2.5, ...ours('figure', 'plain') },
    { name: 'plain TypeScript, whole report', draws: 65_536, ...ours('plain') },
  ];
  const versions = pythonWith('numpy', 'scipy');
  if (versions === undefined) {
    notices.push(`NumPy is left out: ${PYTHON} with NumPy and SciPy was not found; APPORTION_PYTHON may name another.`);
  } else {
    notices.push(`NumPy: ${versions}.`);
    const python = (way) => ({
      run: (channels, periods, draws) =>
        run(PYTHON, here('peers/kernel.py'), way, file(channels, periods, 'json'), draws),
    });
    programs.push(
      {
        name: 'NumPy with SciPy',
        draws: 16_384,
        aim: (periods) => (periods > 12 ? undefined : 60),
        ...python('scipy'),
      },
      {
        name: 'NumPy, interpolated marginals',
        draws: 65_536,
        aim: (periods) => (periods > 12 ? undefined : 6),
        ...python('interpolated'),
      },
      {
        name: 'NumPy, expert, in blocks',
        draws: 262_144,
        aim: (periods) => (periods > 12 ? 2 : 1.9),
        ...python('blocked'),
      },
    );
  }
  const program = join(folder, 'kernel');
  const compiled = compile(program);
  if (compiled === undefined) {
    notices.push(`C is left out: ${COMPILER} did not compile bench/peers/kernel.c; CC may name another compiler.`);
  } else {
    notices.push(`C: ${compiled}, -O3 -march=native -ffast-math.`);
    programs.push({
      name: 'C, vector math, in blocks',
      draws: 1_048_576,
      aim: (periods) => (periods > 12 ? undefined : 1 / 1.7),
      run: (channels, periods, draws) => run(program, file(channels, periods, 'bin'), draws),
    });
  }
  return { programs, notices, close: () => rmSync(folder, { recursive: true }) };
}

function compile(program) {
  try {
    const options = ['-O3', '-march=native', '-ffast-math', '-o', program, here('peers/kernel.c'), '-lm'];
    execFileSync(COMPILER, options, { stdio: 'pipe' });
    return execFileSync(COMPILER, ['--version'], { encoding: 'utf8', stdio: 'pipe' }).split('\n')[0];
  } catch {
    return undefined;
  }
}
