/** How assumptions are called in Chinese, from their paths in the file. */
import type { ScenarioFacts } from '../../domain.ts';
import { fieldLabel } from '../languages/field-label.ts';
import { channelLabel } from '../sentences/names.ts';
import { plain } from '../text/plain.ts';
import { fieldWords } from './field-words.ts';

const ENTRIES: ReadonlySet<string> = new Set(['events', 'resources', 'segments', 'currencies']);

/** `搜索：价格 · 点击价 CPC`; the planner's own names as they are. */
export function assumptionLabel(report: { readonly scenario: ScenarioFacts }, id: string): string {
  const [section, name, ...rest] = id.split('.');
  if (name === undefined) return labelOf(id);
  if (section === 'channels') return `${channelLabel(report, name)}：${rest.map(labelOf).join(' · ')}`;
  if (section === 'assumptions') return plain([name, ...rest].join('.'));
  if (section === 'factors') return `共同因素“${plain([name, ...rest].join('.'))}”`;
  // Sections of entries that the planner names; all others are fields throughout.
  const own = ENTRIES.has(section!) ? plain(name) : labelOf(name);
  return [labelOf(section!), own, ...rest.map(labelOf)].join(' · ');
}

function labelOf(name: string): string {
  return plain(fieldLabel(name, { words: fieldWords, arrow: ' → ' }));
}
