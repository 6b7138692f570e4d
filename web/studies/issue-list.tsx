import type { Issue } from '../../src/errors.ts';
import { usePageWords } from '../languages/language.ts';
import { FaultText } from '../parts/fault-text.tsx';

export interface IssueListProps {
  readonly issues: readonly Issue[];
  /** Shows a place, from 1, in what was asked about. */
  readonly onPlace?: ((line: number, column: number) => void) | undefined;
}

/** What is wrong with a question: where, what, and what to do. */
export function IssueList({ issues, onPlace }: IssueListProps) {
  const words = usePageWords().issues;
  const placeOf = ({ line, column = 1, path }: Issue) => {
    if (line === undefined) return path === '' ? undefined : <code>{path}</code>;
    const place = words.place(line, column);
    if (onPlace === undefined) return place;
    return (
      <button type="button" class="link" onClick={() => onPlace(line, column)}>
        {place}
      </button>
    );
  };
  return (
    <ul class="issues">
      {issues.map((issue, k) => (
        <li key={k}>
          <FaultText of={placeOf(issue)} message={issue.message} advice={issue.advice} />
        </li>
      ))}
    </ul>
  );
}
