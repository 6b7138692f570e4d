import type { Importer } from './importer.ts';
import { meridian } from './meridian.ts';

/** Every file format that a scenario can be made from, by the name it has on the command line. */
export const importers: Readonly<Record<string, Importer>> = Object.fromEntries(
  [meridian].map((importer) => [importer.name, importer]),
);
