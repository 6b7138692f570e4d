import { useWords } from '../languages/language.ts';
import { useSaid } from '../languages/said.tsx';
import type { Group } from './grid-model.ts';
import { fieldLabel, pathLabel } from '../../src/report/languages/field-label.ts';
import type { Column, Section } from './outline.ts';
import { scaleEnds } from './scale-ends.ts';

export interface GridHeadProps {
  readonly section: Section;
  readonly groups: readonly Group[];
  /** Names of groups whose columns are not shown. */
  readonly hidden: ReadonlySet<string>;
  readonly onToggle: (group: string) => void;
}

/** Two lines of headings: what fields belong to, and the fields. */
export function GridHead({ section, groups, hidden, onToggle }: GridHeadProps) {
  const { table: words, fields } = useWords();
  return (
    <thead>
      <tr class="groups">
        <th scope="col" rowSpan={2}>
          {section.kind === 'list' ? words.number : section.name === 'channels' ? words.channel : words.name}
        </th>
        {groups.map(({ name, columns }, place) => {
          const label = fieldLabel(name, fields);
          const isHidden = hidden.has(name);
          if (name === '') return <td key={`${name} ${place}`} colSpan={columns.length} />;
          return (
            <th key={`${name} ${place}`} scope="colgroup" colSpan={isHidden ? 1 : columns.length}>
              <button
                type="button"
                class="group"
                aria-expanded={!isHidden}
                title={isHidden ? words.expand(label) : words.collapse(label)}
                onClick={() => onToggle(name)}
              >
                {label}
              </button>
            </th>
          );
        })}
      </tr>
      <tr>
        {groups.flatMap(({ name, columns }) =>
          hidden.has(name)
            ? [
                <th key={`${name}…`} scope="col">
                  <span class="unseen">{fieldLabel(name, fields)}</span>…
                </th>,
              ]
            : columns.map((column) => <Heading key={column.key} column={column} isGrouped={name !== ''} />),
        )}
      </tr>
    </thead>
  );
}

function Heading({ column, isGrouped }: { readonly column: Column; readonly isGrouped: boolean }) {
  const { table: words, fields } = useWords();
  const { say } = useSaid();
  const { path, about, scale } = column;
  const ends = scale && scaleEnds(scale, column.field?.unit);
  return (
    <th scope="col" title={say(about)}>
      {path.length === 0 ? words.entry : pathLabel(isGrouped ? path.slice(1) : path, fields)}
      {scale !== undefined && ends !== undefined && (
        <span class="scale" title={words.scale(ends[0], ends[1], scale)}>
          <span>{ends[0]}</span>
          <span>{ends[1]}</span>
        </span>
      )}
    </th>
  );
}
