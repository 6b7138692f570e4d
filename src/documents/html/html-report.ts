import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { ReportDocument } from '../document.ts';
import { sha256Base64 } from '../../report/sha256.ts';
import { ReportPage } from './report-page.tsx';
import { STYLE } from './style.ts';

/**
 * A report as one HTML file that needs nothing else: no script, no font, no network. Its policy lets a browser use its own
 * style sheet and nothing more, so that a text that got through as markup could neither run nor call home.
 */
export function htmlReport(document: ReportDocument): string {
  const policy = `default-src 'none'; style-src 'sha256-${sha256Base64(STYLE)}'; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>\n${unbroken(renderToString(h(ReportPage, { document, policy })))}\n`;
}

/** No line ends before a percent sign, whoever wrote the text. */
function unbroken(page: string): string {
  return page.replaceAll(/(?<=\d) %/g, '\u00a0%');
}
