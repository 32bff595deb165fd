import { daysIn, provisionalUntil } from '../../../layers/kernel/calendar/month.ts';
import type { DeployedSettings } from '../../../layers/kernel/usage/deployed-resources.ts';
import { openTable } from '../../../layers/platform/dynamodb/table.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { readDeployedSettings } from '../../../layers/platform/runtime/deployed-resources.ts';
import type { Runtime } from '../../../layers/platform/runtime/runtime.ts';
import { policyStore } from '../../../layers/records/policies/data/policy-store.ts';
import { inForce } from '../../../layers/records/policies/domain/document.ts';
import { readDirectory } from '../../membership/public/directory-store.ts';
import { membershipDays } from '../../membership/public/membership-days.ts';
import type { UseByDay } from '../domain/cloud-bills/metered-use.ts';
import { attributionPolicyName } from '../domain/metering/attribute-lines.ts';
import { attributionKind } from '../domain/metering/attribution-kind.ts';
import { allowancesIn, freeTierKind } from '../domain/pricing/free-tier.ts';
import type { PriceBook } from '../domain/pricing/price-book.ts';
import { type IdleReading, idleCostsOfReadings } from '../domain/usage-report/idle-readings.ts';
import type { MonthReport, ReportRefusal, SplitKey } from '../domain/usage-report/model.ts';
import { monthReport } from '../domain/usage-report/month-report.ts';
import { costSharingKind, splitKey } from '../domain/usage-report/sharing-key.ts';
import { unitCostRows } from '../domain/usage-report/unit-cost-rows.ts';
import { idleStore } from './idle-store.ts';
import { priceBooksOf } from './price-books.ts';
import type { StoredDay } from './usage-items.ts';
import { usageStore } from './usage-store.ts';

/** A month's report, whether any of its use is synthetic demo data, and the key by which its pools were split. */
export type ReadMonth = { report: MonthReport; synthetic: boolean; key: SplitKey };

/** A month with the input of its report: its use by days and the price book. Large: for one response, not for caching. */
export type ReadByDay = ReadMonth & { use: UseByDay & { sums: readonly StoredDay[] }; book: PriceBook };

/** Reads months for finance: combines use, idle cost, prices, policy and key. */
export type MonthStore = {
  read(month: string, now: number): Promise<ReadMonth | ReportRefusal>;
  readByDay(month: string, now: number): Promise<ReadByDay | ReportRefusal>;
};

/** Returns the stored log bytes: metered bytes are retained for this many months, so the total is one month's bytes times the months. */
const heldLogs = (days: readonly StoredDay[], retentionDays: number): number =>
  Math.round((days.reduce((sum, { counts }) => sum + counts.logBytes, 0) * retentionDays) / 30);

/** Returns the configured resources as the readings of a month without any, from its first day with use. */
const assumed = (month: string, days: readonly StoredDay[], deployed: DeployedSettings): IdleReading[] => {
  if (days.length === 0) return [];
  const synthetic = days.some((day) => day.synthetic);
  const first = days.map(({ day }) => day).toSorted()[0] ?? month;
  const sizes = { tableBytes: 0, objectBytes: 0, logBytes: 0 };
  const { logRetentionDays: _, ...resources } = deployed;
  return [{ ...resources, day: synthetic ? `${month}-01` : first, ...sizes }];
};

/** Returns the readings for a month's idle cost; from the configuration where none was recorded. */
const readingsOf = (
  month: string,
  days: readonly StoredDay[],
  noted: readonly IdleReading[],
  deployed: DeployedSettings,
) => {
  const logBytes = heldLogs(days, deployed.logRetentionDays);
  const held = noted.length > 0 ? noted : assumed(month, days, deployed);
  return held.map((reading): IdleReading => ({ ...reading, logBytes }));
};

/** Returns the store of months. Reading a month reads each member's partition of it. */
export const monthStore = (runtime: Pick<Runtime, 'environment'>): MonthStore => {
  const table = openTable(runtime);
  const [usage, idle, policies] = [usageStore(table), idleStore(table), policyStore(table)];
  const books = priceBooksOf(runtime, policies);
  const deployed = readDeployedSettings(runtime.environment);
  const readByDay: MonthStore['readByDay'] = async (month, now) => {
    if (month > iso(now).slice(0, 7)) {
      return { refused: [{ code: 'not-begun', detail: `${month} has not begun.`, pointer: '/path/month' }] };
    }
    const book = await books.ofMonth(month);
    if (!book) {
      const detail = `No price book is in force in ${month}.`;
      return { refused: [{ code: 'price-book-not-in-force', detail, pointer: '/path/month' }] };
    }
    const members = await readDirectory(table);
    const ids = members.map(({ memberId }) => memberId);
    const [days, noted, attribution, sharing, freeTier] = await Promise.all([
      usage.ofMonth(month, ids),
      idle.ofMonth(month),
      policies.list(attributionKind),
      policies.list(costSharingKind),
      policies.list(freeTierKind),
    ]);
    const readings = readingsOf(month, days, noted, deployed);
    const [today, lastDay] = [iso(now).slice(0, 10), `${month}-${daysIn(month)}`];
    const lastInstant = `${lastDay}T23:59:59.999Z`;
    const isOver = today >= lastDay;
    const until = isOver ? lastDay : today;
    const sharers = members.map((one) => ({ memberId: one.memberId, days: membershipDays(one, month) }));
    const key = splitKey(inForce(sharing, costSharingKind, lastInstant), sharers, days);
    const report = monthReport({
      month,
      sums: days,
      book,
      allowances: allowancesIn(inForce(freeTier, freeTierKind, lastInstant)?.body, month),
      idle: idleCostsOfReadings(month, readings, until),
      attributionPolicy: attributionPolicyName(attribution, lastInstant),
      key,
      unitCosts: unitCostRows,
      provisionalUntil: provisionalUntil(month),
    });
    if ('refused' in report) return report;
    const synthetic = days.some((day) => day.synthetic);
    return { report, synthetic, use: { sums: days, readings, until }, book, key };
  };
  return {
    readByDay,
    read: async (month, now) => {
      const read = await readByDay(month, now);
      if ('refused' in read) return read;
      const { report, synthetic, key } = read;
      return { report, synthetic, key };
    },
  };
};
