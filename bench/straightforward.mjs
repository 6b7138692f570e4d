/**
 * The same model as a careful analyst writes it with mathjs and seedrandom: one formula per step, one draw after the
 * other. `node bench/straightforward.mjs CHANNELS PERIODS DRAWS`.
 */
import { create, all } from 'mathjs';
import seedrandom from 'seedrandom';

const [channels, periods, draws] = process.argv.slice(2).map(Number);
const math = create(all);
const random = seedrandom('apportion');

/** Two-sided 90 % range to standard normal score. */
const Z90 = 1.6448536269514722;
const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
const lognormal = (low, high) =>
  Math.exp((Math.log(low) + Math.log(high)) / 2 + ((Math.log(high) - Math.log(low)) / (2 * Z90)) * normal());
const logit = (p) => Math.log(p / (1 - p));
const logitNormal = (low, high) =>
  1 / (1 + Math.exp(-((logit(low) + logit(high)) / 2 + ((logit(high) - logit(low)) / (2 * Z90)) * normal())));

const started = process.cpuUsage();
const bought = math.compile('spend * reference / price');
const carried = math.compile('(1 - retention) * bought + retention * before');
const saturated = math.compile('scale * (1 - exp(-carried / scale))');
const customers = math.compile('rate / reference * saturated');
const profitOf = math.compile('customers * orderValue * 0.6 - spend');

const profits = [];
for (let i = 0; i < draws; i++) {
  const orderValue = lognormal(80, 120);
  let profit = 0;
  for (let c = 0; c < channels; c++) {
    const [low, high] = [0.5 + 0.02 * c, 1 + 0.04 * c];
    const reference = Math.sqrt(low * high);
    const price = lognormal(low, high);
    const rate = logitNormal(0.02, 0.05);
    const scale = lognormal(4000 + 500 * c, 9000 + 500 * c);
    const retention = c % 2 === 1 ? logitNormal(0.1, 0.5) : 0;
    let before = 0;
    for (let t = 0; t < periods; t++) {
      const effective = bought.evaluate({ spend: 3000, reference, price });
      before = carried.evaluate({ retention, bought: effective, before });
      const number = customers.evaluate({ rate, reference, saturated: saturated.evaluate({ scale, carried: before }) });
      profit += profitOf.evaluate({ customers: number, orderValue, spend: 3000 });
    }
  }
  profits.push(profit);
}
const mean = math.mean(profits);
const error = math.std(profits) / Math.sqrt(draws);
const used = process.cpuUsage(started);
const seconds = (used.user + used.system) / 1e6;
console.log(JSON.stringify({ seconds, draws, mean, error, megabytes: process.resourceUsage().maxRSS / 1024 }));
