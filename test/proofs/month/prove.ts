import { createHash } from 'node:crypto';
import { idleStore } from '../../../functions/finance/data/idle-store.ts';
import { monthStore } from '../../../functions/finance/data/month-store.ts';
import { billFileKey, platformBillStore } from '../../../functions/finance/data/platform-bill-store.ts';
import { usageStore } from '../../../functions/finance/data/usage-store.ts';
import { combine, type DailySum } from '../../../functions/finance/domain/metering/aggregate.ts';
import { resourcesIn } from '../../../functions/finance/domain/usage-report/synthetic-month.ts';
import { type ReconciledMonth, reconcileMonth } from '../../../functions/finance/use-cases/reconcile-month.ts';
import { takeInBill } from '../../../functions/finance/use-cases/take-in-bill.ts';
import { memberStore } from '../../../functions/membership/data/member-store.ts';
import { daysIn } from '../../../layers/kernel/calendar/month.ts';
import { exactText, sumExact, toMinorUnits } from '../../../layers/kernel/money/exact.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { systemRuntime } from '../../../layers/platform/runtime/runtime.ts';
import { policyStore } from '../../../layers/records/policies/data/policy-store.ts';
import { makeBill } from '../../builders/bill/make-bill.ts';
import { countingDays } from '../../builders/bill/raw-use.ts';
import { rawResources } from '../../builders/bill/synthetic-bill.ts';
import { billCsv } from '../../builders/bill/write-bill.ts';
import { bucketInMemory } from '../../builders/bucket-in-memory.ts';
import { countRaw, meteredSums, takeThrice } from './meter.ts';
import { type MadeRequest, monthOfRequests } from './requests.ts';

const MONTH = '2026-10';
const LATER = Date.parse('2026-11-12T09:00:00.000Z');
/** The number of concurrently metered requests, as in a large log batch. */
const AT_ONCE = 5000;
const RETENTION_DAYS = 90;

/** The result of a month. Percentages of a row are billed less metered, of metered; `left` is lines less bill, in cents. */
export type ProvedMonth = {
  requests: number;
  members: number;
  seconds: { metered: number; reconciled: number };
  rows: { service: string; metered: string; billed: string; percent: number; allowed: number }[];
  named: string[];
  bill: string;
  left: { exact: string; roundedCents: number };
  unattributedPercent: number;
  linesWithoutMember: number;
  thrice: { batches: number; counted: number };
};

/** `days` are the first of the month, on which all its requests occur; idle resources are billed on the others, too. */
type Size = { members: number; requests: number; days: number; seed: number; throughStore: number };

const dayOf = (day: number): string => `${MONTH}-${String(day).padStart(2, '0')}`;

const idsOf = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => `member-${String(at + 1).padStart(2, '0')}`);

/** Meters all requests: most as daily sums into the store, the first of the last day as log batches, three times each. */
const meterMonth = async (table: Table, ids: readonly string[], size: Size) => {
  const [known, counting, store] = [new Set(ids), countingDays(), usageStore(table)];
  let sums: DailySum[] = [];
  let waiting: MadeRequest[] = [];
  const flush = (): void => {
    sums = combine(sums, meteredSums(waiting, known));
    waiting = [];
  };
  const batched: MadeRequest[] = [];
  for (let day = 1; day <= daysIn(MONTH); day += 1) counting.sum(dayOf(day), {});
  for (const request of monthOfRequests({ ...size, month: MONTH, members: ids })) {
    countRaw(counting, request);
    if (request.day === dayOf(size.days) && batched.length < size.throughStore) {
      batched.push(request);
      continue;
    }
    if (waiting.length === AT_ONCE || waiting[0]?.day !== request.day) flush();
    waiting.push(request);
  }
  flush();
  await store.loadPast(sums.map((sum) => ({ ...sum, synthetic: true as const })));
  return { days: counting.end(), thrice: await takeThrice(store, batched, known, LATER) };
};

