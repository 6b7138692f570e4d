import type { Figure } from '../../report/numbers/estimate.ts';

/** A figure and, smaller, its simulation noise. */
export function FigureText({ text, noise }: Figure) {
  if (noise === undefined) return <>{text}</>;
  return (
    <>
      {text} <small>{`±\u00a0${noise}`}</small>
    </>
  );
}
