import { useEffect, useRef, useState } from 'preact/hooks';
import { exact } from '../../src/report/numbers/exact.ts';
import { usePageWords } from '../languages/language.ts';
import { Dialog } from '../parts/dialog.tsx';
import type { ScenarioSet } from '../state/scenario-set.ts';
import { linkEnd, LONG_LINK } from './link.ts';

export interface ShareDialogProps {
  readonly set: ScenarioSet;
  readonly onClose: () => void;
}

/** The link that holds the open scenarios. */
export function ShareDialog({ set, onClose }: ShareDialogProps) {
  const words = usePageWords().keep;
  const [link, setLink] = useState('');
  const [told, setTold] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    void linkEnd(set).then((end) => setLink(`${location.href.split('#')[0]}${end}`));
  }, [set]);
  const copy = async () => {
    field.current?.select();
    const copied = navigator.clipboard.writeText(link).then(
      () => words.copied,
      () => words.notCopied,
    );
    setTold(await copied);
  };
  return (
    <Dialog title={words.shareTitle} onClose={onClose}>
      <p>{words.shareNote}</p>
      <div class="share-link">
        <input type="text" readOnly aria-label={words.shareLink} ref={field} value={link} />
        <button type="button" class="primary" disabled={link === ''} onClick={() => void copy()}>
          {words.copyLink}
        </button>
      </div>
      <p class="faint">{words.letters(exact(link.length, 'count'))}</p>
      {link.length > LONG_LINK && <p class="warning">{words.long}</p>}
      <p role="status">{told}</p>
    </Dialog>
  );
}
