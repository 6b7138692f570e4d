import { useState } from 'preact/hooks';
import type { Page } from '../state/page.ts';
import { useCell } from '../state/use-cell.ts';
import { Answer } from '../stress/answer.tsx';
import { PlanChoice } from '../stress/plan-choice.tsx';
import type { Studies } from '../studies/studies.ts';
import { StudyFrame } from '../studies/study-panel.tsx';
import { WishField } from '../studies/wish-field.tsx';
import { FinanceResult } from './finance-result.tsx';
import { useFinanceWords } from './use-finance-words.ts';
import { useTerms } from './use-terms.ts';

export interface FinanceViewProps {
  readonly page: Page;
  readonly studies: Studies;
}

/** A plan as finance sees it. */
export function FinanceView({ page, studies }: FinanceViewProps) {
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
            <WishField
              label={words.chance}
              hint={words.chanceHint}
              value={chance.text}
              fault={chance.value === undefined ? words.chanceWrong : undefined}
              onInput={chance.put}
            />
            <WishField
              label={words.collect}
              hint={words.lagHint}
              value={collect.text}
              fault={collect.value === undefined ? words.lagWrong : undefined}
              onInput={collect.put}
            />
            <WishField
              label={words.pay}
              hint={words.lagHint}
              value={pay.text}
              fault={pay.value === undefined ? words.lagWrong : undefined}
              onInput={pay.put}
            />
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
