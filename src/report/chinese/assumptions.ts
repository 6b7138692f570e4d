/** How assumptions are called in Chinese, from their paths in the file. */
import type { AssumptionFacts, ScenarioFacts } from '../../domain.ts';
import { fieldLabel } from '../languages/field-label.ts';
import { tight } from '../numbers/chinese.ts';
import * as english from '../sentences/assumptions.ts';
import { channelLabel, eventLabel, resourceLabel } from '../sentences/names.ts';
import { plain } from '../plain.ts';
import { fieldWords } from './field-words.ts';

const ENTRIES: ReadonlySet<string> = new Set(['segments', 'currencies']);

/** `搜索：价格 · 点击价 CPC`; the planner's own names as they are. */
export function assumptionLabel(report: { readonly scenario: ScenarioFacts }, id: string): string {
  const [section, name, ...rest] = id.split('.');
  if (name === undefined) return labelOf(id);
  if (section === 'channels') return `${channelLabel(report, name)}：${inChannel(report, rest).join(' · ')}`;
  if (section === 'assumptions') return plain([name, ...rest].join('.'));
  if (section === 'factors') return `共同因素“${plain([name, ...rest].join('.'))}”`;
  // Sections of entries that the planner names; all others are fields throughout.
  return [labelOf(section!), ownName(report, section!, name), ...rest.map(labelOf)].join(' · ');
}

function ownName(report: { readonly scenario: ScenarioFacts }, section: string, name: string): string {
  if (section === 'resources') return resourceLabel(report, name);
  if (section === 'events') return eventLabel(report, name);
  return ENTRIES.has(section) ? plain(name) : labelOf(name);
}

function inChannel(report: { readonly scenario: ScenarioFacts }, path: readonly string[]): readonly string[] {
  const isHours = path[0] === 'hours';
  return path.map((part, k) => (isHours && k === 1 ? resourceLabel(report, part) : labelOf(part)));
}

function labelOf(name: string): string {
  return plain(fieldLabel(name, { words: fieldWords, arrow: ' → ' }));
}

/** Values of one assumption in digits that tell them apart. */
export function assumptionValues(id: string, values: readonly number[]): readonly string[] {
  return english.assumptionValues(id, values).map(valueText);
}

/** The same with what they are counted in, where that is money. */
export function assumptionAmounts(
  answer: { readonly assumptions: readonly AssumptionFacts[] },
  id: string,
  values: readonly number[],
): readonly string[] {
  return english.assumptionAmounts(answer, id, values).map(valueText);
}

function valueText(text: string): string {
  return text === 'yes' ? '是' : text === 'no' ? '否' : tight(text);
}
