/** The example that a first visit begins with, in the language of the reader; the others come with the gallery. */
import text from '../scenarios/five-channels.yaml?raw';
import { titleOf, type Document } from './state/scenario-set.ts';

export async function firstExample(code: string): Promise<Document> {
  const { FIRST_NAMES, renamed } = await import('./first-names.ts');
  const named = renamed(code, text, FIRST_NAMES);
  const whole = code === 'en' ? named : await sourced(named);
  return { name: titleOf({ name: 'five-channels.yaml', text: whole }), text: whole };
}

/** In Chinese; fetched where it is read. */
async function sourced(text: string): Promise<string> {
  const { FIRST_SOURCES, sourcesInChinese } = await import('./first-sources.ts');
  const known = new Map(FIRST_SOURCES);
  return sourcesInChinese(text, (english) => known.get(english));
}
