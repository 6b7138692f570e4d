import type { Headline } from '../../src/report/sentences/headline-walk.ts';
import { WithCode } from '../parts/fault-text.tsx';

/** The sentence that answers the question, and those that explain it. */
export function HeadlineText({ first, rest }: Headline) {
  return (
    <>
      <p class="headline">{first}</p>
      {rest.length > 0 && (
        <ul class="explanation">
          {rest.map((sentence) => (
            <li key={sentence}>
              <WithCode text={sentence} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
