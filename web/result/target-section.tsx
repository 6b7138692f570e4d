import type { Report, Target, TargetSummary } from '../../src/domain.ts';
import { chanceFigure, figure } from '../../src/report/numbers/estimate.ts';
import { exact, percent } from '../../src/report/numbers/exact.ts';
import { plain } from '../../src/report/text/plain.ts';
import { useWords } from '../languages/language.ts';
import { FigureText } from '../parts/figure-text.tsx';
import { Table } from '../parts/table.tsx';

/** The planner's targets and the chance of each, today and recommended; nothing when there are none. */
export function TargetSection({ report }: { readonly report: Report }) {
  const { report: say, result } = useWords();
  const { picture, targets: words } = result;
  const [today, last] = [report.plans[0]!, report.plans.at(-1)!];
  const plans = today === last ? [today] : [today, last];
  if (last.targets.length === 0) return null;
  const name = ({ metric, atLeast, atMost }: Target) =>
    [
      plain(metric),
      ...(atLeast === undefined ? [] : [words.atLeast(exact(atLeast, 'ratio'))]),
      ...(atMost === undefined ? [] : [words.atMost(exact(atMost, 'ratio'))]),
    ].join(' ');
  const wanted = ({ target, verdict }: TargetSummary) =>
    target.probability === undefined || verdict === undefined ? (
      ''
    ) : (
      <>
        {say.number(percent(target.probability, 0))}{' '}
        <span class={`verdict ${VERDICTS[verdict]}`}>{words.verdicts[verdict]}</span>
      </>
    );
  return (
    <section>
      <h3>{words.title}</h3>
      <Table
        caption={words.caption}
        columns={[
          { heading: words.target },
          ...plans.map((plan) => ({
            heading: plan === today ? picture.today : picture.recommended,
            align: 'right' as const,
          })),
          { heading: words.wanted, align: 'right' },
        ]}
        rows={last.targets.map((target, k) => [
          name(target.target),
          ...plans.map((plan) => {
            const { value, chance } = plan.targets[k]!;
            return (
              <FigureText {...(chance === undefined ? figure(value, 'ratio') : chanceFigure(chance, plan.draws))} />
            );
          }),
          wanted(target),
        ])}
        stacks
      />
    </section>
  );
}

const VERDICTS: Readonly<Record<NonNullable<TargetSummary['verdict']>, string>> = {
  reached: 'reached',
  missed: 'missed',
  'too close to call': 'close',
};
