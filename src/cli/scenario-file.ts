import { existsSync } from 'node:fs';
import { readScenario, type ScenarioReading } from '../scenario/read.ts';
import { inputName, readFile, readInput } from './read-input.ts';

/** Texts of the files that were read, by name, to show the lines that an issue is about. */
export type Sources = Map<string, string>;

/**
 * Reads a scenario from a file, or from standard input for `-`, and the files it extends: those that standard input
 * extends are looked for in the current folder.
 *
 * @param sources  receives what was read
 * @throws ScenarioError
 */
export async function readScenarioFile(file: string, sources: Sources): Promise<ScenarioReading> {
  const name = inputName(file);
  const text = await readInput(file);
  sources.set(name, text);
  const load = (path: string): string | undefined => {
    if (!existsSync(path)) return undefined;
    const found = readFile(path);
    sources.set(path, found);
    return found;
  };
  return readScenario(text, { file: name, load });
}
