import type { Chart } from '../pictures/chart.ts';
import { courseChart } from '../pictures/charts/course.tsx';
import { cumulativeChart } from '../pictures/charts/cumulative.tsx';
import { curvesChart } from '../pictures/charts/curves.tsx';
import { dotsChart } from '../pictures/charts/dots.tsx';
import { marginalChart } from '../pictures/charts/marginal.tsx';
import { multiplesChart, stackChart } from '../pictures/charts/plan.tsx';
import { scatterChart } from '../pictures/charts/scatter.tsx';
import { spiderChart } from '../pictures/charts/spider.tsx';
import { namedNotes } from '../report/sentences/named-notes.ts';
import { sureTexts } from '../report/sure.ts';
import { plain } from '../report/plain.ts';
import { sentenceSection, type Block, type ReportDocument, type Section } from './document.ts';
import type { DocumentWords } from './languages/document-words.ts';
import { assumptionSection } from './parts/assumptions.ts';
import { channelSection } from './parts/channels.ts';
import { conflictSections } from './parts/conflict.ts';
import { financeNotes } from './parts/finance-notes.ts';
import { financeSections } from './parts/finance.ts';
import { driverSection } from './parts/drivers.ts';
import { keyFigures } from './parts/key-figures.ts';
import { lessonSection } from './parts/lessons.ts';
import { limitSection } from './parts/limits.ts';
import { planSection } from './parts/plan.ts';
import { provenanceSection } from './parts/provenance.ts';
import { rangeSection } from './parts/ranges.ts';
import { restSection } from './parts/rest.ts';
import { screeningSection } from './parts/screening.ts';
import { stressSection } from './parts/stresses.ts';
import { summary } from './parts/summary.ts';
import { wishSection } from './parts/wishes.ts';
import type { Reported } from './reported.ts';

/** A report to be read from top to bottom, the most important first, in one language. */
export function reportDocument(reported: Reported, words: DocumentWords): ReportDocument {
  const { report, details, influence, stresses, finance, scorecard, lessons } = reported;
  const { result, charts } = words;
  const { say } = result;
  const { scenario } = report;
  const sections = [
    sentenceSection(words.meaning, words.past.headline(report, say.headline(report)).rest),
    ...conflictSections(report, words),
    restSection(report, words),
    planSection(report, words),
    rangeSection(report, words),
    ...chartSections([
      dotsChart(report, charts),
      cumulativeChart(report, charts),
      marginalChart(report, charts),
      stackChart(report, charts),
      multiplesChart(report, charts),
      ...(details === undefined ? [] : [courseChart(report, details, charts), curvesChart(report, details, charts)]),
    ]),
    channelSection(report, words),
    wishSection(report, words),
    limitSection(report, words),
    ...(finance === undefined ? [] : financeSections(finance, words.finance, charts, financeNotes(reported, words))),
    stresses === undefined ? undefined : stressSection(stresses, words),
    ...chartSections([stresses && spiderChart(stresses, (id) => words.assumption(report, id), charts)]),
    influence === undefined ? undefined : driverSection(report, influence, words),
    ...chartSections([influence && scatterChart(influence, (id) => words.assumption(report, id), charts)]),
    sentenceSection(result.budget, say.freeBudget(report)),
    sentenceSection(result.sure, sureTexts(report, say)),
    scorecard && screeningSection(scorecard, words.screening),
    lessons && lessonSection(lessons, words.lessons, (path) => words.assumption(report, path)),
    assumptionSection(reported, words),
    sentenceSection(result.notes, namedNotes(report, words.assumptionInText).map(plain).map(words.say)),
    provenanceSection(reported, words),
  ];
  return {
    language: result.code,
    title: plain(scenario.name),
    subtitle: [words.horizon(scenario), plain(scenario.currency)].join(words.comma),
    summaryTitle: words.summary.title,
    summary: summary(reported, words),
    keyFigures: keyFigures(report, words),
    sections: sections
      .filter((section) => section !== undefined)
      .map(({ title, blocks }) => ({ title, blocks: blocks.map((block) => inTypography(block, say.number)) })),
    asTable: words.asTable,
    madeBy: words.madeBy(report.engine),
  };
}

function chartSections(charts: readonly (Chart | undefined)[]): readonly Section[] {
  return charts
    .filter((chart) => chart !== undefined)
    .map((chart) => ({ title: chart.title, blocks: [{ kind: 'chart', chart }] }));
}

/** Figures in tables as the language writes them. */
function inTypography(block: Block, number: (text: string) => string): Block {
  if (block.kind !== 'table') return block;
  const { columns, rows, ...rest } = block.table;
  return {
    kind: 'table',
    table: {
      ...rest,
      columns,
      rows: rows.map((row) =>
        row.map((cell, c) => (columns[c]!.align === 'right' ? { ...cell, text: number(cell.text) } : cell)),
      ),
    },
  };
}
