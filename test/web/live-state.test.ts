/** What the page does with live answers: the newest counts, and what it is of is always known. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createLive, type LiveState } from '../../web/live/live-state.ts';
import type { LiveQuestion } from '../../web/live/wire.ts';
import { createPage, type Page } from '../../web/state/page.ts';
import { fakeWorkers } from './fake-worker.ts';

describe('the live state', () => {
  let workers: ReturnType<typeof fakeWorkers>;
  let page: Page;
  let live: LiveState;
  beforeEach(() => {
    vi.useFakeTimers();
    const [other, idle] = [fakeWorkers(), fakeWorkers()];
    workers = fakeWorkers();
    page = createPage(
      { name: 'one', text: '1' },
      { reader: other.create, editor: idle.create, importer: idle.create, runner: idle.create },
    );
    live = createLive(page, workers.create);
    return () => vi.useRealTimers();
  });
  const asked = () => workers.made[0]!.asked as readonly LiveQuestion[];
  const look = (complete: boolean) => ({ report: { scenario: { budget: { total: 5 } } }, plan: 'none', complete });
  const answer = (id: number, message: object) => workers.made[0]!.answer({ id, ...message });

  it('asks at once, without a plan: a page that is only looked at loads no solver', () => {
    expect(asked()).toMatchObject([{ text: '1', search: false }]);
  });

  it('asks about every edit, now with a plan, and dims what was before it', () => {
    answer(asked().at(-1)!.id, { kind: 'look', look: look(true) });
    expect(live.look.get()?.fresh).toBe(true);
    page.edit('2');
    expect(asked().at(-1)).toMatchObject({ text: '2', search: true });
    expect(live.look.get()?.fresh).toBe(false);
    answer(asked().at(-1)!.id, { kind: 'look', look: look(false) });
    expect(live.look.get()?.fresh).toBe(true);
    expect(live.status.get()).toEqual({ kind: 'working' });
  });

  it('hears nothing of an edit that has a newer one', () => {
    page.edit('2');
    const { id } = asked().at(-1)!;
    page.edit('3');
    answer(id, { kind: 'look', look: look(true) });
    expect(live.look.get()).toBeUndefined();
  });

  it('keeps what was known when a text has errors', () => {
    answer(asked().at(-1)!.id, { kind: 'look', look: look(true) });
    page.edit('2');
    answer(asked().at(-1)!.id, { kind: 'refused' });
    expect(live.status.get()).toMatchObject({ kind: 'refused' });
    expect(live.look.get()).toMatchObject({ fresh: false });
  });

  it('asks with what is tried out, and forgets it with the scenario', () => {
    live.trial.set({ budget: 9, totals: { search: 4 } });
    expect(asked().at(-1)).toMatchObject({ trial: { budget: 9, totals: { search: 4 } }, search: true });
    page.add({ name: 'two', text: '2' });
    expect(live.trial.get()).toEqual({ totals: {} });
    expect(asked().at(-1)).toMatchObject({ text: '2', trial: { totals: {} } });
  });

  it('starts afresh after its worker died', () => {
    workers.made[0]!.die('out of memory');
    expect(live.status.get()).toEqual({ kind: 'failed', message: 'out of memory' });
    page.edit('2');
    expect(workers.made[1]!.asked).toMatchObject([{ text: '2' }]);
  });
});
