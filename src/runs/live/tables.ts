import { marginalTable, type MarginalTable } from '../../distributions/marginal.ts';
import type { Distribution } from '../../families.ts';

/** Tables take some 10 KB each. */
const MOST_TABLES = 1000;

/** Makes tables of distributions, each once: most assumptions stay as they are from one edit to the next. */
export function rememberedTables(): (distribution: Distribution) => MarginalTable {
  const known = new Map<string, MarginalTable>();
  return (distribution) => {
    const key = JSON.stringify(distribution);
    let table = known.get(key);
    if (table === undefined) {
      if (known.size === MOST_TABLES) known.clear();
      known.set(key, (table = marginalTable(distribution)));
    }
    return table;
  };
}
