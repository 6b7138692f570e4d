/**
 * Simulates a benchmark scenario with the engine: `node bench/ours.mjs CHANNELS PERIODS DRAWS WORKERS [WORDS]`. Words are
 * `reference` for the reference model and `plain` for a host without WebAssembly, where our plain TypeScript does all.
 */
import { referenceModel, referenceScenario } from './simulator/reference.mjs';
import { benchScenario } from './scenario.mjs';

const words = process.argv.slice(6);
const [channels, periods, draws, workers] = process.argv.slice(2, 6).map(Number);
if (words.includes('plain')) delete globalThis.WebAssembly;
const { readScenario, simulate } = await import('../dist/index.js');
const { openNodeEngine } = await import('../dist/node.js');

const text = words.includes('reference')
  ? referenceScenario(referenceModel(channels, periods))
  : benchScenario(channels, periods);
const reading = readScenario(text);
const engine = openNodeEngine({ workers });
// Once to warm up, as the peers do.
await simulate(engine, reading, { draws: 4096 });
const cpu = process.cpuUsage();
const started = performance.now();
const report = await simulate(engine, reading, { draws });
const wall = (performance.now() - started) / 1000;
const used = process.cpuUsage(cpu);
await engine.close();
const [{ metrics }] = report.plans;
console.log(
  JSON.stringify({
    seconds: (used.user + used.system) / 1e6,
    wall,
    draws: report.draws.judging,
    mean: metrics.profit.mean.value,
    error: metrics.profit.mean.standardError,
    megabytes: process.resourceUsage().maxRSS / 1024,
  }),
);
