import { useState } from 'preact/hooks';
import { usePageWords } from '../languages/language.ts';
import { useSaid } from '../languages/said.tsx';
import type { Page } from '../state/page.ts';
import { useCell } from '../state/use-cell.ts';
import { FieldsForm } from './fields-form.tsx';
import { Grid } from './grid.tsx';
import { fieldLabel } from '../../src/report/languages/field-label.ts';
import { isWrong, pageOf, PAGES, type TablePage } from './pages.ts';
import { Repairs } from './repairs.tsx';
import type { GridProps } from './use-grid.ts';

/** The scenario as tables and forms, a page for each thing that a planner thinks about. */
export function TableView({ page }: { readonly page: Page }) {
  const { table: words } = usePageWords();
  const outline = useCell(page.outline);
  const { isUnreadable = false, pending } = useCell(page.findings);
  const isViewOnly = useCell(page.viewOnly);
  const [shown, setShown] = useState<TablePage>('channels');
  if (outline === undefined) {
    return <p class="table-state">{isUnreadable && !pending ? words.unreadable : words.reading}</p>;
  }
  const sections = outline.sections.filter(({ name }) => pageOf(name) === shown);
  return (
    <div class="table-view">
      <div class="table-pages" role="group" aria-label={words.pagesTitle}>
        {PAGES.map((one) => {
          const isFaulty = outline.sections.some((section) => pageOf(section.name) === one && isWrong(section));
          return (
            <button key={one} type="button" aria-pressed={one === shown} onClick={() => setShown(one)}>
              {words.pages[one]}
              {isFaulty && (
                <span class="error">
                  {' '}
                  ● <span class="unseen">{words.hasErrors}</span>
                </span>
              )}
            </button>
          );
        })}
      </div>
      {isUnreadable && (
        <p class="stale" role="status">
          {words.unreadable}
          {words.before}
        </p>
      )}
      <p id="grid-help" class="grid-help">
        {words.help}
      </p>
      <div class={shown === 'channels' ? undefined : 'parts'}>
        {sections.map((section) => (
          <Part
            key={section.name}
            page={page}
            outline={outline}
            section={section}
            isFrozen={isUnreadable || isViewOnly}
          />
        ))}
      </div>
      {shown === 'risks' && <Repairs outline={outline} />}
    </div>
  );
}

function Part(props: GridProps) {
  const { fields, table: words } = usePageWords();
  const { say } = useSaid();
  const { name, kind, about } = props.section;
  if (name === 'channels') return <Grid {...props} />;
  const id = `part-${name}`;
  return (
    <section class="part" aria-labelledby={id}>
      <h3 id={id} title={say(about)}>
        {name === '' ? words.pages.about : fieldLabel(name, fields)}
      </h3>
      {kind === 'fields' ? <FieldsForm {...props} /> : <Grid {...props} />}
    </section>
  );
}
