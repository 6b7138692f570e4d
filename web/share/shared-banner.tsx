import { usePageWords } from '../languages/language.ts';
import type { Page } from '../state/page.ts';
import { useCell } from '../state/use-cell.ts';

export interface SharedActions {
  readonly onCopy: () => void;
  readonly onLeave: () => void;
  /** The address held a link of ours that cannot be opened. */
  readonly isBroken: boolean;
}

export type SharedBannerProps = SharedActions & { readonly page: Page };

/** Says that a set came with a link, and offers to copy it. */
export function SharedBanner({ page, isBroken, onCopy, onLeave }: SharedBannerProps) {
  const words = usePageWords().keep;
  const isShared = useCell(page.viewOnly);
  if (isBroken) {
    return (
      <div class="banner" role="alert">
        <p>{words.broken}</p>
      </div>
    );
  }
  if (!isShared) return null;
  return (
    <div class="banner" role="status">
      <p>{words.shared}</p>
      <button type="button" class="primary" onClick={onCopy}>
        {words.copyShared}
      </button>
      <button type="button" onClick={onLeave}>
        {words.leaveShared}
      </button>
    </div>
  );
}
