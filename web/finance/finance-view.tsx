import { useState } from 'preact/hooks';
import { USUAL_CHANCE } from '../../src/runs/usual.ts';
import type { Page } from '../state/page.ts';
import { useCell } from '../state/use-cell.ts';
import { Answer } from '../stress/answer.tsx';
import { PlanChoice } from '../stress/plan-choice.tsx';
import { shareIn, wholeIn } from '../studies/number-in.ts';
import type { Studies } from '../studies/studies.ts';
import { StudyFrame } from '../studies/study-panel.tsx';
import { WishField } from '../studies/wish-field.tsx';
import { FinanceResult } from './finance-result.tsx';
import { useFinanceWords } from './use-finance-words.ts';

export interface FinanceViewProps {
  readonly page: Page;
  readonly studies: Studies;
}

/** Chances that there is a figure for, and the most periods that a payment may take. */
const [LEAST_CHANCE, MOST_CHANCE] = [0.5, 0.99];
const LONGEST_LAG = 520;

/** A plan as finance sees it. */
export function FinanceView({ page, studies }: FinanceViewProps) {
  const words = useFinanceWords();
  const text = useCell(page.text);
  const { answer, asked } = useCell(studies.of('finance'));
  const before = asked?.wishes;
  const [plan, setPlan] = useState(before?.plan ?? 'today');
  const [chance, setChance] = useState(`${(before?.chance ?? USUAL_CHANCE) * 100} %`);
  const [collect, setCollect] = useState(`${before?.lags.collect ?? 0}`);
  const [pay, setPay] = useState(`${before?.lags.pay ?? 0}`);
  const share = shareIn(chance);
  const isChance = share !== undefined && share >= LEAST_CHANCE && share <= MOST_CHANCE;
  const lags = { collect: wholeIn(collect, 0, LONGEST_LAG), pay: wholeIn(pay, 0, LONGEST_LAG) };
  const lagFault = (lag: number | undefined) => (lag === undefined ? words.lagWrong : undefined);
  const ask = () => {
    if (!isChance || lags.collect === undefined || lags.pay === undefined) return;
    const wishes = { plan, chance: share, lags: { collect: lags.collect, pay: lags.pay } };
    studies.ask('finance', { text, wishes }, page.settings.get());
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
              value={chance}
              fault={isChance ? undefined : words.chanceWrong}
              onInput={setChance}
            />
            <WishField
              label={words.collect}
              hint={words.lagHint}
              value={collect}
              fault={lagFault(lags.collect)}
              onInput={setCollect}
            />
            <WishField label={words.pay} hint={words.lagHint} value={pay} fault={lagFault(lags.pay)} onInput={setPay} />
          </div>
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
