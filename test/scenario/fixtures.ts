import { readFileSync } from 'node:fs';
import { ScenarioError, type Issue } from '../../src/errors.ts';
import { readScenario } from '../../src/scenario/read.ts';
import type { Load } from '../../src/scenario/layers/layers.ts';

export const fixture = (name: string): string =>
  readFileSync(new URL(`../fixtures/scenarios/${name}`, import.meta.url), 'utf8');

export const spring = fixture('spring.yaml');
export const smallest = fixture('smallest.yaml');
export const summer = fixture('summer.yaml');

/** Hands out the files of a record. */
export const loadFrom =
  (files: Readonly<Record<string, string>>): Load =>
  (path) =>
    files[path];

/** What is wrong with a text, errors first to last; nothing when it can be read. */
export function errorsOf(text: string, options: Parameters<typeof readScenario>[1] = {}): readonly Issue[] {
  try {
    readScenario(text, options);
    return [];
  } catch (problem) {
    if (!(problem instanceof ScenarioError)) throw problem;
    return problem.issues.filter(({ severity }) => severity === 'error');
  }
}

/** `text` with its first `found` replaced, which must be there. */
export function changed(text: string, found: string, replacement: string): string {
  if (!text.includes(found)) throw new Error(`the fixture has no ${found}`);
  return text.replace(found, () => replacement);
}

/** Line, from 1, in which `found` first stands. */
export function lineOf(text: string, found: string): number {
  const at = text.indexOf(found);
  if (at < 0) throw new Error(`the text has no ${found}`);
  return text.slice(0, at).split('\n').length;
}
