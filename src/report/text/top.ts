import type { Report } from '../../domain.ts';
import { headline, type Headline } from '../sentences/headline.ts';
import { afterPast } from '../sentences/replan.ts';
import { horizonText } from '../sentences/words.ts';
import { displayWidth, shortened } from './display-width.ts';
import type { Page } from './page.ts';
import { plain } from './plain.ts';
import { wrap } from './wrap.ts';

/** What was looked at, and what came out in words. */
export function top({ report, width, paint }: Page): string[] {
  return topLines(report.scenario, afterPast(report, headline(report)), { width, paint });
}

/** The same for any headline of a scenario. */
export function topLines(
  scenario: Report['scenario'],
  { first, rest }: Headline,
  { width, paint }: Pick<Page, 'width' | 'paint'>,
): string[] {
  const facts = `${horizonText(scenario)}, ${scenario.currency}`;
  const name = shortened(plain(scenario.name), width - facts.length - 3);
  return [
    `${paint('strong', name)}${' '.repeat(width - displayWidth(name) - facts.length)}${paint('faint', facts)}`,
    '',
    ...wrap(first, width).map((line) => paint('strong', line)),
    ...(rest.length === 0 ? [] : ['', ...rest.flatMap((sentence) => wrap(sentence, width))]),
  ];
}
