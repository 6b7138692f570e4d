import { useMemo } from 'preact/hooks';
import { usePageWords } from '../languages/language.ts';
import { useSaid } from '../languages/said.tsx';
import { widthFor } from './column-width.ts';
import type { Group } from './grid-model.ts';
import { fieldLabel, pathLabel } from '../../src/report/languages/field-label.ts';
import type { Column, Section } from './outline.ts';
import { scaleEnds } from './scale-ends.ts';

/** What fields belong to, and the fields. */
export const HEAD_ROWS = 2;

export interface GridHeadProps {
  readonly section: Section;
  readonly groups: readonly Group[];
  /** Names of groups whose columns are not shown. */
  readonly hidden: ReadonlySet<string>;
  /** Not all rows are drawn at once. */
  readonly isLong: boolean;
  readonly onToggle: (group: string) => void;
}

/** Two lines of headings: what fields belong to, and the fields. */
export function GridHead({ section, groups, hidden, isLong, onToggle }: GridHeadProps) {
  const { table: words, fields } = usePageWords();
  const widths = useMemo(
    () => (isLong ? new Map(section.columns.map((column) => [column.key, widthFor(section.rows, column)])) : undefined),
    [section, isLong],
  );
  return (
    <thead>
      <tr class="groups" aria-rowindex={1}>
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
      <tr aria-rowindex={2}>
        {groups.flatMap(({ name, columns }) =>
          hidden.has(name)
            ? [
                <th key={`${name}…`} scope="col">
                  <span class="unseen">{fieldLabel(name, fields)}</span>…
                </th>,
              ]
            : columns.map((column) => (
                <Heading key={column.key} column={column} isGrouped={name !== ''} width={widths?.get(column.key)} />
              )),
        )}
      </tr>
    </thead>
  );
}

interface HeadingProps {
  readonly column: Column;
  readonly isGrouped: boolean;
  /** Pixels; as wide as what is drawn where it is left out. */
  readonly width: number | undefined;
}

function Heading({ column, isGrouped, width }: HeadingProps) {
  const { table: words, fields, run } = usePageWords();
  const { say } = useSaid();
  const { path, about, scale } = column;
  const ends = scale && scaleEnds(scale, column.field?.unit, run.number);
  return (
    <th scope="col" title={say(about)} {...(width === undefined ? {} : { style: { minWidth: `${width}px` } })}>
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
