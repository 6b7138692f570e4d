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
      {issues.map(({ file, line, message, advice }, k) => (
        <li key={k}>
          {named && file !== undefined && <strong>{file} </strong>}
          {line !== undefined && `${words.place(line)} `}
          <FaultText message={message} advice={advice} />
        </li>
      ))}
    </ul>
  );
}
