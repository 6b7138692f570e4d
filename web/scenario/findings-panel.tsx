import type { RefObject } from 'preact';
import type { Issue } from '../../src/errors.ts';
import { usePageWords } from '../languages/language.ts';
import { FaultText } from '../parts/fault-text.tsx';
import { isError, type Page } from '../state/page.ts';
import { useCell } from '../state/use-cell.ts';

export interface FindingsPanelProps {
  readonly page: Page;
  readonly panel: RefObject<HTMLElement | null>;
  /** An issue was picked that has a place in the text. */
  readonly onPick: (line: number, column: number) => void;
}

/** What is wrong with the text: where, what, and what to do. */
export function FindingsPanel({ page, panel, onPick }: FindingsPanelProps) {
  const words = usePageWords().issues;
  const { issues, pending } = useCell(page.findings);
  const errors = issues.filter(isError).length;
  const state = pending
    ? words.checking
    : issues.length === 0
      ? words.none
      : words.count(errors, issues.length - errors);
  return (
    <section id="findings" class="findings" ref={panel} tabIndex={-1} aria-label={words.title}>
      <p
        class={`state ${pending ? 'pending' : errors > 0 ? 'error' : issues.length > 0 ? 'warning' : 'fine'}`}
        role="status"
      >
        {state}
      </p>
      <ol>
        {issues.map((issue, k) => (
          <li key={k}>
            <Finding issue={issue} onPick={onPick} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Finding({ issue, onPick }: { readonly issue: Issue } & Pick<FindingsPanelProps, 'onPick'>) {
  const words = usePageWords().issues;
  const { line, column = 1, path, message, advice, severity } = issue;
  const text = (
    <>
      <span class={`where ${severity}`}>
        {words[severity]}
        {line !== undefined && ` · ${words.place(line, column)}`}
      </span>
      <span>
        <FaultText of={path === '' ? undefined : <code class="path">{path}</code>} message={message} advice={advice} />
      </span>
    </>
  );
  if (line === undefined) return <div class="finding">{text}</div>;
  return (
    <button type="button" class="finding" onClick={() => onPick(line, column)}>
      {text}
    </button>
  );
}
