import { useEffect, useRef } from 'preact/hooks';
import { usePageWords } from '../languages/language.ts';
import type { Page } from '../state/page.ts';
import { isEdited, selectedOf, titleOf } from '../state/scenario-set.ts';
import { useCell } from '../state/use-cell.ts';
import { nameOfCopy } from './name-of-copy.ts';

/** The open scenarios, side by side; one of them is selected. */
export function ScenarioTabs({ page }: { readonly page: Page }) {
  const words = usePageWords().set;
  const set = useCell(page.set);
  const isViewOnly = useCell(page.viewOnly);
  const tabs = useRef<HTMLDivElement>(null);
  const selected = selectedOf(set);
  const place = set.scenarios.indexOf(selected);
  // Of twenty tabs some are beyond the edge.
  useEffect(() => {
    const tab = tabs.current?.querySelector<HTMLElement>('[aria-selected="true"]');
    if (tab) tabs.current!.scrollLeft = tab.offsetLeft - tabs.current!.offsetLeft - tab.offsetWidth / 2;
  }, [selected.id, set.scenarios.length]);
  const duplicate = () => page.duplicate(nameOfCopy(titleOf(selected), set.scenarios.map(titleOf), words.copyOf));
  const onKey = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const next = by === undefined ? undefined : set.scenarios[place + by];
    if (next === undefined) return;
    event.preventDefault();
    page.select(next.id);
    const list = event.currentTarget as HTMLElement;
    list.querySelector<HTMLElement>(`[data-scenario="${next.id}"]`)?.focus();
  };
  return (
    <div class="scenario-tabs">
      <div ref={tabs} role="tablist" aria-label={words.title} onKeyDown={onKey}>
        {set.scenarios.map((scenario) => {
          const isSelected = scenario === selected;
          return (
            <button
              key={scenario.id}
              type="button"
              role="tab"
              data-scenario={scenario.id}
              title={titleOf(scenario)}
              aria-selected={isSelected}
              aria-controls="scenario-body"
              tabIndex={isSelected ? 0 : -1}
              onClick={() => page.select(scenario.id)}
            >
              {titleOf(scenario)}
              {isEdited(scenario) && (
                <span class="edited-mark" title={words.edited}>
                  {' •'}
                </span>
              )}
            </button>
          );
        })}
      </div>
      {!isViewOnly && (
        <button type="button" class="quiet" onClick={() => void duplicate()}>
          {words.duplicate}
        </button>
      )}
      {!isViewOnly && set.scenarios.length > 1 && (
        <>
          <button type="button" class="quiet" disabled={place === 0} onClick={() => page.move(selected.id, -1)}>
            {words.left}
          </button>
          <button type="button" class="quiet" onClick={() => page.remove(selected.id)}>
            {words.close}
          </button>
        </>
      )}
    </div>
  );
}
