/** The page's edge: starts it, and shows what nobody else caught. */
import { render } from 'preact';
import { App } from './app.tsx';
import { examples } from './examples.ts';
import { openLanguage } from './languages/language.ts';
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

const page = createPage(examples[0], {
  reader: () => new Worker(new URL('./engine/reader.worker.ts', import.meta.url), { type: 'module' }),
  editor: () => new Worker(new URL('./text/editor.worker.ts', import.meta.url), { type: 'module' }),
  runner: () => new Worker(new URL('./engine/runner.worker.ts', import.meta.url), { type: 'module' }),
});

const live = createLive(page, () => new Worker(new URL('./live/live.worker.ts', import.meta.url), { type: 'module' }));
const studies = createStudies(
  () => new Worker(new URL('./studies/studies.worker.ts', import.meta.url), { type: 'module' }),
);

render(
  <App page={page} live={live} studies={studies} view={openView()} language={openLanguage()} fault={fault} />,
  document.getElementById('page')!,
);
