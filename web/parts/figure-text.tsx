import type { Figure } from '../../src/report/numbers/estimate.ts';
import { useWords } from '../languages/language.ts';

/** A figure and, smaller, its simulation noise. */
export function FigureText({ text, noise }: Figure) {
  const { number } = useWords().report;
  return (
    <>
      {number(text)}
      {noise !== undefined && (
        <>
          {' '}
          <small class="noise">{`±\u00a0${noise}`}</small>
        </>
      )}
    </>
  );
}
