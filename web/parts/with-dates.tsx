import { Fragment } from 'preact';

/** A text whose dates are not broken at their hyphens. */
export function WithDates({ text }: { readonly text: string }) {
  return (
    <>
      {text.split(/(\d{4}-\d\d-\d\d)/).map((part, k) => (
        <Fragment key={k}>{k % 2 === 1 ? <span class="date">{part}</span> : part}</Fragment>
      ))}
    </>
  );
}
