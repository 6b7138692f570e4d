import { resolve } from 'node:path';

/** A module as the bundler knows it. */
interface ModuleGraph {
  getModuleInfo(
    id: string,
  ): { readonly importedIds: readonly string[]; readonly dynamicallyImportedIds: readonly string[] } | null;
}

const at = (name: string) => resolve(import.meta.dirname, '..', name);
const PAGE = at('main.tsx');
const ENGLISH = at('languages/en-page.ts');
const ANSWERS = at('languages/en.ts');
const READER = at('engine/reader.worker.ts');
const LIVE = at('live/live.worker.ts');
/** What it does its work with. */
const JOBS = at('../src/worker/jobs.ts');
const EDITOR = at('text/editor.worker.ts');
const WORKERS = [
  READER,
  LIVE,
  EDITOR,
  at('engine/runner.worker.ts'),
  at('export/export.worker.ts'),
  at('files/import.worker.ts'),
  at('import/exports.worker.ts'),
  at('studies/studies.worker.ts'),
];

/**
 * Tells the file that a module of the first visit goes into; null for all others, which the bundler puts where it likes. By
 * itself it makes a file of every set of entries that share modules: fifty small ones, which compress a tenth worse.
 *
 * - `common`: what the page and the first workers begin with
 * - `page`: what the page begins with and no worker needs
 * - `telling`: the same, but for workers that are started later
 * - `answers`: what else is said of answers, which workers that write reports say, too
 * - `quantities`: what the first worker needs to check a scenario, the page to read what is typed into a cell, and the editor
 *   to put it into the text
 * - `reading`: what else the first worker needs
 * - `simulating`: what live answers need beside
 */
export function chunksOfBuild(): (id: string, graph: ModuleGraph) => string | null {
  const known = new Map<string, ReadonlySet<string>>();
  return (id, graph) =>
    chunkOf(id, (from, later) => {
      const key = `${from.join()} ${later}`;
      const found = known.get(key) ?? reached(from, graph, later);
      known.set(key, found);
      return found;
    });
}

/** @param reach  what some modules need, with or without what they fetch later */
function chunkOf(id: string, reach: (from: readonly string[], later: boolean) => ReadonlySet<string>): string | null {
  // A worker must not run another's beginning.
  if (WORKERS.includes(id)) return null;
  const page = reach([PAGE, ENGLISH], false);
  const reading = reach([READER], false);
  const simulating = reach([LIVE, JOBS], false);
  if (page.has(id)) {
    if (reading.has(id) || simulating.has(id)) return 'common';
    // A worker that imported the file of the page would run it.
    return reach(WORKERS, true).has(id) ? 'telling' : 'page';
  }
  if (!reading.has(id) && !simulating.has(id) && reach([ANSWERS], false).has(id)) {
    return reach(WORKERS, true).has(id) ? 'answers' : null;
  }
  const isLater = reach([PAGE], true).has(id);
  if (reading.has(id)) return isLater || reach([EDITOR], false).has(id) ? 'quantities' : 'reading';
  return simulating.has(id) && !isLater ? 'simulating' : null;
}

/** Modules that some need, with or without what they fetch later. */
function reached(from: readonly string[], graph: ModuleGraph, later: boolean): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (id: string) => {
    if (found.has(id)) return;
    found.add(id);
    const info = graph.getModuleInfo(id);
    for (const next of info?.importedIds ?? []) visit(next);
    if (later) for (const next of info?.dynamicallyImportedIds ?? []) visit(next);
  };
  for (const id of from) visit(id);
  return found;
}
