import { useState } from 'preact/hooks';
import { usePageWords } from '../languages/language.ts';
import { fieldLabel, pathLabel } from '../../src/report/languages/field-label.ts';
import type { Column, Section } from './outline.ts';

export interface AddFieldProps {
  readonly section: Section;
  readonly shown: readonly Column[];
  readonly onAdd: (column: Column) => void;
}

/** Shows one more field of the rows; of a set with names of its own one gives the name first. */
export function AddField({ section, shown, onAdd }: AddFieldProps) {
  const { table: words, fields } = usePageWords();
  const [open, setOpen] = useState<Column>();
  const [name, setName] = useState('');
  const further = section.columns.filter(
    ({ key, open }) => open === true || !shown.some((column) => column.key === key),
  );
  if (further.length === 0) return null;
  const groupOf = ({ path }: Column) => (path.length > 1 ? path[0]! : '');
  const groups = [...new Set(further.map(groupOf))];

  const addNamed = (event: Event) => {
    event.preventDefault();
    if (open === undefined || name.trim() === '') return;
    const path = open.path.map((part) => (part === '' ? name.trim() : part));
    const { open: _open, ...column } = open;
    onAdd({ ...column, path, key: path.join('.') });
    setOpen(undefined);
    setName('');
  };
  return (
    <>
      <select
        aria-label={words.addField}
        value=""
        onKeyDown={(event) => {
          // Some browsers choose at once what a key comes to in a closed list: to be looked through, it opens.
          const isLooking = ['ArrowDown', 'ArrowUp', 'Home', 'End'].includes(event.key) || /^\S$/.test(event.key);
          if (!isLooking || !('showPicker' in event.currentTarget) || event.ctrlKey || event.metaKey || event.altKey)
            return;
          event.preventDefault();
          event.currentTarget.showPicker();
        }}
        onChange={({ currentTarget }) => {
          const column = further.find(({ key }) => key === currentTarget.value);
          currentTarget.value = '';
          if (column?.open === true) setOpen(column);
          else if (column !== undefined) onAdd(column);
        }}
      >
        <option value="">{words.addField}</option>
        {groups.map((group) => (
          <optgroup key={group} label={group === '' ? pathLabel([section.name], fields) : fieldLabel(group, fields)}>
            {further
              .filter((column) => groupOf(column) === group)
              .map(({ key, path }) => (
                <option key={key} value={key}>
                  {pathLabel(group === '' ? path : path.slice(1), fields).replace(
                    /( · )?$/,
                    path.includes('') ? '$1…' : '',
                  )}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
      {open !== undefined && (
        <form class="name-field" onSubmit={addNamed}>
          <input
            type="text"
            aria-label={words.nameOfField}
            placeholder={words.nameOfField}
            value={name}
            ref={(element) => element?.focus()}
            onInput={({ currentTarget }) => setName(currentTarget.value)}
          />
          <button type="submit">{words.add}</button>
          <button type="button" onClick={() => setOpen(undefined)}>
            {words.cancel}
          </button>
        </form>
      )}
    </>
  );
}
