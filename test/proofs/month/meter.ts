import type { UsageStore } from '../../../functions/finance/data/usage-store.ts';
import { aggregate, combine, type DailySum } from '../../../functions/finance/domain/metering/aggregate.ts';
import { attributeLines } from '../../../functions/finance/domain/metering/attribute-lines.ts';
import { join, withoutReport, withoutUsage } from '../../../functions/finance/domain/metering/join.ts';
import { reportOfText } from '../../../functions/finance/domain/metering/platform-report.ts';
import { type UsageLine, usageLineSchema } from '../../../layers/kernel/usage/usage-line.ts';
import type { countingDays } from '../../builders/bill/raw-use.ts';
import type { MadeRequest } from './requests.ts';

/** The use of a request for the bill's generator, which is independent of the product; it includes requests that no function received. */
export const countRaw = (counting: ReturnType<typeof countingDays>, { day, at, line, report }: MadeRequest): void => {
  if (report === undefined) counting.sum(day, { httpUnits: 1 });
  else counting.line(line ?? JSON.stringify({ at, units: { httpUnits: 1 } }), report);
};

const halvesOf = (requests: readonly MadeRequest[], members: ReadonlySet<string>) => {
  const usage = requests.flatMap(({ line }): UsageLine[] =>
    line === undefined ? [] : [usageLineSchema.parse(JSON.parse(line))],
  );
  const reports = requests.flatMap(({ at, report: text }) => {
    const report = text === undefined ? undefined : reportOfText(text);
    return report ? [{ ...report, at }] : [];
  });
  return { usage: attributeLines(usage, [], members), reports };
};

/** Requests as metered by the product, in daily sums: lines attributed, joined with their reports, including halves. */
export const meteredSums = (requests: readonly MadeRequest[], members: ReadonlySet<string>): DailySum[] => {
  const halves = halvesOf(requests, members);
  const { metered, usage, reports } = join(halves.usage, halves.reports);
  // A batch contains lines of one day.
  const at = requests[0]?.at ?? '';
  const alone = [...usage.map(withoutReport), ...reports.map((report) => withoutUsage(report, at))];
  return combine(aggregate(metered), aggregate(alone));
};

const chunks = <T>(list: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, at) => list.slice(at * size, (at + 1) * size));

/** Meters requests as log batches, each three times and in reverse order in between. Returns the number of counted batches. */
export const takeThrice = async (
  store: UsageStore,
  requests: readonly MadeRequest[],
  members: ReadonlySet<string>,
  now: number,
): Promise<{ batches: number; counted: number }> => {
  const batches = chunks(requests, 20).map((some, at) => ({
    ...{ batchId: `batch-${at}`, own: [], ...halvesOf(some, members) },
  }));
  let counted = 0;
  for (const batch of [...batches, ...batches.toReversed(), ...batches]) if (await store.take(batch, now)) counted += 1;
  return { batches: batches.length, counted };
};
