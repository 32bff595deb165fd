import { exactText } from '../../../layers/kernel/money/exact.ts';
import { absent, equals, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { type AuditLine, auditWrite } from '../../../layers/records/audit/data/audit.ts';
import { whilePeriod } from '../../../layers/records/ledger/data/period-check.ts';
import { type Acceptance, acceptanceSchema } from '../domain/cloud-bills/acceptance.ts';
import type { BillRefusal } from '../domain/cloud-bills/bill-line.ts';
import { type AnnouncedBill, type StoredBill, storedBillSchema } from '../domain/cloud-bills/stored-bill.ts';
import type { BillSummary } from '../domain/cloud-bills/summary.ts';
import { key } from './keys.ts';
import { preparerWrite } from './period-preparers.ts';

type Place = Pick<StoredBill, 'month' | 'billId'>;

/** Stores the platform's bills by month, and the accepted differences. */
export type PlatformBillStore = {
  announce(bill: AnnouncedBill, audit: AuditLine): Promise<void>;
  get(place: Place): Promise<StoredBill | undefined>;
  /**
   * Imports a bill, once: `snapshot` is the SHA-256 of its stored sums. Its sender counts as a preparer of the month. False when it was
   * read before.
   */
  take(
    place: Place & Pick<StoredBill, 'sentBy'>,
    read: { summary: BillSummary; snapshot: string; at: string },
    audit: AuditLine,
  ): Promise<boolean>;
  /** Records why a bill is refused. False when it was read before. */
  refuse(place: Place, refusal: BillRefusal, at: string, audit: AuditLine): Promise<boolean>;
  /** Returns how many bills of a month were imported, for `whileTaken`: read before the bills, so that none is missed. */
  taken(month: string): Promise<number>;
  /** Returns a month's bills in announcement order, and its accepted differences. */
  ofMonth(month: string): Promise<{ bills: StoredBill[]; acceptances: Acceptance[] }>;
  /**
   * Accepts differences, all or none, while the month's statements are not approved; the actor counts as a preparer of the month. Returns
   * why not: one was accepted before, or the statements are approved. At most 90 at once.
   */
  accept(
    month: string,
    acceptances: readonly Acceptance[],
    audit: AuditLine,
  ): Promise<'accepted' | 'there' | 'approved'>;
};

/** Returns the check that no further bill of a month was imported after `taken` of them: part of every decision based on the latest. */
export const whileTaken = (month: string, taken: number): Write => ({
  check: key('platformBillHead', { month }),
  when: taken === 0 ? absent() : unchanged(taken),
});

const raiseTaken = (month: string): Write => {
  const { v: _, ...set } = stamp('platformBillHead', 1);
  return { update: key('platformBillHead', { month }), set };
};

/** Returns the key of a bill's uploaded file in the bucket. */
export const billFileKey = ({ month, billId }: Place): string => `bills/${month}/${billId}/file`;

/** Returns the key of a bill's sums, which are written only once. */
export const billSnapshotKey = ({ month, billId }: Place): string => `bill-snapshots/${month}/${billId}.json`;

/** Stores bills in the table. */
export const platformBillStore = (table: Table): PlatformBillStore => {
  const ended = async (
    place: Place,
    set: Record<string, unknown>,
    audit: AuditLine,
    more: Write[] = [],
  ): Promise<boolean> => {
    const write = { update: key('platformBill', place), set, when: equals('state', 'awaited') };
    return (await table.write([write, auditWrite(audit), ...more])) === undefined;
  };
  return {
    announce: async (bill, audit) => {
      const put = { ...key('platformBill', bill), ...stamp('platformBill', 1), ...bill, state: 'awaited' };
      const conflict = await table.write([{ put, when: absent() }, auditWrite(audit)]);
      if (conflict) throw new Error(`The bill ${bill.billId} is announced already.`);
    },
    get: async (place) => {
      const item = await table.get(key('platformBill', place), { strong: true });
      return item && storedBillSchema.parse(item);
    },
    take: ({ sentBy, month, billId }, { summary: { format, lines, total, currency }, snapshot, at }, audit) => {
      const set = { state: 'taken', readAt: at, format, lines, total: exactText(total), currency, snapshot };
      return ended({ month, billId }, set, audit, [raiseTaken(month), preparerWrite(month, sentBy)]);
    },
    refuse: (place, refusal, at, audit) => ended(place, { state: 'refused', readAt: at, refusal }, audit),
    taken: async (month) => Number((await table.get(key('platformBillHead', { month }), { strong: true }))?.v ?? 0),
    ofMonth: async (month) => {
      const { pk: partition } = key('platformBill', { month, billId: 'any' });
      const items = await table.queryAll({ partition, strong: true });
      return {
        bills: items.flatMap((item) => (item.entity === 'platformBill' ? [storedBillSchema.parse(item)] : [])),
        acceptances: items.flatMap((item) =>
          item.entity === 'acceptedException' ? [acceptanceSchema.parse(item)] : [],
        ),
      };
    },
    accept: async (month, acceptances, audit) => {
      const puts = acceptances.map((acceptance): Write => {
        const at = key('acceptedException', { month, ...acceptance });
        return { put: { ...at, ...stamp('acceptedException', 1), ...acceptance }, when: absent() };
      });
      const before = whilePeriod(month, 'open', 'metered', 'reconciled');
      const lost = await table.write([before, ...puts, preparerWrite(month, audit.by), auditWrite(audit)]);
      if (!lost) return 'accepted';
      return lost.conflict.some(({ index }) => index === 0) ? 'approved' : 'there';
    },
  };
};
