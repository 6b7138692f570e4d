import type { Report } from '../../domain.ts';
import type { Headline } from '../sentences/headline-walk.ts';
import { displayWidth, shortened } from './display-width.ts';
import type { Look, Page } from './page.ts';
import { plain } from '../plain.ts';
import { wrap } from './wrap.ts';

/** What was looked at, and what came out in words. */
export function top(page: Page): string[] {
  const { report, words } = page;
  return topLines(report.scenario, words.replan.afterPast(report, words.result.say.headline(report)), page);
}

/** The same for any headline of a scenario. */
export function topLines(
  scenario: Report['scenario'],
  { first, rest }: Headline,
  { width, paint, words }: Look,
): string[] {
  const facts = words.horizon(scenario);
  const name = shortened(plain(scenario.name), width - displayWidth(facts) - 3);
  return [
    `${paint('strong', name)}${' '.repeat(width - displayWidth(name + facts))}${paint('faint', facts)}`,
    '',
    ...wrap(first, width).map((line) => paint('strong', line)),
    ...(rest.length === 0 ? [] : ['', ...rest.flatMap((sentence) => wrap(sentence, width))]),
  ];
}
