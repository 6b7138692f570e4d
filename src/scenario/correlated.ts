import type { Correlation } from '../domain.ts';
import type { Located } from './schema/read.ts';
import type { ScenarioFile } from './schema/scenario.ts';
import { pathText } from './text/finding.ts';

/** What may be correlated, or may not be and why. */
export type Kind = 'uncertain' | 'constant' | 'formula';

/** Every quantity of a file by its path, and the chances of events and deliveries, which are drawn too. */
export function kindsByPath(file: ScenarioFile, numbers: readonly Located[]): ReadonlyMap<string, Kind> {
  const kinds = new Map<string, Kind>(
    numbers.map(({ path, value }) => [pathText(path), typeof value === 'number' ? 'constant' : value.kind]),
  );
  const chance = (path: string, probability: number | undefined) => {
    if (probability !== undefined) kinds.set(path, probability > 0 && probability < 1 ? 'uncertain' : 'constant');
  };
  for (const [name, event] of Object.entries(file.events ?? {}))
    chance(`events.${name}.probability`, event.probability);
  for (const [name, { delivery }] of Object.entries(file.channels)) {
    chance(`channels.${name}.delivery.probability`, delivery?.probability);
  }
  return kinds;
}

/** The correlations of a file, of quantities by their full paths; what cannot be correlated is left out. */
export function correlationsByPath(file: ScenarioFile, numbers: readonly Located[]): readonly Correlation[] {
  if (file.correlations === undefined) return [];
  const kinds = kindsByPath(file, numbers);
  return file.correlations.map(({ of, ...correlation }) => ({
    ...correlation,
    of: of.flatMap((written) => fullPaths(written).find((path) => kinds.get(path) === 'uncertain') ?? []),
  }));
}

/** Where what is written as `search.price.cpc`, or as the bare name of an assumption or a currency, may stand in the file. */
export function fullPaths(written: string): readonly string[] {
  return [written, `channels.${written}`, `assumptions.${written}`, `currencies.${written}`];
}
