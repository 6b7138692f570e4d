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

/** Views of one place. Arrows go from tab to tab, as the pattern for tabs asks. */
export function Tabs<T extends string>({ title, tabs, value, onChoose, children }: TabsProps<T>) {
  const list = useRef<HTMLDivElement>(null);
  const go = (by: number) => {
    const place = tabs.findIndex((tab) => tab.value === value);
    const next = (place + by + tabs.length) % tabs.length;
    onChoose(tabs[next]!.value);
    list.current?.querySelectorAll('button')[next]?.focus();
  };
  return (
    <div class="views">
      <div
        class="tabs"
        role="tablist"
        aria-label={title}
        ref={list}
        onKeyDown={({ key }) => {
          if (key === 'ArrowRight') go(1);
          if (key === 'ArrowLeft') go(-1);
        }}
      >
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
