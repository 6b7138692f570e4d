/**
 * Writes the draws of a search as a peer needs them: `problem.f64`, float64 in the machine's order, and `problem.json`,
 * which says what lies where. With them go plans with our own value and derivative, so that a peer can show that it
 * computes the same function. What no benchmark problem has is not exported: tails, halo, shocks, hours.
 */
import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { chunksOf, compile, conditionsIn, prepareDraws } from '../../dist/index.js';
import { searchDraws } from '../../dist/runs/search.js';
import { rowOf } from '../../dist/simulate/block/block.js';
import { figureOfDraws, figuresOfPlan } from '../../dist/simulate/chunk.js';
import { scenarioOf } from './problems.mjs';

const PROFIT = { weights: { profit: 1 } };

/** @param {import('./problems.mjs').Problem} problem  @param {string} folder */
export function exportProblem(problem, folder) {
  const model = compile(scenarioOf(problem));
  const request = searchDraws({ searchDraws: problem.draws });
  const prepared = prepareDraws(model, request, true);
  const chunks = chunksOf(request.draws);
  const blocks = chunks.flatMap((range) => [...conditionsIn(prepared, range)]);
  const { lower, upper, rows } = limitsOf(model);
  const { worst = 0.1, weight = 0 } = model.goal.risk ?? {};
  const start = model.channels.flatMap((channel) => [...channel.plan]);
  const arrays = writeArrays(arraysOf(model), blocks, request.draws, join(folder, 'problem.f64'));
  const header = {
    channels: model.channels.length,
    periods: model.periods,
    draws: request.draws,
    season: Array.from({ length: model.periods }, (_, t) => model.channels.map(({ demand }) => demand[t])),
    curves: model.channels.map((channel) => channel.response.family),
    worst,
    weight,
    lower,
    upper,
    rows,
    start,
    arrays,
    checks: checkPlans(start, upper).map((plan) => ({
      plan,
      goals: [0, 0.5].map((share) => ({ weight: share, ...goalAt(prepared, chunks, plan, worst, share) })),
    })),
  };
  writeFileSync(join(folder, 'problem.json'), JSON.stringify(header));
}

/** Bounds by column and all other limits as rows; every column is bounded in the benchmark's problems. */
function limitsOf(model) {
  const size = model.channels.length * model.periods;
  const lower = filled(size, 0);
  const upper = filled(size, Infinity);
  const rows = [];
  for (const { terms, least, most } of model.limits) {
    const columns = terms.map(({ channel, period }) => channel * model.periods + period);
    if (columns.length > 1) {
      if (least !== most) throw new Error('the peers know sums of spend that are fixed, no others');
      const coefficients = filled(size, 0);
      columns.forEach((column, k) => (coefficients[column] = terms[k].coefficient));
      rows.push({ coefficients, most });
    } else {
      lower[columns[0]] = Math.max(lower[columns[0]], least ?? 0);
      upper[columns[0]] = Math.min(upper[columns[0]], most ?? Infinity);
    }
  }
  return { lower, upper, rows };
}

/** What is exported: for each array its shape before draws, and its numbers in one block, `[..., draw]`. */
function arraysOf(model) {
  const channels = model.channels.length;
  const each = (shape, of) => ({ shape, of });
  const byChannel = (of) => each([channels], (conditions) => conditions.channels.map(of));
  const none = (length) => new Float64Array(length);
  return {
    buying: each([model.periods, channels], ({ channels: own }) =>
      Array.from({ length: model.periods }, (_, t) =>
        own.map(({ buying: { rows, scale } }) => rows[t].map((value) => value * scale[t])),
      ).flat(),
    ),
    gain: byChannel(({ carry, efficiency }) => (model.periods > 1 ? carry.gain : none(efficiency.length).fill(1))),
    retention: byChannel(({ carry, efficiency }) => (model.periods > 1 ? carry.retention : none(efficiency.length))),
    // Parameters as they stand in the file, then the ceiling of a Hill curve, which ours prepares first of all.
    curve: each([3, channels], ({ channels: own, block }) =>
      [0, 1, 2].flatMap((p) =>
        model.channels.map(({ response: { family, parameters } }, c) =>
          p < parameters.length ? rowOf(block, parameters[p]) : family === 'hill' ? own[c].curve[0] : none(block.count),
        ),
      ),
    ),
    reach: byChannel(({ efficiency }) => efficiency),
    worth: byChannel(({ worth }) => worth.margin),
    won: byChannel(({ worth }) => worth.won),
    inside: byChannel(({ inside }) => inside),
    cost: byChannel(({ costPerSpend }) => costPerSpend),
    ...(model.segments.length === 0
      ? {}
      : {
          size: each([model.segments.length], ({ block }) => model.segments.map(({ size }) => rowOf(block, size))),
          share: each([model.segments.length, channels], ({ block }) =>
            model.segments.flatMap((_, s) =>
              model.channels.map(({ audience }) => rowOf(block, audience.find(({ segment }) => segment === s).share)),
            ),
          ),
        }),
  };
}

function writeArrays(arrays, blocks, draws, path) {
  const file = openSync(path, 'w');
  let first = 0;
  const places = Object.entries(arrays).map(([name, { shape, of }]) => {
    const rows = shape.reduce((product, length) => product * length, 1);
    const whole = new Float64Array(rows * draws);
    for (const conditions of blocks) {
      of(conditions).forEach((row, r) => whole.set(row, r * draws + conditions.block.first));
    }
    writeSync(file, whole);
    const place = [name, { first, shape: [...shape, draws] }];
    first += whole.length;
    return place;
  });
  closeSync(file);
  return Object.fromEntries(places);
}

/** The even split, a third of every cap, and a plan that spends between nothing and the cap. */
function checkPlans(start, upper) {
  return [start, upper.map((cap) => cap / 3), upper.map((cap, k) => (cap * ((k * 7) % 11)) / 10)];
}

/** (1 - share) × mean profit + share × mean of the worst draws, draw by draw, and its derivative. */
function goalAt(prepared, chunks, spend, worst, share) {
  const { channels, periods } = prepared.model;
  const plan = {
    name: 'check',
    spend: channels.map((_, c) => Float64Array.from(spend.slice(c * periods, (c + 1) * periods))),
  };
  const used = channels.map(() => true);
  const profits = chunks.flatMap((range) => [
    ...figuresOfPlan(prepared, plan, used, [PROFIT], [true], range)[0].values,
  ]);
  const weights = weightsOf(profits, worst, share);
  const gradient = filled(spend.length, 0);
  for (const range of chunks) {
    const { first, count } = range;
    const draws = {
      places: Int32Array.from({ length: count }, (_, place) => place),
      weights: Float64Array.from(weights.slice(first, first + count)),
    };
    figureOfDraws(prepared, plan, used, PROFIT, draws, range).gradient.forEach((slope, k) => (gradient[k] += slope));
  }
  return { value: profits.reduce((sum, profit, n) => sum + weights[n] * profit, 0), gradient };
}

/** Weight of each draw: the worst share counts in part more, and the draw at its edge in part. */
function weightsOf(profits, worst, share) {
  const weights = profits.map(() => (1 - share) / profits.length);
  const order = profits.map((_, n) => n).toSorted((a, b) => profits[a] - profits[b]);
  let left = worst * profits.length;
  for (const n of order) {
    if (left <= 0) break;
    weights[n] += (share * Math.min(1, left)) / (worst * profits.length);
    left -= 1;
  }
  return weights;
}

function filled(length, value) {
  return Array.from({ length }, () => value);
}
