import { useEffect, useMemo, useState } from 'preact/hooks';
import { useWords } from '../languages/language.ts';
import { SentenceSection } from '../result/sentence-section.tsx';
import { selectedOf, titleOf, type OpenScenario } from '../state/scenario-set.ts';
import { useCell } from '../state/use-cell.ts';
import { StudyPanel } from '../studies/study-panel.tsx';
import { ComparisonResult } from './comparison-result.tsx';
import { DeviationSection } from './deviation-section.tsx';
import type { Deviation } from './deviations.ts';
import type { StudyViewProps } from '../studies/study-view-props.ts';

/** Milliseconds of rest in typing after which differences are looked for. */
const REST = 300;

/** All open scenarios beside a base: what differs, and what it changes. */
export function CompareView({ page, studies }: StudyViewProps) {
  const { result, views } = useWords();
  const words = views.compare;
  const set = useCell(page.set);
  const [baseId, setBase] = useState(set.scenarios[0]!.id);
  const { answer, asked } = useCell(studies.of('compare'));
  const differing = useCell(studies.of('deviations'));
  const ordered = useMemo(() => baseFirst(set.scenarios, baseId), [set.scenarios, baseId]);
  const [base, ...others] = ordered;
  const texts = ordered.map(({ text }) => text);

  useEffect(() => {
    if (others.length === 0) return undefined;
    const rest = setTimeout(() => studies.ask('deviations', { texts }, page.settings.get()), REST);
    return () => clearTimeout(rest);
  }, [ordered]);

  if (base === undefined || others.length === 0) {
    const { name, text } = selectedOf(set);
    return (
      <section class="panel study" aria-labelledby="study-compare">
        <h2 id="study-compare">{words.title}</h2>
        <p class="about">{words.needTwo}</p>
        <div class="actions">
          <button type="button" onClick={() => page.add({ name, text })}>
            {words.copy}
          </button>
        </div>
      </section>
    );
  }
  /** Gives one field of a scenario another value, whichever is selected. */
  const setField = (id: string, { path }: Deviation, value: string | undefined) =>
    void page.apply([{ kind: 'set', path, text: value ?? '' }], id);
  const names = namesOf(ordered);
  const isSame =
    asked?.scenarios.every(({ text }, k) => text === texts[k]) === true && asked.scenarios.length === texts.length;
  return (
    <StudyPanel
      page={page}
      studies={studies}
      kind="compare"
      isStale={!isSame}
      onAsk={() =>
        studies.ask(
          'compare',
          { scenarios: ordered.map(({ text }, k) => ({ name: names[k]!, text })) },
          page.settings.get(),
        )
      }
      wishes={
        <>
          <label class="base">
            <span class="label">{words.base}</span>
            <select value={base.id} onChange={({ currentTarget }) => setBase(currentTarget.value)}>
              {set.scenarios.map((scenario, k) => (
                <option key={scenario.id} value={scenario.id}>
                  {namesOf(set.scenarios)[k]}
                </option>
              ))}
            </select>
          </label>
          {differing.asked?.texts.join('\0') === texts.join('\0') &&
            others.map((scenario, k) => (
              <DeviationSection
                key={scenario.id}
                name={names[k + 1]!}
                deviations={differing.answer?.[k]}
                onReset={(deviation) => setField(scenario.id, deviation, deviation.base)}
                onPush={(deviation) => setField(base.id, deviation, deviation.own)}
              />
            ))}
        </>
      }
    >
      {answer !== undefined && asked !== undefined && (
        <>
          <ComparisonResult comparison={answer} names={asked.scenarios.map(({ name }) => name)} />
          <SentenceSection title={result.notes} sentences={answer.notes} byEngine />
        </>
      )}
    </StudyPanel>
  );
}

function baseFirst(scenarios: readonly OpenScenario[], baseId: string): readonly OpenScenario[] {
  return scenarios.toSorted((a, b) => Number(b.id === baseId) - Number(a.id === baseId));
}

/** What the scenarios call themselves, with a number where two have one name. */
function namesOf(scenarios: readonly OpenScenario[]): readonly string[] {
  const titles = scenarios.map(titleOf);
  return titles.map((title, k) => {
    const same = titles.slice(0, k).filter((other) => other === title).length;
    return same === 0 ? title : `${title} (${same + 1})`;
  });
}
