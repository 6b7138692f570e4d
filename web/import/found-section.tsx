import { WithCode } from '../parts/fault-text.tsx';
import { useImportWords } from './use-import-words.ts';
import type { Joined } from './wire.ts';

/** Findings on how what was read fits together. */
const ON_JOINING = [
  'ORPHAN_ORDERS',
  'SOURCE_MAP',
  'MATCH_RATE',
  'STAGES',
  'OPEN_DEALS',
  'VOID_ROWS',
  'NO_SPEND_COLUMN',
];

/** What was found out about the data: first what is doubtful, then how files were joined, then the rest. */
export function FoundSection({ joined: { findings, facts } }: { readonly joined: Joined }) {
  const { found: words } = useImportWords();
  const of = (wanted: (code: string, level: string) => boolean) =>
    findings.filter(({ code, level }) => wanted(code, level)).map(({ text }) => text);
  const doubtful = of((_, level) => level === 'warning');
  const joining = of((code, level) => level !== 'warning' && ON_JOINING.includes(code));
  const others = of((code, level) => level !== 'warning' && !ON_JOINING.includes(code));
  return (
    <>
      {doubtful.length > 0 && (
        <section>
          <h3>{words.doubtful(doubtful.length)}</h3>
          <Sentences class="said doubtful" texts={doubtful} />
        </section>
      )}
      {joining.length > 0 && (
        <section>
          <h3>{words.joined}</h3>
          <Sentences class="said" texts={joining} />
        </section>
      )}
      {others.length > 0 && (
        <details>
          <summary>{words.counted}</summary>
          <Sentences class="said" texts={others} />
        </details>
      )}
      <details>
        <summary>{words.facts}</summary>
        <Sentences class="said" texts={facts} />
      </details>
    </>
  );
}

function Sentences({ texts, ...list }: { readonly texts: readonly string[]; readonly class: string }) {
  return (
    <ul {...list}>
      {texts.map((text, k) => (
        <li key={k}>
          <WithCode text={text} />
        </li>
      ))}
    </ul>
  );
}
