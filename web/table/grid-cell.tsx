import { usePageWords } from '../languages/language.ts';
import { useSaid } from '../languages/said.tsx';
import { ShapePicture } from './shape-picture.tsx';
import type { CellContent, CellFault } from './outline.ts';

export interface GridCellProps {
  readonly content: CellContent;
  /** What was typed, until it is read. */
  readonly typed: string | undefined;
  readonly onFix: (fault: CellFault) => void;
}

/** What a cell shows: its text, its density, and what is wrong with it. */
export function GridCell({ content, typed, onFix }: GridCellProps) {
  const { table: words, code } = usePageWords();
  const { say } = useSaid();
  const { text, shape, fault, follows, isForeign } = content;
  const said = [
    content.words?.[code],
    fault && say(fault.message),
    follows && words.follows,
    isForeign && words.foreign,
  ];
  return (
    <>
      <span class="cell-text">{typed ?? text}</span>
      <span class="unseen">{said.filter(Boolean).join('. ')}</span>
      {shape !== undefined && typed === undefined && <ShapePicture {...shape} />}
      {fault?.fix !== undefined && typed === undefined && (
        <button type="button" class="fix" tabIndex={-1} title={say(fault.message)} onClick={() => onFix(fault)}>
          {words.fix(fault.fix.label)}
        </button>
      )}
    </>
  );
}
