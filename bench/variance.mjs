/**
 * What draws are worth by method: `npm run bench -- variance`, or `node bench/variance.mjs [RUNS] [SCENARIO …]` once the
 * library is built. For each figure the number of plain draws that one draw stands for, and how often its interval from
 * 16 replicates holds the truth. About ten minutes of processor time with the usual 12 runs.
 */
import { readFileSync } from 'node:fs';
import {
  chunksOf,
  compile,
  conditionsIn,
  evaluate,
  outcomeOf,
  prepareDraws,
  readScenario,
  todaysPlan,
} from '../dist/index.js';
import { referenceScenario } from './reference.mjs';

const DRAWS = 16_384;
/** Draws of the run that is taken for the truth: far more precise than any of those that are judged. */
const TRUTH_DRAWS = 131_072;
const REPLICATES = 16;
/** 97.5 % quantile of Student's t with 15 degrees of freedom. */
const REACH = 2.131449545559776;
/** A mean that is worth more than so many draws has nothing but rounding left. */
const EXACT = 1e12;
const METHODS = ['plain', 'sobol', 'aligned'];
const EXAMPLES = ['five-channels', 'b2b-leads', 'meridian', 'reseller-network', 'retail-year', 'reference'];

/** By name: of which row, and what of it. The target is what profit falls below with a chance of about a fifth. */
const FIGURES = {
  mean: ['profit', (sorted) => sum(sorted) / sorted.length],
  '5 % quantile': ['profit', (sorted) => quantile(sorted, 0.05)],
  'worst 10 %': ['profit', (sorted) => worst(sorted, 0.1)],
  'worst 5 %': ['profit', (sorted) => worst(sorted, 0.05)],
  'P(target)': ['profit', (sorted, target) => sorted.filter((value) => value < target).length / sorted.length],
  'revenue: mean': ['revenue', (sorted) => sum(sorted) / sorted.length],
  'worst 10 % of it': ['revenue', (sorted) => worst(sorted, 0.1)],
  'customers: mean': ['customers', (sorted) => sum(sorted) / sorted.length],
  'worst 10 % of them': ['customers', (sorted) => worst(sorted, 0.1)],
  'another plan: mean': ['other', (sorted) => sum(sorted) / sorted.length],
  'its 5 % quantile': ['other', (sorted) => quantile(sorted, 0.05)],
  'its worst 10 %': ['other', (sorted) => worst(sorted, 0.1)],
};

const [runs = '12', ...names] = process.argv.slice(2).filter((word) => word !== 'variance');
for (const name of names.length === 0 ? EXAMPLES : names) study(name, Number(runs));

function study(name, runs) {
  const model = modelOf(name);
  const target = quantile(totals(model, { seed: 'target', method: 'sobol', draws: DRAWS }).profit.toSorted(), 0.2);
  const found = METHODS.map((method) =>
    Array.from({ length: runs }, (_, run) =>
      estimates(totals(model, { seed: `run ${run}`, method, draws: DRAWS }), target),
    ),
  );
  const truth = estimates(totals(model, { seed: 'truth', method: 'aligned', draws: TRUTH_DRAWS }), target);
  const variance = (all, figure) => mean(all.map((run) => run[figure].error ** 2));
  const held = (all, figure) =>
    all.filter((run) => Math.abs(run[figure].value - truth[figure].value) <= REACH * run[figure].error).length / runs;
  const figures = Object.keys(FIGURES);
  console.log(`\n${name}: plain draws that one draw is worth (how often the 95 % interval holds the truth)\n`);
  console.log(`| method | ${figures.join(' | ')} |`);
  console.log(`| --- | ${figures.map(() => '---').join(' | ')} |`);
  METHODS.forEach((method, k) => {
    const cells = figures.map((figure) => {
      const factor = variance(found[0], figure) / variance(found[k], figure);
      if (Number.isNaN(factor)) return 'certain';
      return factor > EXACT
        ? 'exact'
        : `${Number(factor.toPrecision(2))} (${Math.round(100 * held(found[k], figure))} %)`;
    });
    console.log(`| ${method} | ${cells.join(' | ')} |`);
  });
}

function modelOf(name) {
  const text =
    name === 'reference'
      ? referenceScenario(8, 12)
      : readFileSync(new URL(`../scenarios/${name}.yaml`, import.meta.url), 'utf8');
  return compile(readScenario(text).scenario);
}

/** Totals by draw under today's plan, and profit under another, which moves three fifths of every other channel's money. */
function totals(model, request) {
  const today = todaysPlan(model);
  const other = {
    name: 'other',
    spend: today.spend.map((spend, c) => spend.map((x) => x * (c % 2 === 0 ? 1.6 : 0.4))),
  };
  const prepared = prepareDraws(model, request, false);
  const rows = Object.fromEntries(
    ['profit', 'revenue', 'customers', 'other'].map((name) => [name, new Float64Array(request.draws)]),
  );
  for (const range of chunksOf(request.draws)) {
    for (const conditions of conditionsIn(prepared, range)) {
      const { first } = conditions.block;
      const { totals: own } = outcomeOf(model, evaluate(model, today, conditions));
      for (const name of ['profit', 'revenue', 'customers']) rows[name].set(own[name], first);
      rows.other.set(outcomeOf(model, evaluate(model, other, conditions)).totals.profit, first);
    }
  }
  return rows;
}

/** Each figure over all draws, with its standard error from replicates. */
function estimates(rows, target) {
  const sorted = {};
  for (const [name, row] of Object.entries(rows)) {
    const replicate = (r) => Float64Array.from({ length: row.length / REPLICATES }, (_, k) => row[k * REPLICATES + r]);
    sorted[name] = [row, ...Array.from({ length: REPLICATES }, (_, r) => replicate(r))].map((part) => part.toSorted());
  }
  return Object.fromEntries(
    Object.entries(FIGURES).map(([figure, [name, of]]) => {
      const [value, ...parts] = sorted[name].map((part) => of(part, target));
      const middle = mean(parts);
      const squares = sum(parts.map((part) => (part - middle) ** 2));
      return [figure, { value, error: Math.sqrt(squares / (REPLICATES - 1) / REPLICATES) }];
    }),
  );
}

function quantile(sorted, probability) {
  const position = (sorted.length - 1) * probability;
  const below = Math.floor(position);
  return sorted[below] + (position - below) * (sorted[Math.min(below + 1, sorted.length - 1)] - sorted[below]);
}

function worst(sorted, share) {
  const draws = share * sorted.length;
  const whole = Math.floor(draws);
  return (sum(sorted.subarray(0, whole)) + (draws - whole) * sorted[whole]) / draws;
}

function sum(values) {
  return values.reduce((total, value) => total + value, 0);
}

function mean(values) {
  return sum(values) / values.length;
}
