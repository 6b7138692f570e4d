import type { ComponentChildren } from 'preact';
import type { Details } from '../../src/runs/details.ts';
import type { Report } from '../../src/domain.ts';
import { namedNotes } from '../../src/report/sentences/named-notes.ts';
import { sureTexts } from '../../src/report/sure.ts';
import { plain } from '../../src/report/plain.ts';
import { useWords } from '../languages/language.ts';
import type { TextEdit } from '../text/text-edit.ts';
import { ConflictSection } from './conflict-section.tsx';
import { HeadlineText } from './headline-text.tsx';
import { KeyFigures } from './key-figures.tsx';
import { LimitSection } from './limit-section.tsx';
import { DetailSections, MarginalSection, SpreadSection, TimeSection } from './picture-sections.tsx';
import { PlanSection } from './plan-section.tsx';
import { RangeSection } from './range-section.tsx';
import { SentenceSection } from './sentence-section.tsx';
import { TargetSection } from './target-section.tsx';

export interface ReportViewProps {
  readonly report: Report;
  /** What pictures show beyond the report, once it is known. */
  readonly details?: Details | undefined;
  /** Changes the scenario. */
  readonly onEdit: (edits: readonly TextEdit[]) => void;
  /** What the question behind this report asks for first, after the headline. */
  readonly children?: ComponentChildren;
}

/** A report, most important first. */
export function ReportView({ report, details, onEdit, children }: ReportViewProps) {
  const { report: say, result: words, views } = useWords();
  const { optimization } = report;
  const found = optimization !== undefined && 'plan' in optimization ? optimization : undefined;
  return (
    <>
      <HeadlineText {...say.headline(report)} />
      {children}
      {found === undefined ? (
        <ConflictSection report={report} onEdit={onEdit} />
      ) : (
        <KeyFigures report={report} found={found} />
      )}
      {report.plans.length > 1 && <PlanSection report={report} />}
      {report.ranges !== undefined && <RangeSection report={report} ranges={report.ranges} />}
      <SpreadSection report={report} />
      <MarginalSection report={report} />
      <TimeSection report={report} />
      {details !== undefined && <DetailSections report={report} details={details} />}
      <TargetSection report={report} />
      {found !== undefined && <LimitSection report={report} found={found} />}
      <SentenceSection title={words.budget} sentences={say.freeBudget(report)} />
      <SentenceSection title={words.sure} sentences={sureTexts(report, say)} />
      <SentenceSection title={words.notes} sentences={namedNotes(report, views.assumption).map(plain)} byEngine />
    </>
  );
}
