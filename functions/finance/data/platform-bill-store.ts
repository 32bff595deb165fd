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

/** The bills of the platform by month, and what was said of how they differ. */
export type PlatformBillStore = {
  announce(bill: AnnouncedBill, audit: AuditLine): Promise<void>;
  get(place: Place): Promise<StoredBill | undefined>;
  /**
   * Takes a bill in, once: `snapshot` is the SHA-256 of its kept sums. Who sent it prepared the month by that. False when it was
   * read before.
   */
  take(
    place: Place & Pick<StoredBill, 'sentBy'>,
    read: { summary: BillSummary; snapshot: string; at: string },
    audit: AuditLine,
  ): Promise<boolean>;
  /** Notes why a bill is not taken in. False when it was read before. */
  refuse(place: Place, refusal: BillRefusal, at: string, audit: AuditLine): Promise<boolean>;
  /** How many bills of a month were taken in, for `whileTaken`: asked before they are read, so that none is overlooked. */
  taken(month: string): Promise<number>;
  /** A month's bills in the order in which they were announced, and what was accepted of its differences. */
  ofMonth(month: string): Promise<{ bills: StoredBill[]; acceptances: Acceptance[] }>;
  /** As long as the month's statements are not approved; who does prepared the month. Gives why not: this very difference was accepted before, or they are. */
  accept(month: string, acceptance: Acceptance, audit: AuditLine): Promise<'accepted' | 'there' | 'approved'>;
};

/** The check that no bill of a month was taken in since `taken` of them were: goes with what is decided by the latest. */
export const whileTaken = (month: string, taken: number): Write => ({
  check: key('platformBillHead', { month }),
  when: taken === 0 ? absent() : unchanged(taken),
});

const raiseTaken = (month: string): Write => {
  const { v: _, ...set } = stamp('platformBillHead', 1);
  return { update: key('platformBillHead', { month }), set };
};

/** Where the file of a bill arrives in the bucket. */
export const billFileKey = ({ month, billId }: Place): string => `bills/${month}/${billId}/file`;

/** Where the sums of a bill are kept, never written again. */
export const billSnapshotKey = ({ month, billId }: Place): string => `bill-snapshots/${month}/${billId}.json`;

/** The bills kept in the table. */
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
    accept: async (month, acceptance, audit) => {
      const at = key('acceptedException', { month, ...acceptance });
      const put = { ...at, ...stamp('acceptedException', 1), ...acceptance };
      const before = whilePeriod(month, 'open', 'metered', 'reconciled');
      const prepared = preparerWrite(month, acceptance.by);
      const lost = await table.write([before, { put, when: absent() }, prepared, auditWrite(audit)]);
      if (!lost) return 'accepted';
      return lost.conflict.some(({ index }) => index === 0) ? 'approved' : 'there';
    },
  };
};
