import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';

export interface TabsProps<T extends string> {
  /** What the tabs are of, for those who do not see them. */
  readonly title: string;
  readonly tabs: readonly { readonly value: T; readonly text: string }[];
  readonly value: T;
  readonly onChoose: (value: T) => void;
  /** What the chosen tab shows. */
  readonly children: ComponentChildren;
}

/** Views of one place. Arrows go from tab to tab, Home to the first and End to the last, as the pattern for tabs asks. */
export function Tabs<T extends string>({ title, tabs, value, onChoose, children }: TabsProps<T>) {
  const list = useRef<HTMLDivElement>(null);
  const go = (place: number) => {
    onChoose(tabs[place]!.value);
    list.current?.querySelectorAll('button')[place]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const [at, last] = [tabs.findIndex((tab) => tab.value === value), tabs.length - 1];
    const places: Readonly<Record<string, number>> = {
      ArrowRight: at < last ? at + 1 : 0,
      ArrowLeft: at > 0 ? at - 1 : last,
      Home: 0,
      End: last,
    };
    const place = places[event.key];
    if (place === undefined) return;
    // Home and End would scroll.
    event.preventDefault();
    go(place);
  };
  return (
    <div class="views">
      <div class="tabs" role="tablist" aria-label={title} ref={list} onKeyDown={onKeyDown}>
        {tabs.map((tab) => (
          <button
            key={tab.value}
            type="button"
            role="tab"
            id={`tab-${tab.value}`}
            aria-controls="view"
            aria-selected={tab.value === value}
            tabIndex={tab.value === value ? 0 : -1}
            onClick={() => onChoose(tab.value)}
          >
            {tab.text}
          </button>
        ))}
      </div>
      <div id="view" role="tabpanel" aria-labelledby={`tab-${value}`}>
        {children}
      </div>
    </div>
  );
}
