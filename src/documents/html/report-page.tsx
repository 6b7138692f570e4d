import type { Block, KeyFigures, ReportDocument } from '../document.ts';
import { FigureText } from './figure-text.tsx';
import { ReportChart } from './report-chart.tsx';
import { ReportTable } from './report-table.tsx';
import { STYLE } from './style.ts';

export interface ReportPageProps {
  readonly document: ReportDocument;
  /** The content security policy of the file. */
  readonly policy: string;
}

/** The whole file, but for the line that says that it is HTML. */
export function ReportPage({ document, policy }: ReportPageProps) {
  const { language, title, subtitle, summaryTitle, summary, keyFigures, sections, asTable, madeBy } = document;
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={policy} />
        <meta name="referrer" content="no-referrer" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <style dangerouslySetInnerHTML={{ __html: STYLE }} />
      </head>
      <body>
        <header>
          <h1>{title}</h1>
          <p class="subtitle">{subtitle}</p>
        </header>
        <main>
          <section class="short">
            <h2>{summaryTitle}</h2>
            <p>{summary}</p>
          </section>
          {keyFigures !== undefined && <Figures {...keyFigures} />}
          {sections.map((section) => (
            <section key={section.title}>
              <h2>{section.title}</h2>
              {section.blocks.map((block, b) => (
                <BlockView key={b} block={block} section={section.title} asTable={asTable} />
              ))}
            </section>
          ))}
        </main>
        <footer>{madeBy}</footer>
      </body>
    </html>
  );
}

function Figures({ title, items }: KeyFigures) {
  return (
    <dl class="figures" aria-label={title}>
      {items.map(({ name, figure, beside }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <FigureText {...figure} />
            {beside !== undefined && <span class="beside">{beside}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

interface BlockViewProps {
  readonly block: Block;
  /** Title of the section that it is in. */
  readonly section: string;
  readonly asTable: string;
}

function BlockView({ block, section, asTable }: BlockViewProps) {
  switch (block.kind) {
    case 'sentences':
      return (
        <ul lang={block.language}>
          {block.sentences.map((sentence, k) => (
            <li key={k}>{sentence}</li>
          ))}
        </ul>
      );
    case 'note':
      return <p class="note">{block.text}</p>;
    case 'table':
      return <ReportTable name={`${section}: ${block.table.caption}`} {...block.table} />;
    case 'chart':
      return <ReportChart chart={block.chart} asTable={asTable} />;
  }
}
