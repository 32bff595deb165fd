import fc from 'fast-check';
import { usageLineSchema } from '../../../../layers/kernel/usage/usage-line.ts';
import { makeBill } from '../../../../test/builders/bill/make-bill.ts';
import { countingDays } from '../../../../test/builders/bill/raw-use.ts';
import { rawResources } from '../../../../test/builders/bill/synthetic-bill.ts';
import { billCsv } from '../../../../test/builders/bill/write-bill.ts';
import { aUsageLine } from '../../../../test/builders/log-lines.ts';
import { aggregate, type DailySum } from '../metering/aggregate.ts';
import { join } from '../metering/join.ts';
import { reportOfText } from '../metering/platform-report.ts';
import { monthReport } from '../usage-report/month-report.ts';
import { monthInput, reported, resourcesIn } from '../usage-report/synthetic-month.ts';
import { meteredUse } from './metered-use.ts';
import { readBill } from './read-bill.ts';
import { reconcile } from './reconcile.ts';

const month = '2026-11';
const small = fc.nat(40);
/** A logged request: its usage, and the platform's report of its invocation. */
const aRequest = fc.record({
  day: fc.integer({ min: 1, max: 30 }).map((day) => `${month}-${String(day).padStart(2, '0')}`),
  memory: fc.constantFrom(256, 512, 1769),
  ms: fc.integer({ min: 1, max: 9000 }),
  units: fc.record({
    ...{ writeUnits: small, readUnits: small.map((halves) => halves / 2), transitions: small, queueMessages: small },
    ...{
      objectPuts: small,
      objectGets: small,
      signatures: small,
      busEvents: small,
      emails: small,
      textSegments: small,
    },
    ...{ httpUnits: fc.integer({ min: 1, max: 4 }), bytesOut: fc.nat(900_000), logBytes: fc.nat(4000) },
  }),
});
type Request = typeof aRequest extends fc.Arbitrary<infer R> ? R : never;

const logOf = (requests: readonly Request[]) =>
  requests.map(({ day, memory, ms, units }, at) => ({
    line: JSON.stringify(
      aUsageLine(`r${at}`, { at: `${day}T10:00:00.000Z`, units: { ...units, indexCalls: 0, searchMs: 0, bytesIn: 0 } }),
    ),
    report: `REPORT RequestId: lambda-r${at}\tDuration: ${ms}.00 ms\tBilled Duration: ${ms} ms\tMemory Size: ${memory} MB\tMax Memory Used: 90 MB\t`,
  }));

/** Returns the log as the product meters it. */
const meteredSums = (log: ReturnType<typeof logOf>): DailySum[] => {
  const usage = log.map(({ line }) => usageLineSchema.parse(JSON.parse(line)));
  const reports = log.flatMap(({ report }) => reportOfText(report) ?? []);
  return aggregate(join(usage, reports).metered);
};

test('F1 a bill made only from the request log has no reported difference from what was metered of the same log', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(aRequest, { minLength: 1, maxLength: 120 }), async (requests) => {
      const log = logOf(requests);
      const counting = countingDays();
      for (const { line, report } of log) counting.line(line, report);
      const days = counting.end();
      // Idle resources are also billed on days without a request.
      const known = new Set(days.map(({ day }) => day));
      for (let at = 1; at <= 30; at += 1) {
        const day = `${month}-${String(at).padStart(2, '0')}`;
        if (!known.has(day)) counting.sum(day, {});
      }
      const csv = billCsv(makeBill({ month, days: counting.end(), resources: rawResources }), {
        format: 'focus-1.2',
        month,
      });
      const bill = await readBill([Buffer.from(csv)], { month, currency: 'USD' });
      if ('refused' in bill) throw new Error(bill.refused.detail);
      const sums = meteredSums(log);
      const report = reported(monthReport(monthInput(month, { sums })));
      const metered = meteredUse(report, { sums, readings: [resourcesIn(month)], until: `${month}-30` });
      const found = reconcile({ month, metered, bills: [{ billId: 'b', summary: bill.summary }] });
      expect(found?.exceptions.map(({ id }) => id)).toEqual([]);
      expect(found?.rows.length).toBeGreaterThan(5);
    }),
    { numRuns: 60 },
  );
});
