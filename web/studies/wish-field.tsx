import { useId } from 'preact/hooks';

export interface WishFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  /** It is no number. */
  readonly isWord?: boolean;
  /** What is wrong with it, where something is. */
  readonly fault?: string | undefined;
  readonly onInput: (value: string) => void;
}

/** A number or a few words that a study is asked with: what it is, and what is wrong with it. */
export function WishField({ label, hint, value, isWord = false, fault, onInput }: WishFieldProps) {
  const id = useId();
  const described = [hint === undefined ? '' : `${id}-hint`, fault === undefined ? '' : `${id}-fault`]
    .filter(Boolean)
    .join(' ');
  return (
    <div class="wish">
      <label>
        <span class="label">{label}</span>
        <input
          type="text"
          inputMode={isWord ? 'text' : 'decimal'}
          size={12}
          maxLength={20}
          value={value}
          aria-invalid={fault !== undefined}
          {...(described === '' ? {} : { 'aria-describedby': described })}
          onInput={({ currentTarget }) => onInput(currentTarget.value)}
        />
      </label>
      {hint !== undefined && (
        <p class="note" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {fault !== undefined && (
        <p class="error" role="alert" id={`${id}-fault`}>
          {fault}
        </p>
      )}
    </div>
  );
}
