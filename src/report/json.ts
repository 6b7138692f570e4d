import type { BindingLimit, LimitSide, Repair, Report } from '../domain.ts';

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
      conflict: optimization.conflict.map(shortLimit),
      repairs: optimization.repairs.map((repair: Repair) => ({ ...shortLimit(repair), by: repair.by })),
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

function shortLimit({ limit, side }: LimitSide) {
  return { name: limit.name, path: limit.path, side, value: limit[side] };
}
