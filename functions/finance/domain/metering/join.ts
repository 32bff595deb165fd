import { splitByLargestRemainder } from '../../../../layers/kernel/money/split.ts';
import { noUnits } from '../../../../layers/kernel/usage/units.ts';
import type { UsageLine } from '../../../../layers/kernel/usage/usage-line.ts';
import type { PlatformReport } from './platform-report.ts';

/** A usage line with its billed amounts: invocations, and megabytes of memory times billed milliseconds. */
export type MeteredLine = UsageLine & { billed: { invocations: number; megabyteMs: number } };

/** Lines joined with their other half, and those that still wait for it (it arrives in another batch). */
export type Joined = { metered: MeteredLine[]; usage: UsageLine[]; reports: PlatformReport[] };

const grouped = <T extends { lambdaRequestId: string }>(lines: readonly T[]): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const line of lines) groups.set(line.lambdaRequestId, [...(groups.get(line.lambdaRequestId) ?? []), line]);
  return groups;
};

const sumOf = <T>(lines: readonly T[], value: (line: T) => number): number =>
  lines.reduce((sum, line) => sum + value(line), 0);

/** One invocation may work for several members (a stream batch): its bill is split by their milliseconds, so that nothing is lost. */
const shareBill = (usage: readonly UsageLine[], reports: readonly PlatformReport[]): MeteredLine[] => {
  const timed = usage.some((line) => Math.round(line.ms * 1000) > 0);
  // The index distinguishes two lines with one request id.
  const weights = new Map(usage.map((line, at) => [`${line.requestId}#${at}`, timed ? Math.round(line.ms * 1000) : 1]));
  const split = (total: number) => splitByLargestRemainder(total, weights);
  const invocations = split(reports.length);
  const megabyteMs = split(sumOf(reports, (report) => Math.round(report.billedMs * report.memoryMb)));
  const logBytes = split(sumOf(reports, (report) => report.logBytes));
  return usage.map((line, at) => {
    const share = (of: Map<string, number>) => of.get(`${line.requestId}#${at}`) ?? 0;
    return {
      ...line,
      units: { ...line.units, logBytes: line.units.logBytes + share(logBytes) },
      billed: { invocations: share(invocations), megabyteMs: share(megabyteMs) },
    };
  });
};

/** Joins usage lines with platform reports by the Lambda's request id. A retried invocation has several reports: all count. */
export const join = (usage: readonly UsageLine[], reports: readonly PlatformReport[]): Joined => {
  const byId = grouped(reports);
  const joined: Joined = { metered: [], usage: [], reports: [] };
  for (const [id, lines] of grouped(usage)) {
    const found = byId.get(id);
    if (found) joined.metered.push(...shareBill(lines, found));
    else joined.usage.push(...lines);
    byId.delete(id);
  }
  joined.reports.push(...[...byId.values()].flat());
  return joined;
};

/** Returns a usage line without a report: counted without billed time, never lost. */
export const withoutReport = (line: UsageLine): MeteredLine => ({
  ...line,
  billed: { invocations: 0, megabyteMs: 0 },
});

/** Returns a report without a usage line (a crash, the authorizer): counted as unattributed at `at`, never lost. */
export const withoutUsage = (report: PlatformReport, at: string): MeteredLine => ({
  t: 'usage',
  requestId: report.lambdaRequestId,
  lambdaRequestId: report.lambdaRequestId,
  at,
  operation: 'platform-invocation',
  context: 'platform',
  service: 'administration',
  member: 'unattributed',
  because: 'no-usage-line',
  status: 0,
  ms: report.ms,
  units: { ...noUnits(), logBytes: report.logBytes },
  billed: { invocations: 1, megabyteMs: Math.round(report.billedMs * report.memoryMb) },
});
