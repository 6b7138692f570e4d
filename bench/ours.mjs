/** Simulates the benchmark scenario with the engine: `node bench/ours.mjs CHANNELS PERIODS DRAWS WORKERS`. */
import { readScenario, simulate } from '../dist/index.js';
import { openNodeEngine } from '../dist/node.js';
import { benchScenario } from './scenario.mjs';

const [channels, periods, draws, workers] = process.argv.slice(2).map(Number);
const reading = readScenario(benchScenario(channels, periods));
const engine = openNodeEngine({ workers });
const started = performance.now();
const report = await simulate(engine, reading, { draws });
const seconds = (performance.now() - started) / 1000;
await engine.close();
const { mean } = report.plans[0].metrics.profit;
console.log(
  JSON.stringify({
    seconds,
    draws: report.draws.judging,
    mean: mean.value,
    error: mean.standardError,
    megabytes: process.resourceUsage().maxRSS / 1024,
  }),
);
