import { extname } from 'node:path';

/** How the name of an output file ends: `.json`; empty where there is none, or it has no ending, as names of devices. */
export function endingOf(output = ''): string {
  return extname(output).toLowerCase();
}
