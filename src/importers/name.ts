const LONGEST_NAME = 80;
const RESERVED = ['__proto__', 'constructor', 'prototype'];

/** Characters that a scenario file refuses, half characters, and white space. */
const REFUSED = /[\p{Cc}\p{Cs}\ufffd\s]+/gu;

/** The first `most` characters of a report's text, on one line and of characters that a scenario file may have. */
export function oneLine(text: string, most: number): string {
  const clean = text.replaceAll(REFUSED, ' ').trim();
  return clean.slice(0, most).replaceAll(REFUSED, ' ').trim(); // the cut may leave half a character, or a space
}

/** A name for each channel that a scenario may use, all different, as like the report's names as can be. */
export function scenarioNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const cleaned = oneLine(name, LONGEST_NAME).replaceAll(/[.*]+/g, '-');
    const usable = cleaned === '' || RESERVED.includes(cleaned) ? `channel ${cleaned}`.trim() : cleaned;
    let unique = usable;
    for (let number = 2; taken.has(unique); number += 1) {
      unique = `${oneLine(usable, LONGEST_NAME - 1 - `${number}`.length)}-${number}`;
    }
    taken.add(unique);
    return unique;
  });
}