/** Uploads the bill of the independent generator, and reads the month reconciled with it. */
const proveReconciliation = async (table: Table, days: ReturnType<ReturnType<typeof countingDays>['end']>) => {
  const runtime = systemRuntime();
  const logged = days.reduce((sum, { logBytes }) => sum + logBytes, 0n);
  // Logs are stored for three months: the volume of one month, three times.
  const resources = { ...rawResources, logBytes: (logged * BigInt(RETENTION_DAYS)) / 30n };
  await idleStore(table).note(resourcesIn(MONTH));
  const bytes = Buffer.from(billCsv(makeBill({ month: MONTH, days, resources }), { format: 'cur-2.0', month: MONTH }));
  const bucket = bucketInMemory();
  const stores = {
    months: monthStore(runtime),
    bills: platformBillStore(table),
    bucket: () => bucket,
    policies: policyStore(table),
  };
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const about = { billId: 'bill-1', month: MONTH, fileName: 'bill.csv', bytes: bytes.length, sha256 };
  const at = new Date(LATER).toISOString();
  const announced = { ...about, sentBy: 'staff:stf_1', openedAt: at };
  const audit = { auditId: 'aud_1', subject: 'platform-bill:bill-1', at, by: announced.sentBy, did: 'bill-sent' };
  await stores.bills.announce(announced, { ...audit, detail: {} });
  await bucket.put(billFileKey(about), bytes);
  const became = await takeInBill(
    { ...stores, bucket },
    { ...announced, state: 'awaited' },
    { currency: 'USD', at, auditId: 'aud_2' },
  );
  const read = await reconcileMonth(stores, MONTH, LATER);
  if (became !== 'taken' || 'refused' in read) throw new Error(`The bill was ${became}.`);
  return read;
};

const shareOf = ({ use }: ReconciledMonth): number => {
  const events = (some: readonly DailySum[]) => some.reduce((sum, one) => sum + one.events, 0);
  return (100 * events(use.sums.filter(({ member }) => member === 'unattributed'))) / events(use.sums);
};

const outcomeOf = (read: ReconciledMonth) => {
  if (!read.found) throw new Error('The month has no bill.');
  const { reconciliation, calibrated } = read.found;
  const lines = sumExact(calibrated.lines.map(({ amount }) => amount));
  const rounded = [...calibrated.rounded.members.values()].reduce((sum, { total }) => sum + total, 0);
  return {
    rows: reconciliation.rows.map(({ service, exact, metered, billed, difference }) => ({
      ...{ service, metered: exactText(metered), billed: exactText(billed), allowed: exact ? 0.5 : 5 },
      percent: Number((difference * 1_000_000n) / (metered || 1n)) / 10_000,
    })),
    named: reconciliation.exceptions.map(({ id }) => id),
    bill: exactText(reconciliation.billed),
    left: {
      exact: exactText(lines - reconciliation.billed),
      roundedCents: rounded - toMinorUnits(reconciliation.billed),
    },
    unattributedPercent: shareOf(read),
    linesWithoutMember: calibrated.lines.filter(({ member }) => member === '').length,
  };
};

const secondsFrom = (began: number): number => Math.round((performance.now() - began) / 100) / 10;

/**
 * Generates a month of requests from a seed, meters it into a new table, has it billed by a generator that counts the same
 * requests independently, and reconciles. `throughStore` of the requests are sent as log batches, each three times.
 */
export const proveMonth = async (table: Table, size: Size): Promise<ProvedMonth> => {
  const { alarms, kmsKeys, firewall, secrets, search } = resourcesIn(MONTH);
  process.env.DEPLOYED_RESOURCES = JSON.stringify({
    alarms,
    kmsKeys,
    firewall,
    secrets,
    search,
    logRetentionDays: RETENTION_DAYS,
  });
  const ids = idsOf(size.members);
  for (const memberId of ids) {
    const member = { memberId, name: memberId, type: 'public' as const, fiscalYearStartsIn: 1, lendsOnRequest: false };
    await memberStore(table).create(member, '2025-01-01T00:00:00.000Z');
  }
  const began = performance.now();
  const { days, thrice } = await meterMonth(table, ids, size);
  const metered = secondsFrom(began);
  const since = performance.now();
  const outcome = outcomeOf(await proveReconciliation(table, days));
  const seconds = { metered, reconciled: secondsFrom(since) };
  return { requests: size.requests, members: size.members, seconds, ...outcome, thrice };
};

/** Describes the defects of a proved month, in a few words each. */
export const faultsOf = ({
  rows,
  named,
  left,
  unattributedPercent,
  linesWithoutMember,
  thrice,
}: ProvedMonth): string[] => [
  ...rows.flatMap(({ service, percent, allowed }) =>
    Math.abs(percent) > allowed ? [`${service} differs by ${percent} %`] : [],
  ),
  ...named.map((id) => `${id} is named`),
  ...(/[1-9]/.test(left.exact) || left.roundedCents !== 0 ? [`lines less bill are ${left.exact}`] : []),
  ...(unattributedPercent > 1 ? [`${unattributedPercent} % are unattributed`] : []),
  ...(linesWithoutMember > 0 ? [`${linesWithoutMember} lines have no member`] : []),
  ...(thrice.counted === thrice.batches ? [] : [`${thrice.batches} batches were counted ${thrice.counted} times`]),
];
