import type { Issue } from '../../errors.ts';
import type { Fault } from '../fault.ts';
import { depthOf } from '../path.ts';
import { pathText } from '../text/finding.ts';
import type { Layer } from './layer.ts';

/**
 * A fault with the file, line and column where the planner wrote what it is about.
 *
 * @param layers  the file itself first, then the one it extends, and so on; at least one
 */
export function issueOf(fault: Fault, layers: readonly Layer[]): Issue {
  const { severity, path, message, advice, replacement, inName } = fault;
  const { file, locate } = originOf(path, layers);
  return {
    severity,
    path: pathText(path),
    message,
    ...(advice === undefined ? {} : { advice }),
    ...(replacement === undefined ? {} : { replacement }),
    ...(file === undefined ? {} : { file }),
    ...locate(path, inName === true ? 'name' : 'value'),
  };
}

/** The first layer that has what stands at `path`, or else the most of the way to it. */
function originOf(path: Fault['path'], layers: readonly Layer[]): Layer {
  return layers.reduce((best, layer) => (depthOf(layer.value, path) > depthOf(best.value, path) ? layer : best));
}
