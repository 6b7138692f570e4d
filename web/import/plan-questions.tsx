import { amount } from '../../src/report/numbers/exact.ts';
import { useSaid } from '../languages/said.tsx';
import { asSentence } from '../parts/fault-text.tsx';
import { useCell } from '../state/use-cell.ts';
import { WishField } from '../studies/wish-field.tsx';
import type { ImportState } from './import-state.ts';
import { useImportWords } from './use-import-words.ts';
import type { Joined } from './wire.ts';

/** What is asked here, by the path of its issues. */
export const FIELDS = ['start', 'periods', 'budget', 'currency'] as const;

export interface PlanQuestionsProps {
  readonly state: ImportState;
  readonly joined: Joined;
}

/** What exports cannot tell: the time that is planned, the budget, and the currency where no file says it. */
export function PlanQuestions({ state, joined: { weeks, money, usualBudget } }: PlanQuestionsProps) {
  const { plan: words } = useImportWords();
  const { say } = useSaid();
  const wishes = useCell(state.wishes);
  const { issues } = useCell(state.outcome);
  const faultOf = (field: (typeof FIELDS)[number]) => {
    const found = issues.find(({ path }) => path === field);
    return found === undefined ? undefined : asSentence(say(found.message));
  };
  const fieldOf = (field: (typeof FIELDS)[number]) => ({
    value: wishes[field],
    fault: faultOf(field),
    onInput: (text: string) => state.wish({ [field]: text }),
  });
  return (
    <section>
      <h3>{words.title}</h3>
      <div class="wishes">
        <WishField isWord label={words.start} hint={words.startHint(weeks.usualStart)} {...fieldOf('start')} />
        <WishField label={words.periods} hint={words.periodsHint} {...fieldOf('periods')} />
        <WishField
          label={words.budget(money.currency)}
          hint={words.budgetHint(amount(usualBudget))}
          {...fieldOf('budget')}
        />
        {!money.isSaid && (
          <WishField isWord label={words.currency} hint={words.currencyHint} {...fieldOf('currency')} />
        )}
      </div>
      {money.isSaid && <p class="note">{words.currencySaid(money.currency)}</p>}
    </section>
  );
}
