/**
 * `npm run bench [-- simulator WORDS --record]`: each row is measured in this run, on this machine; read the ratios, not the
 * seconds. Only sections with all of the words in their title are measured; `--record` adds the figures to
 * `bench/history.json`. What rows mean is in `bench/README.md`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { findPrograms, runMathjs, runOurs } from './simulator/programs.mjs';
import { pageEditing } from './page/editing.mjs';
import { pageLoad, SLOW } from './page/load.mjs';
import { commandSeconds } from './simulator/start.mjs';

const SIZES = [
  [8, 12],
  [20, 12],
  [8, 52],
  [20, 52],
];
/** Programs take turns; the least time of each counts, which other work on the machine disturbs least. */
const TURNS = 3;
/** Standard errors of the difference by which means may differ. */
const AGREEMENT = 4;

const figures = {};
const missed = [];
const load = loadavg()[0] / cpus().length;
console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0].model.trim()}.`);
if (load > 0.3)
  console.log(`The machine is busy (load ${load.toFixed(1)} per core): seconds, and two workers, mean little.`);

const { programs, notices, close } = findPrograms();
console.log(notices.join('\n'));
const sections = [
  ...SIZES.map(([channels, periods]) => ({
    title: `Reference model, ${channels} × ${periods}: channels × periods, processor time of one thread`,
    show: () => comparePrograms(channels, periods),
  })),
  { title: '20 × 12 without correlations: channels × periods, processor time of one thread', show: compareMathjs },
  { title: 'Draws per second, by channels × periods', show: growth },
  { title: 'Starting: seconds from the shell', show: start },
  { title: 'The page in Chromium', show: page },
  { title: 'Editing in Chromium: milliseconds', show: editing },
];
const words = process.argv.slice(2).filter((word) => word !== 'simulator' && !word.startsWith('--'));
try {
  row('program', 'draws', 'ns per draw', 'to figure', 'to report', 'aim', 'MB', 'mean profit');
  for (const { title, show } of sections.filter(({ title }) => words.every((word) => title.includes(word)))) {
    console.log(`\n${title}`);
    await Promise.resolve(show());
  }
} finally {
  close();
}
if (missed.length > 0) console.log(`\nAims that this run missed:\n${missed.map((line) => `  ${line}`).join('\n')}`);
if (process.argv.includes('--record')) record();

function comparePrograms(channels, periods) {
  // Larger models get fewer draws.
  const share = (8 * 12) / (channels * periods);
  const results = programs.map(() => []);
  for (let turn = 0; turn < TURNS; turn++) {
    programs.forEach(({ run, draws, alwaysAsMany }, p) => {
      results[p].push(run(channels, periods, alwaysAsMany ? draws : Math.round(draws * share)));
    });
  }
  const best = results.map((turns) => turns.toSorted((a, b) => perDraw(a) - perDraw(b))[0]);
  const [figure, report] = best;
  best.forEach((result, p) => {
    const { name, aim } = programs[p];
    mustAgree(name, result, report);
    compared(name, result, { figure, report }, aim?.(periods), `${channels} × ${periods}`);
  });
}

function compareMathjs() {
  const ours = runOurs(20, 12, 65_536, 0);
  const mathjs = runMathjs(20, 12, 1024);
  mustAgree('mathjs', mathjs, ours);
  compared('apportion, whole report', ours, { report: ours }, undefined, 'mathjs');
  compared('mathjs and seedrandom, draw by draw', mathjs, { report: ours }, undefined, 'mathjs');
}

/** How the time grows with the size of a scenario, and shrinks with workers. */
function growth() {
  row('', '1 worker', '2 workers', 'speed-up', 'ns per cell', 'MB, 2');
  for (const [channels, periods, draws, ...words] of [
    [5, 12, 65_536],
    [10, 12, 65_536],
    [20, 12, 65_536],
    [20, 26, 65_536],
    [20, 52, 65_536],
    [20, 12, 2_097_152],
    [20, 12, 2_097_152, 'reference', 'figure'],
  ]) {
    const best = (workers) =>
      [0, 1].map(() => runOurs(channels, periods, draws, workers, ...words)).toSorted((a, b) => a.wall - b.wall)[0];
    const [one, two] = [best(1), best(2)];
    const what = words.includes('figure') ? ', profit by draw' : '';
    const name = `${channels} × ${periods}${draws > 65_536 ? `, ${count(draws)} draws` : ''}${what}`;
    const speedup = one.wall / two.wall;
    const perCell = ((one.wall / draws) * 1e9) / (channels * periods);
    row(
      `  ${name}`,
      count(draws / one.wall),
      count(draws / two.wall),
      `${speedup.toFixed(2)} ×`,
      perCell.toFixed(1),
      two.megabytes.toFixed(0),
    );
    figures[`draws per second, ${name}, 2 workers`] = Math.round(draws / two.wall);
    if (channels * periods >= 240) aimed(`two workers over one, ${name}`, speedup, 1.8);
  }
}

function start() {
  const scenario = 'scenarios/five-channels.yaml';
  for (const words of [['--version'], ['check', scenario], ['simulate', scenario]]) {
    const seconds = commandSeconds(words);
    row(`  apportion ${words.join(' ')}`, seconds.toFixed(2));
    figures[`seconds of apportion ${words[0]}`] = seconds;
    if (words[0] === 'simulate' && seconds > 0.4) missed.push(`apportion simulate: ${seconds.toFixed(2)} s, aim 0.4 s`);
  }
}

const NO_PAGE = '  Left out: no built page (npm run build) or no Chromium (CHROMIUM may name one).';

async function page() {
  const fast = await pageLoad();
  if (fast === undefined) return console.log(NO_PAGE);
  const slow = await pageLoad(SLOW);
  row('', 'fast', 'slow');
  for (const [what, name] of [
    ['first contentful paint', 'paint'],
    ['scenario checked, can be edited and run', 'usable'],
    ['first live answer', 'answer'],
    ['interactive', 'interactive'],
  ]) {
    row(`  seconds: ${what}`, fast[name].toFixed(2), slow[name].toFixed(2));
    figures[`seconds of the page: ${what}`] = fast[name];
    figures[`seconds of the page, slow: ${what}`] = slow[name];
  }
  row('  milliseconds blocked', fast.blocked.toFixed(0), slow.blocked.toFixed(0));
  row('  kB until the first live answer, by gzip', (fast.answerBytes / 1000).toFixed(0));
  figures['kB of the page until the first live answer'] = fast.answerBytes / 1000;
  if (fast.withSolver) missed.push('page: the solver is fetched before it is asked for');
}

async function editing() {
  const examples = await pageEditing();
  if (examples === undefined) return console.log(NO_PAGE);
  row('', 'answer', 'longest', 'tasks', 'over 16', 'searching');
  for (const [name, { answer, longest, tasks, long, searching }] of Object.entries(examples)) {
    row(`  ${name}`, answer.toFixed(0), longest.toFixed(1), count(tasks), count(long), searching.toFixed(1));
    figures[`milliseconds until an edit of ${name} is answered`] = answer;
    figures[`milliseconds of the longest task while ${name} is edited`] = longest;
    figures[`milliseconds of the longest task while a plan of ${name} is sought`] = searching;
    if (longest > 16) missed.push(`page: a task of ${longest.toFixed(1)} ms while ${name} is edited, aim 16`);
    if (searching > 50)
      missed.push(`page: a task of ${searching.toFixed(1)} ms while a plan of ${name} is sought, aim 50`);
  }
}

function compared(name, result, { figure, report }, aim, size) {
  const over = (ours) =>
    ours === undefined || result === ours ? '' : `${ratioText(perDraw(result) / perDraw(ours))} ×`;
  row(
    `  ${name}`,
    count(result.draws),
    count(perDraw(result)),
    over(figure),
    over(report),
    aim === undefined ? '' : `${ratioText(aim)} ×`,
    result.megabytes?.toFixed(0) ?? '',
    `${count(result.mean)} ± ${count(result.error)}`,
  );
  const isOurs = result === figure || result === report;
  const ratio = perDraw(result) / perDraw(figure ?? report);
  figures[isOurs ? `ns per draw, ${name}, ${size}` : `${name}, ${size}`] = isOurs ? perDraw(result) : ratio;
  if (aim !== undefined) aimed(`${name}, ${size}`, ratio, aim);
}

function aimed(what, ratio, aim) {
  if (ratio < aim) missed.push(`${what}: ${ratioText(ratio)} ×, aim ${ratioText(aim)} ×`);
}

function mustAgree(name, one, other) {
  const apart = Math.abs(one.mean - other.mean) / Math.hypot(one.error, other.error);
  if (apart <= AGREEMENT || one === other) return;
  throw new Error(`${name} disagrees by ${apart.toFixed(1)} standard errors: it does not compute the same model`);
}

/**
 * One entry a version and day, in which sections that are measured again take the place of what they gave before: figures of other
 * machines cannot be compared, ratios roughly.
 */
function record() {
  const file = fileURLToPath(new URL('history.json', import.meta.url));
  const history = JSON.parse(readFileSync(file, 'utf8'));
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  const date = new Date().toISOString().slice(0, 10);
  const before = history.find((one) => one.version === version && one.date === date);
  const rounded = Object.fromEntries(Object.entries(figures).map(([name, x]) => [name, Number(x.toPrecision(3))]));
  const entry = {
    version,
    date,
    machine: `${cpus().length} × ${cpus()[0].model.trim()}`,
    load: Number(load.toFixed(1)),
    figures: { ...before?.figures, ...rounded },
  };
  const others = history.filter((one) => one !== before);
  writeFileSync(file, `${JSON.stringify([...others, entry], null, 2)}\n`);
  console.log(`\nRecorded in bench/history.json as ${version} of ${date}.`);
}

function perDraw({ seconds, draws }) {
  return (seconds / draws) * 1e9;
}

function row(first, ...others) {
  console.log([first.padEnd(44), ...others.map((cell) => cell.padStart(11))].join(' ').trimEnd());
}

function count(number) {
  return number.toLocaleString('en-US', { maximumFractionDigits: 0 });
}

function ratioText(ratio) {
  return ratio >= 10 ? ratio.toFixed(0) : ratio.toFixed(2);
}
