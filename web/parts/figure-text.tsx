import type { Figure } from '../../src/report/numbers/estimate.ts';
import { useWords } from '../languages/language.ts';

export interface FigureTextProps extends Figure {
  /** Letters of the longest noise among the figures that stand under one another. */
  readonly room?: number;
}

/** A figure and, smaller, its simulation noise. */
export function FigureText({ text, noise, room = 0 }: FigureTextProps) {
  const { number } = useWords().report;
  return (
    <>
      {number(text)}
      {(noise !== undefined || room > 0) && (
        <>
          {' '}
          <small class="noise" {...(room > 0 && { style: { '--room': `${room + 1}ch` } })}>
            {noise !== undefined && `±\u00a0${noise}`}
          </small>
        </>
      )}
    </>
  );
}
