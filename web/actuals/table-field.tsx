import type { RefObject } from 'preact';
import { TextField } from '../parts/text-field.tsx';
import { useActualsWords } from './use-actuals-words.ts';

export interface TableFieldProps {
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly value: string;
  /** It was asked about, and there is nothing in it. */
  readonly isEmpty: boolean;
  readonly onChange: (value: string) => void;
  readonly onExample: () => void;
  readonly onSave: () => void;
}

/** A table as text: pasted, dropped, opened from a file, or the example. */
export function TableField({ field, value, isEmpty, onChange, onExample, onSave }: TableFieldProps) {
  const words = useActualsWords();
  const { open, drop, tooLarge, table, tableHint, exampleHint } = words;
  return (
    <TextField
      field={field}
      value={value}
      words={{ label: table, drop, hint: `${tableHint} ${exampleHint}`, open, tooLarge }}
      accept=".csv,.tsv,.txt"
      fault={isEmpty ? words.empty : undefined}
      onChange={onChange}
    >
      <button type="button" onClick={onExample}>
        {words.example}
      </button>
      {value !== '' && (
        <button type="button" class="quiet" onClick={onSave}>
          {words.save}
        </button>
      )}
    </TextField>
  );
}
