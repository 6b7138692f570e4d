import { pathLabel } from '../../src/report/languages/field-label.ts';
import { usePageWords } from '../languages/language.ts';
import type { Outline } from './outline.ts';

/** Correlations that cannot hold together, and what is used in their place. */
export function Repairs({ outline }: { readonly outline: Outline }) {
  const { table: words, fields } = usePageWords();
  const named = (path: string) => pathLabel(path.replace(/^(?:channels|assumptions)\./, '').split('.'), fields);
  if (outline.repairs.length === 0) return null;
  return (
    <section class="repairs" aria-labelledby="repairs-title">
      <h3 id="repairs-title">{words.repairedTitle}</h3>
      <ul>
        {outline.repairs.map(({ a, b, asked, used }) => (
          <li key={`${a} ${b}`}>{words.repaired(named(a), named(b), asked.toFixed(2), used.toFixed(2))}</li>
        ))}
      </ul>
    </section>
  );
}
