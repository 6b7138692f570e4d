import { useRef, useState } from 'preact/hooks';
import type { ImportState } from '../import/import-state.ts';
import { usePageWords } from '../languages/language.ts';
import { useSaid } from '../languages/said.tsx';
import { later } from '../parts/later.tsx';
import { OpenFile } from '../parts/open-file.tsx';
import type { Notice, Page } from '../state/page.ts';
import { selectedOf } from '../state/scenario-set.ts';
import { useCell } from '../state/use-cell.ts';
import { KeepLine } from '../storage/keep-line.tsx';
import type { Keeper } from '../storage/keeper.ts';

const GalleryDialog = later(async () => (await import('../files/gallery-dialog.tsx')).GalleryDialog);
const ImportDialog = later(async () => (await import('../import/import-dialog.tsx')).ImportDialog);
const ShareDialog = later(async () => (await import('../share/share-dialog.tsx')).ShareDialog);
const VersionsDialog = later(async () => (await import('../storage/versions-dialog.tsx')).VersionsDialog);

export interface DocumentBarProps {
  readonly page: Page;
  readonly keeper: Keeper;
}

/** Where scenarios come from and go to: examples, files, links, earlier versions. */
export function DocumentBar({ page, keeper }: DocumentBarProps) {
  const words = usePageWords().keep;
  const [shown, setShown] = useState<'gallery' | 'share' | 'versions'>();
  const set = useCell(page.set);
  const imports = useCell(page.imports);
  const kept = useRef<ImportState>(null);
  const close = () => setShown(undefined);
  const save = async () => {
    const { saveScenario } = await import('../files/save.ts');
    const name = await saveScenario(selectedOf(page.set.get()));
    if (name !== undefined) page.saved(name);
  };
  return (
    <div class="document">
      <button type="button" onClick={() => setShown('gallery')}>
        {words.examples}
      </button>
      <OpenFile label={words.open} accept=".yaml,.yml,.json,.html,.htm" onFile={(file) => page.drop([file])} />
      <button type="button" onClick={() => page.imports.set([])}>
        {words.importFiles}
      </button>
      <button type="button" onClick={() => void save()}>
        {words.saveFile}
      </button>
      <button type="button" onClick={() => setShown('share')}>
        {words.share}
      </button>
      <button type="button" onClick={() => setShown('versions')}>
        {words.versions}
      </button>
      <p class="document-state">
        <NoticeText notice={useCell(page.notice)} /> {!useCell(page.viewOnly) && <KeepLine keeper={keeper} />}
      </p>
      {shown === 'gallery' && <GalleryDialog onPick={(example) => page.open(example)} onClose={close} />}
      {imports !== undefined && (
        <ImportDialog page={page} dropped={imports} kept={kept} onClose={() => page.imports.set(undefined)} />
      )}
      {shown === 'share' && <ShareDialog set={set} onClose={close} />}
      {shown === 'versions' && (
        <VersionsDialog keeper={keeper} onRestore={(version) => page.replace(version)} onClose={close} />
      )}
    </div>
  );
}

function NoticeText({ notice }: { readonly notice: Notice | undefined }) {
  const { scenario: words, keep } = usePageWords();
  const { say } = useSaid();
  const isGood = notice?.kind === 'imported';
  return (
    <span role="status" class={isGood ? 'fine' : 'warning'}>
      {notice?.kind === 'too large' && words.tooLarge(notice.name)}
      {notice?.kind === 'full' && words.full}
      {notice?.kind === 'not edited' && words.notEdited}
      {notice?.kind === 'view only' && keep.viewOnly}
      {notice?.kind === 'imported' && keep.imported(notice.name)}
      {notice?.kind === 'not opened' &&
        keep.notImported(notice.name, notice.why === undefined ? keep.unknownFile : say(notice.why))}
    </span>
  );
}
