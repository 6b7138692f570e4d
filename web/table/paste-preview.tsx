import { pathLabel } from '../../src/report/languages/field-label.ts';
import { usePageWords } from '../languages/language.ts';
import type { Target } from './headings.ts';

export interface PastePreviewProps {
  /** What each column of the block becomes. */
  readonly targets: readonly Target[];
  /** What stands above those that become nothing. */
  readonly unused: string;
  readonly rows: readonly {
    /** What of the table has the cells then. */
    readonly name: string;
    readonly cells: readonly string[];
    readonly isLost: boolean;
  }[];
}

/** A block under the headings of the columns that it goes to. */
export function PastePreview({ targets, unused, rows }: PastePreviewProps) {
  const { table: words, fields } = usePageWords();
  return (
    <table class="preview">
      <thead>
        <tr>
          <th scope="col">{words.name}</th>
          {targets.map((target, c) => (
            <th key={c} scope="col">
              {target === undefined ? unused : target === 'name' ? words.name : pathLabel(target.path, fields)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, cells, isLost }, r) => (
          <tr key={r}>
            <th scope="row">{name}</th>
            {cells.map((cell, c) => (
              <td key={c} class={isLost || targets[c] === undefined ? 'lost' : ''}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
