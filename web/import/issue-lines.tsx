import type { Issue } from '../../src/errors.ts';
import { FaultText } from '../parts/fault-text.tsx';
import { useImportWords } from './use-import-words.ts';

/** What is wrong, by row of the file where there is one, and what to do. */
export function IssueLines({ issues }: { readonly issues: readonly Issue[] }) {
  const { files: words } = useImportWords();
  return (
    <ul class="issues">
      {issues.map(({ line, message, advice }, k) => (
        <li key={k}>
          {line !== undefined && `${words.place(line)} `}
          <FaultText message={message} advice={advice} />
        </li>
      ))}
    </ul>
  );
}
