/**
 * Simulates a benchmark scenario with the engine: `node bench/ours.mjs CHANNELS PERIODS DRAWS WORKERS [WORDS]`. Words are
 * `reference` for the reference model, `figure` for profit by draw alone instead of a whole report, and `plain` for a host
 * without WebAssembly, where our plain TypeScript does all.
 */
import { referenceModel, referenceScenario } from './simulator/reference.mjs';
import { benchScenario } from './scenario.mjs';

const words = process.argv.slice(6);
const [channels, periods, draws, workers] = process.argv.slice(2, 6).map(Number);
if (words.includes('plain')) delete globalThis.WebAssembly;
const { compile, readScenario, simulate, todaysPlan } = await import('../dist/index.js');
const { openNodeEngine } = await import('../dist/node.js');
const { byDraw } = await import('../dist/runs/draw-by-draw.js');
const { figuresOf } = await import('../dist/simulate/summary/series-figures.js');

const reference = referenceModel(channels, periods);
const reading = readScenario(
  words.includes('reference') ? referenceScenario(reference) : benchScenario(channels, periods),
);
const engine = openNodeEngine({ workers });
const run = words.includes('figure') ? profitByDraw : wholeReport;
// Once to warm up, as the peers do.
await run(Math.min(draws, 16_384));
const cpu = process.cpuUsage();
const started = performance.now();
const { mean, error } = await run(draws);
const wall = (performance.now() - started) / 1000;
const used = process.cpuUsage(cpu);
await engine.close();
console.log(
  JSON.stringify({
    seconds: (used.user + used.system) / 1e6,
    wall,
    draws,
    mean,
    error,
    megabytes: process.resourceUsage().maxRSS / 1024,
  }),
);

async function wholeReport(count) {
  const [{ metrics }] = (await simulate(engine, reading, { draws: count })).plans;
  return { mean: metrics.profit.mean.value, error: metrics.profit.mean.standardError };
}

/** What the peers do: mean, five quantiles, the mean of the worst twentieth and the chance of a target, here with their errors. */
async function profitByDraw(count) {
  const model = compile(reading.scenario);
  const request = { seed: 'apportion', method: 'sobol', draws: count };
  const [row] = await byDraw(engine, model, [todaysPlan(model)], { weights: { profit: 1 } }, request, {});
  const { mean } = figuresOf(row, {
    quantiles: [0.05, 0.1, 0.5, 0.9, 0.95],
    worst: [0.05],
    chances: [{ atLeast: reference.target, atMost: Infinity }],
  });
  const spread = mean.replicates.reduce((sum, one) => sum + (one - mean.whole) ** 2, 0);
  const { length } = mean.replicates;
  return { mean: mean.whole, error: Math.sqrt(spread / (length - 1) / length) };
}
