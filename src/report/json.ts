import { numberBehind } from '../constraints/number-behind.ts';
import { legibleNumber } from './sentences/legible-number.ts';
import type { BindingLimit, LimitClash, LimitSide, Repair, Report } from '../domain.ts';

/**
 * A report for programs: the same bytes for the same report wherever it is made, with numbers in full, typed arrays as
 * lists, and limits by name without their terms. Ends with a line end.
 */
export function reportJson(report: Report): string {
  return jsonText(reportData(report));
}

/** The plain data behind it. */
export function reportData(report: Report): object {
  return {
    ...report,
    ...(report.optimization === undefined ? {} : { optimization: shortOptimization(report) }),
    ...(report.equalReturn === undefined ? {} : { equalReturn: { breaks: report.equalReturn.breaks.map(shortLimit) } }),
    ...(report.proRata === undefined ? {} : { proRata: { breaks: report.proRata.breaks.map(shortLimit) } }),
  };
}

/** Plain data as JSON for people and programs, indented, with a line end. A number that is none becomes null. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, (_, part: unknown) => (ArrayBuffer.isView(part) ? Array.from(part as Float64Array) : part), 2)}\n`;
}

function shortOptimization({ optimization }: Report): unknown {
  if (optimization?.status === 'infeasible') {
    return {
      ...optimization,
      ...shortClash(optimization),
      ...(optimization.clashes && { clashes: optimization.clashes.map(shortClash) }),
      ...(optimization.together && {
        together: optimization.together.map(shortRepair),
        togetherIsLeast: optimization.togetherIsLeast,
      }),
    };
  }
  if (optimization === undefined || !('binding' in optimization)) return optimization;
  return {
    ...optimization,
    binding: optimization.binding.map(({ worth, over, nextUnit, ...side }: BindingLimit) => ({
      ...shortLimit(side),
      worth,
      ...(over === undefined ? {} : { over }),
      ...(nextUnit === undefined ? {} : { nextUnit }),
    })),
  };
}

function shortClash({ conflict, repairs }: LimitClash) {
  return { conflict: conflict.map(shortLimit), repairs: repairs.map(shortRepair) };
}

/** What to do with the field at `path`: the number that it holds, and what would do instead, in its own unit, rounded so that it does. */
function shortRepair(repair: Repair) {
  const { limit, side, ...change } = repair;
  const { name, path } = limit;
  const behind = numberBehind({ limit, side });
  const to =
    behind !== undefined && repair.kind === 'change'
      ? { value: behind.number, to: legibleNumber(behind.number, repair, behind.unit) }
      : {};
  return { name: limit.source?.name ?? name, path, side, ...to, ...change };
}

function shortLimit({ limit, side }: LimitSide) {
  return { name: limit.name, path: limit.path, side, value: limit[side] };
}
