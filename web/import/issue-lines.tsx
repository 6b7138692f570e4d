import type { Issue } from '../../src/errors.ts';
import { FaultText } from '../parts/fault-text.tsx';
import { useImportWords } from './use-import-words.ts';

export interface IssueLinesProps {
  readonly issues: readonly Issue[];
  /** Which file each is about is said. */
  readonly named?: true;
}

/** What is wrong, by row of the file where there is one, and what to do. */
export function IssueLines({ issues, named }: IssueLinesProps) {
  const { files: words } = useImportWords();
  return (
    <ul class="issues">
      {issues.map(({ file, line, message, advice }, k) => {
        const name = named ? file : undefined;
        const row = line === undefined ? undefined : words.place(line);
        const of = (name ?? row) === undefined ? undefined : [name && <strong>{name} </strong>, row];
        return (
          <li key={k}>
            <FaultText of={of} message={message} advice={advice} />
          </li>
        );
      })}
    </ul>
  );
}
