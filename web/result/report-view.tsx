import type { Report } from '../../src/domain.ts';
import { isCertain } from '../../src/report/sentences/spread.ts';
import { plain } from '../../src/report/text/plain.ts';
import { useWords } from '../languages/language.ts';
import { ConflictSection } from './conflict-section.tsx';
import { KeyFigures } from './key-figures.tsx';
import { LimitSection } from './limit-section.tsx';
import { PlanSection } from './plan-section.tsx';
import { ProfitSection } from './profit-section.tsx';
import { RangeSection } from './range-section.tsx';
import { SentenceSection } from './sentence-section.tsx';
import { TargetSection } from './target-section.tsx';

/** A report, most important first. */
export function ReportView({ report }: { readonly report: Report }) {
  const { report: say, result: words } = useWords();
  const { optimization } = report;
  const found = optimization !== undefined && 'plan' in optimization ? optimization : undefined;
  const { first, rest } = say.headline(report);
  return (
    <>
      <p class="headline">{first}</p>
      {rest.length > 0 && (
        <ul class="explanation">
          {rest.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      {found === undefined ? <ConflictSection report={report} /> : <KeyFigures report={report} found={found} />}
      {report.plans.length > 1 && <PlanSection report={report} />}
      {found?.reasons !== undefined && (
        <SentenceSection
          title={words.reasons.title}
          sentences={found.reasons.map((reason) => words.reasons.text(report, reason))}
        />
      )}
      {report.ranges !== undefined && <RangeSection report={report} ranges={report.ranges} />}
      <ProfitSection report={report} />
      <TargetSection report={report} />
      {found !== undefined && <LimitSection report={report} found={found} />}
      <SentenceSection title={words.budget} sentences={say.freeBudget(report)} />
      <SentenceSection
        title={words.sure}
        sentences={[
          ...(found === undefined ? [] : [say.proof(report, found)]),
          ...say.stability(report),
          say.draws(report),
          ...(isCertain(report) ? [] : [say.noises]),
        ]}
      />
      <SentenceSection title={words.notes} sentences={report.notes.map(plain)} language="en" />
    </>
  );
}
