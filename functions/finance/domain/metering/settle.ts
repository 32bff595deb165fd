import { byId } from '../../../../layers/kernel/money/split.ts';
import { countsBy } from '../../../../layers/kernel/usage/units.ts';
import type { UsageLine } from '../../../../layers/kernel/usage/usage-line.ts';
import { aggregate, combine, type DailySum } from './aggregate.ts';
import { join, type MeteredLine, withoutReport, withoutUsage } from './join.ts';
import type { LoggedReport } from './subscription.ts';

/** One half of an invocation that waits for the other: its usage lines, or the platform's reports. */
export type Waiting = { usage: readonly UsageLine[]; reports: readonly LoggedReport[] };

/**
 * The result of new halves: the changes of sums (negative when unattributed use is corrected), the completed lines, and the new waiting
 * state of each invocation (undefined: none).
 */
export type Settled = {
  changes: DailySum[];
  metered: MeteredLine[];
  waiting: Map<string, Waiting | undefined>;
};

const nothing: Waiting = { usage: [], reports: [] };

const counted = ({ usage, reports }: Waiting, metered: readonly MeteredLine[] = []): DailySum[] =>
  aggregate([...metered, ...usage.map(withoutReport), ...reports.map((report) => withoutUsage(report, report.at))]);

const negated = (sum: DailySum): DailySum => ({
  ...sum,
  events: 0 - sum.events,
  succeeded: 0 - sum.succeeded,
  counts: countsBy((name) => 0 - sum.counts[name]),
});

const moves = ({ events, succeeded, counts }: DailySum): boolean =>
  events !== 0 || succeeded !== 0 || Object.values(counts).some((count) => count !== 0);

const idsOf = (halves: Waiting): string[] =>
  [...new Set([...halves.usage, ...halves.reports].map(({ lambdaRequestId }) => lambdaRequestId))].toSorted(byId);

const settleOne = (before: Waiting, id: string, halves: Waiting): { metered: MeteredLine[]; after: Waiting } => {
  const own = <T extends { lambdaRequestId: string }>(lines: readonly T[]) =>
    lines.filter((line) => line.lambdaRequestId === id);
  const reports = [...before.reports, ...own(halves.reports)];
  const { metered, usage, reports: left } = join([...before.usage, ...own(halves.usage)], reports);
  return { metered, after: { usage, reports: left.length > 0 ? reports : [] } };
};

/**
 * Imports halves of invocations. Each counts immediately: a usage line without its bill, a report as unattributed; when the other half
 * arrives, the sums are corrected. So nothing waits to be counted, nothing is lost when a half never arrives, and the order does not
 * matter. Takes the previous waiting state of these invocations.
 */
export const settle = (halves: Waiting, waited: ReadonlyMap<string, Waiting>): Settled => {
  const settled: Settled = { changes: [], metered: [], waiting: new Map() };
  const changes: DailySum[] = [];
  for (const id of idsOf(halves)) {
    const before = waited.get(id) ?? nothing;
    const { metered, after } = settleOne(before, id, halves);
    changes.push(...counted(after, metered), ...counted(before).map(negated));
    settled.metered.push(...metered);
    const waits = after.usage.length > 0 || after.reports.length > 0;
    if (waits || waited.has(id)) settled.waiting.set(id, waits ? after : undefined);
  }
  return { ...settled, changes: combine(changes).filter(moves) };
};
