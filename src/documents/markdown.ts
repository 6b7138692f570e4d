import { inline } from '../report/numbers/estimate.ts';
import { figureColumns, text, type Block, type ReportDocument, type Table, type TableCell } from './document.ts';

/** A report as Markdown with tables as GitHub has them; charts are the tables behind them. */
export function markdownReport(document: ReportDocument): string {
  const { title, subtitle, summaryTitle, summary, keyFigures, sections, madeBy } = document;
  const parts = [
    `# ${escaped(title)}`,
    escaped(subtitle),
    `## ${escaped(summaryTitle)}`,
    escaped(summary),
    ...(keyFigures === undefined
      ? []
      : [
          keyFigures.items
            .map(
              ({ name, figure, beside }) =>
                `- ${escaped(name)}: **${escaped(inline(figure))}**${beside === undefined ? '' : ` (${escaped(beside)})`}`,
            )
            .join('\n'),
        ]),
    ...sections.flatMap((section) => [`## ${escaped(section.title)}`, ...section.blocks.flatMap(blockTexts)]),
    '---',
    escaped(madeBy),
  ];
  return `${parts.join('\n\n')}\n`;
}

function blockTexts(block: Block): readonly string[] {
  switch (block.kind) {
    case 'sentences':
      return [block.sentences.map((sentence) => `- ${escaped(sentence)}`).join('\n')];
    case 'note':
      return [escaped(block.text)];
    case 'table':
      return tableTexts(block.table);
    case 'chart': {
      const { caption, summary, table } = block.chart;
      const columns = figureColumns(table.columns);
      return [escaped(summary), ...tableTexts({ caption, columns, rows: table.rows.map((row) => row.map(text)) })];
    }
  }
}

function tableTexts({ caption, columns, rows }: Table): readonly string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    escaped(caption),
    [
      line(columns.map(({ heading }) => escaped(heading))),
      line(columns.map(({ align }) => (align === 'right' ? '---:' : '---'))),
      ...rows.map((row) => line(row.map(cellText))),
    ].join('\n'),
  ];
}

function cellText(cell: TableCell): string {
  const written = escaped(inline(cell));
  return cell.strong === true ? `**${written}**` : written;
}

/** On one line, with nothing in it that Markdown or the HTML within it takes for a sign. */
function escaped(value: string): string {
  return value
    .replaceAll(/\s*[\r\n]+\s*/g, ' ')
    .replaceAll(/[\\`*_[\]<>|#~!&$]/g, (sign) => `\\${sign}`)
    .replace(
      /^(\s*)([-+]|\d+[.)])(?=\s)/,
      (_, blank: string, mark: string) => `${blank}${mark.slice(0, -1)}\\${mark.slice(-1)}`,
    )
    .replaceAll(/\b(https?|ftp|mailto|www)([:.])/gi, '$1\\$2');
}
