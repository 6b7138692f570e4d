import type { AssumptionFacts } from '../../domain.ts';
import type { Look } from './page.ts';
import { plain } from '../plain.ts';
import { table, type Column } from './table.ts';

/** Every uncertain quantity as written (where the lines are wide enough) and as understood, those of one channel or section together. */
export function echoLines(facts: readonly AssumptionFacts[], look: Look): string[] {
  const sections = new Map<string, AssumptionFacts[]>();
  for (const fact of facts) {
    const { section, rest } = split(fact.path);
    const members = sections.get(section) ?? [];
    sections.set(section, members);
    members.push({ ...fact, path: rest });
  }
  return [...sections].flatMap(([section, members], k) => {
    const column = (of: (fact: AssumptionFacts) => string): Column => ({
      heading: '',
      align: 'left',
      cells: members.map((fact) => ({ text: plain(of(fact).replaceAll('\u00a0', ' ')) })),
    });
    const [path, written, words] = [
      column((fact) => fact.path),
      column(({ text }) => text),
      column((fact) => fact.words),
    ];
    const whole = table([path, written, words], look);
    // Where all three do not fit beside each other, the words alone say it.
    const lines = whole.length === members.length ? whole : table([path, words], look);
    return [...(k > 0 ? [''] : []), look.paint('strong', plain(section)), ...lines];
  });
}

/** `channels.search.price.cpc` in `channels.search` and `price.cpc`. */
function split(path: string): { readonly section: string; readonly rest: string } {
  const parts = path.split('.');
  const length = parts.length > 2 ? 2 : 1;
  return { section: parts.slice(0, length).join('.'), rest: parts.slice(length).join('.') };
}
