import { inMessage } from '../fault.ts';

/** Where a file named inside another one lies, or why it cannot be named like that. */
export type Beside =
  | { readonly ok: true; readonly path: string }
  | { readonly ok: false; readonly message: string; readonly advice: string; readonly replacement?: string };

/**
 * The path of the file that `written` names, seen from the folder of `file`.
 *
 * Only relative paths: an absolute one would not be found on another machine, and an address would make reading a
 * scenario ask the network. Folders above (`..`) are allowed, since a base often lies one folder up; who gives `load`
 * decides which files it hands out.
 */
export function pathBeside(file: string, written: string): Beside {
  const advice = 'Name a file by its path from the folder of this one, such as `base.yaml` or `../base.yaml`.';
  if (/^[a-z][a-z0-9+.-]*:/i.test(written) || written.startsWith('//')) {
    return { ok: false, message: `must be a file beside this one, got the address \`${written}\``, advice };
  }
  if (/^[/\\~]/.test(written)) {
    return { ok: false, message: `must be a file beside this one, got the absolute path \`${written}\``, advice };
  }
  if (written.includes('\\')) {
    const replacement = written.replaceAll('\\', '/');
    return { ok: false, message: 'must be written with `/` between folders', advice, replacement };
  }
  const rooted = /^[/\\]/.test(file);
  const steps: string[] = [];
  for (const step of [...file.split(/[/\\]/).slice(0, -1), ...written.split('/')]) {
    if (step === '' || step === '.') continue;
    if (step !== '..') steps.push(step);
    else if (steps.length > 0 && steps.at(-1) !== '..') steps.pop();
    else if (!rooted) steps.push(step);
  }
  if (steps.length === 0)
    return { ok: false, message: `must be the name of one file, got ${inMessage(written)}`, advice };
  return { ok: true, path: `${rooted ? '/' : ''}${steps.join('/')}` };
}
