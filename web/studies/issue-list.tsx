import type { Issue } from '../../src/errors.ts';
import { usePageWords } from '../languages/language.ts';
import { useSaid } from '../languages/said.tsx';

export interface IssueListProps {
  readonly issues: readonly Issue[];
  /** Shows a place, from 1, in what was asked about. */
  readonly onPlace?: ((line: number, column: number) => void) | undefined;
}

/** What is wrong with a question: where, what, and what to do. */
export function IssueList({ issues, onPlace }: IssueListProps) {
  const words = usePageWords().issues;
  const { say, lang } = useSaid();
  return (
    <ul class="issues">
      {issues.map(({ line, column = 1, path, message, advice }, k) => (
        <li key={k}>
          {line !== undefined &&
            (onPlace === undefined ? (
              <>{words.place(line, column)} </>
            ) : (
              <button type="button" class="link" onClick={() => onPlace(line, column)}>
                {words.place(line, column)}
              </button>
            ))}{' '}
          <span lang={lang}>
            {path !== '' && line === undefined && <code>{path}</code>} {say(message)}
            {advice !== undefined && <span class="advice">{say(advice)}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}
