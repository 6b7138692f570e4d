import type { Figure } from '../../src/report/numbers/estimate.ts';

/** A figure and, smaller, its simulation noise. */
export function FigureText({ text, noise }: Figure) {
  return (
    <>
      {text}
      {noise !== undefined && <small class="noise">{`\u00a0±\u00a0${noise}`}</small>}
    </>
  );
}
