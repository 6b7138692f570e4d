/** Python for peers: `python3`, or what `APPORTION_PYTHON` names. */
import { execFileSync } from 'node:child_process';

export const PYTHON = process.env.APPORTION_PYTHON ?? 'python3';

/** Versions of Python and of modules, such as `Python 3.11.2, numpy 2.4.6`; undefined where one of them is missing. */
export function pythonWith(...modules) {
  const code = `import platform, ${modules.join(', ')}
print("Python", platform.python_version() + "".join(f", {m.__name__} {m.__version__}" for m in (${modules.join(', ')},)))`;
  try {
    return execFileSync(PYTHON, ['-c', code], { encoding: 'utf8', stdio: 'pipe' }).trim();
  } catch {
    return undefined;
  }
}
