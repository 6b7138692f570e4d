import type { ParsedNode, YAMLMap, YAMLSeq } from 'yaml';
import type { Finding } from './finding.ts';

type CommaFinding = Omit<Finding, 'path'>;

/**
 * Numbers with thousands separators in a list: `[1,200, 1,350]` are four numbers in YAML, and `[1,200]` are two. With
 * other commas beside them that is an error, alone a warning.
 */
export function doubtOfList(list: YAMLSeq.Parsed, text: string): CommaFinding | undefined {
  if (list.flow !== true) return undefined;
  let suspect: { readonly at: number; readonly whole: string } | undefined;
  let others = 0;
  for (let i = 1; i < list.items.length; i++) {
    const left = list.items[i - 1]!;
    const right = list.items[i]!;
    const whole = text.slice(left.range[0], right.range[1]);
    if (!/^[-+¥$€£]*\d{1,3},\d{3}(?!\d)/.test(whole)) others += 1;
    else suspect ??= { at: left.range[0], whole };
  }
  if (suspect === undefined) return undefined;
  const { at, whole } = suspect;
  const advice = 'Write numbers in lists without separators (1200), and a space after each comma.';
  return others === 0
    ? { severity: 'warning', at, message: `\`${whole}\` is read as two numbers`, advice }
    : { severity: 'error', at, message: `\`${whole}\` could be one number or two`, advice };
}

/** Names without a value in braces: `{ cpc: 1,200 to 1,800 }` is a cpc of 1 and the names `200 to 1` and `800`. */
export function mistakesOfBraces(map: YAMLMap.Parsed, text: string): CommaFinding[] {
  const findings: CommaFinding[] = [];
  let place = 0;
  while (place < map.items.length) {
    const start = place;
    while (place < map.items.length && map.items[place]!.value === null) place += 1;
    if (place > start) {
      const names = map.items.slice(start, place).map(({ key }) => written(key, text));
      findings.push(mistakeOfNames(names, map.items[start]!.key, map.items[start - 1]?.value ?? undefined, text));
    }
    place += 1;
  }
  return findings;
}

function mistakeOfNames(
  names: readonly string[],
  first: ParsedNode,
  before: ParsedNode | undefined,
  text: string,
): CommaFinding {
  const number = before === undefined ? '' : written(before, text);
  if (before === undefined || !/\d$/.test(number) || !/^\d/.test(names[0]!)) {
    const advice = 'Write `name: value`, with a space after the colon.';
    return { severity: 'error', at: first.range[0], message: `\`${names[0]!}\` has no value`, advice };
  }
  const whole = [number, ...names].join(',');
  // 3,5 and 600.000,00 are no thousands: without their commas they would be other numbers.
  const thousands = !/,(?!\d{3}(?!\d))|\.\d*,/.test(whole);
  const advice = thousands
    ? `Write \`${whole.replaceAll(',', '')}\`, or put it in quotes.`
    : 'Write decimals with a point, and thousands without separators: 1234.5.';
  return { severity: 'error', at: before.range[0], message: `\`${whole}\` is cut at its comma`, advice };
}

function written(node: ParsedNode, text: string): string {
  return text.slice(node.range[0], node.range[1]);
}
