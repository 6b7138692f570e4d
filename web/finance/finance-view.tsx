import { useState } from 'preact/hooks';
import { useCell } from '../state/use-cell.ts';
import { Answer } from '../stress/answer.tsx';
import { PlanChoice } from '../stress/plan-choice.tsx';
import { StudyFrame } from '../studies/study-panel.tsx';
import { WishField } from '../studies/wish-field.tsx';
import { FinanceResult } from './finance-result.tsx';
import { useFinanceWords } from './use-finance-words.ts';
import { useTerms, type TypedNumber } from './use-terms.ts';
import type { StudyViewProps } from '../studies/study-view-props.ts';

/** A plan as finance sees it. */
export function FinanceView({ page, studies }: StudyViewProps) {
  const words = useFinanceWords();
  const text = useCell(page.text);
  const { answer, asked } = useCell(studies.of('finance'));
  const [plan, setPlan] = useState(asked?.plan ?? 'today');
  const terms = useTerms(page.terms);
  const { chance, collect, pay } = terms;
  const ask = () => {
    if (terms.read !== undefined) studies.ask('finance', { text, plan, terms: terms.read }, page.settings.get());
  };
  return (
    <StudyFrame
      page={page}
      studies={studies}
      kind="finance"
      texts={words}
      isStale={asked?.text !== text}
      onAsk={ask}
      wishes={
        <>
          <PlanChoice plan={plan} onPlan={setPlan} />
          <div class="wishes">
            <TermField label={words.chance} hint={words.chanceHint} term={chance} wrong={words.chanceWrong} />
            <TermField label={words.collect} hint={words.lagHint} term={collect} wrong={words.lagWrong} />
            <TermField label={words.pay} hint={words.lagHint} term={pay} wrong={words.lagWrong} />
          </div>
          <p class="note">{words.inReports}</p>
        </>
      }
    >
      {answer !== undefined && (
        <Answer headline={words.headline(answer)} sure={words.sure(answer)} notes={answer.notes}>
          <FinanceResult view={answer} />
        </Answer>
      )}
    </StudyFrame>
  );
}

interface TermFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly term: TypedNumber;
  /** What is said where the text is no number that there can be. */
  readonly wrong: string;
}

function TermField({ label, hint, term, wrong }: TermFieldProps) {
  const fault = term.value === undefined ? wrong : undefined;
  return <WishField label={label} hint={hint} value={term.text} fault={fault} onInput={term.put} />;
}
