/** The page's edge: starts it, and shows what nobody else caught. */
import { render } from 'preact';
import { App } from './app.tsx';
import { firstExample } from './first-example.ts';
import { openLanguage } from './languages/language.ts';
import { openChannel } from './storage/channel.ts';
import { createKeeper } from './storage/keeper.ts';
import { openStore } from './storage/store.ts';
import { readLink } from './share/link.ts';
import { joined } from './state/scenario-set.ts';
import { keepOffline } from './offline/keep-offline.ts';
import { createLive } from './live/live-state.ts';
import { cell } from './state/cell.ts';
import { createPage } from './state/page.ts';
import { createStudies } from './studies/studies.ts';
import { openView } from './state/view.ts';

const fault = cell<string | undefined>(undefined);
addEventListener('error', ({ message }) => {
  // Said by browsers when what is measured is laid out anew at once; nothing has failed.
  if (!message.startsWith('ResizeObserver loop')) fault.set(message);
});
addEventListener('unhandledrejection', ({ reason }) =>
  fault.set(reason instanceof Error ? reason.message : `${reason}`),
);

async function start(): Promise<void> {
  const store = openStore('apportion', () => Date.now());
  const [link, kept, language] = await Promise.all([
    readLink(location.hash),
    store.load().catch(() => undefined),
    openLanguage(),
  ]);

  const opened = link.status === 'set' ? link.set : (kept?.set ?? (await firstExample(language.get().code)));
  const page = createPage(opened, {
    reader: () => new Worker(new URL('./engine/reader.worker.ts', import.meta.url), { type: 'module' }),
    editor: () => new Worker(new URL('./text/editor.worker.ts', import.meta.url), { type: 'module' }),
    importer: () => new Worker(new URL('./files/import.worker.ts', import.meta.url), { type: 'module' }),
    runner: () => new Worker(new URL('./engine/runner.worker.ts', import.meta.url), { type: 'module' }),
  });
  page.viewOnly.set(link.status === 'set');

  const visit = `${Date.now()}-${Math.random()}`;
  const keeper = createKeeper(page, { store, channel: openChannel('apportion'), revision: kept?.revision ?? 0, visit });
  addEventListener('pagehide', () => void keeper.flush());
  addEventListener('hashchange', () => location.reload());

  const leaveLink = () => history.replaceState(null, '', location.pathname + location.search);
  const shared = {
    isBroken: link.status === 'broken',
    onCopy() {
      leaveLink();
      page.viewOnly.set(false);
      page.replace(kept === undefined ? { ...page.set.get() } : joined(kept.set, page.set.get()));
    },
    onLeave() {
      leaveLink();
      location.reload();
    },
  };

  const live = createLive(
    page,
    () => new Worker(new URL('./live/live.worker.ts', import.meta.url), { type: 'module' }),
  );
  const studies = createStudies(
    () => new Worker(new URL('./studies/studies.worker.ts', import.meta.url), { type: 'module' }),
  );

  render(
    <App
      page={page}
      keeper={keeper}
      shared={shared}
      live={live}
      studies={studies}
      view={openView()}
      language={language}
      fault={fault}
    />,
    document.getElementById('page')!,
  );

  keepOffline();
}

// Not awaited: what is fetched meanwhile may be in one file with this, which must have run to its end by then.
void start();
