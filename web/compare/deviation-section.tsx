import { pathLabel } from '../../src/report/languages/field-label.ts';
import { pathText } from '../../src/scenario/text/finding.ts';
import { useWords } from '../languages/language.ts';
import { Table } from '../parts/table.tsx';
import type { Deviation } from './deviations.ts';

export interface DeviationSectionProps {
  /** Of the scenario. */
  readonly name: string;
  /** Undefined where it cannot be read. */
  readonly deviations: readonly Deviation[] | undefined;
  readonly onReset: (deviation: Deviation) => void;
  readonly onPush: (deviation: Deviation) => void;
}

/** In what a scenario differs from the base; each difference can be taken back or put into the base. */
export function DeviationSection({ name, deviations, onReset, onPush }: DeviationSectionProps) {
  const { fields, views } = useWords();
  const { compare: words } = views;
  const title = deviations === undefined ? `${name}: ${words.unreadable}` : words.deviations(name, deviations.length);
  if (deviations === undefined || deviations.length === 0) {
    return <p class="note">{deviations === undefined ? title : `${name}: ${words.same}`}</p>;
  }
  return (
    <details class="deviations" open={deviations.length <= FEW}>
      <summary>{title}</summary>
      <Table
        caption={title}
        columns={[
          { heading: words.field },
          { heading: words.inBase },
          { heading: words.here },
          { heading: words.change },
        ]}
        rows={deviations.map((deviation) => {
          const { path } = deviation;
          const field = pathLabel(
            path.map((part) => (typeof part === 'number' ? `${part + 1}` : part)),
            fields,
          );
          return [
            <span title={pathText(path)}>{field}</span>,
            deviation.base ?? words.nothing,
            <mark>{deviation.own ?? words.nothing}</mark>,
            <span class="actions">
              <button type="button" class="quiet" aria-label={words.resetOf(field)} onClick={() => onReset(deviation)}>
                {words.reset}
              </button>
              <button type="button" class="quiet" aria-label={words.pushOf(field)} onClick={() => onPush(deviation)}>
                {words.push}
              </button>
            </span>,
          ];
        })}
        stacks
      />
    </details>
  );
}

/** So many differences are shown without being asked for. */
const FEW = 8;
