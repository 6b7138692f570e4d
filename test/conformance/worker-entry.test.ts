import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ENTRY = resolve(import.meta.dirname, '../../src/worker/entry.browser.ts');

/** A file and all that it imports when it is loaded. */
function loadedWith(file: string, found = new Map<string, string>()): ReadonlyMap<string, string> {
  if (found.has(file)) return found;
  const text = readFileSync(file, 'utf8');
  found.set(file, text);
  for (const [, path] of text.matchAll(/^(?:import|export)\s+(?!type\s)[^;]*?from\s+'(\.[^']+)'/gm)) {
    loadedWith(join(dirname(file), path!), found);
  }
  return found;
}

describe('the worker of a web page', () => {
  it('loads nothing later: Vite up to version 7 makes one classic script of it and refuses that', () => {
    const files = loadedWith(ENTRY);
    expect(files.size).toBeGreaterThan(50);
    const later = [...files].filter(([, text]) => /\bimport\(/.test(text)).map(([file]) => file);
    expect(later).toEqual([]);
  });
});
