/** How assumptions are called in Chinese, from their paths in the file. */
import type { ScenarioFacts } from '../../domain.ts';
import { channelLabel } from '../sentences/names.ts';
import { plain } from '../text/plain.ts';
import { fieldWords } from './field-words.ts';

/** `搜索：价格 · 点击价 CPC`; the planner's own names as they are. */
export function assumptionLabel(report: { readonly scenario: ScenarioFacts }, id: string): string {
  const [section, name, ...rest] = id.split('.');
  if (name === undefined) return fieldLabel(id);
  if (section === 'channels') return `${channelLabel(report, name)}：${rest.map(fieldLabel).join(' · ')}`;
  if (section === 'assumptions') return plain([name, ...rest].join('.'));
  if (section === 'factors') return `共同因素“${plain([name, ...rest].join('.'))}”`;
  return [section!, name, ...rest].map(fieldLabel).join(' · ');
}

/** `点击 → 客户` for `clickToCustomer`. */
function fieldLabel(name: string): string {
  const known = Object.hasOwn(fieldWords, name) ? fieldWords[name] : undefined;
  if (known !== undefined) return known;
  const step = /^(.+?)To(?=\p{Lu})(.+)$/u.exec(name);
  if (step === null) return plain(name);
  return [step[1]!, step[2]!].map((stage) => fieldLabel(stage[0]!.toLowerCase() + stage.slice(1))).join(' → ');
}
