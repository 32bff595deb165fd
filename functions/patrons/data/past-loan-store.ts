import * as z from 'zod';
import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import { absent, and, equals, lacks, present } from '../../../layers/platform/dynamodb/condition.ts';
import { type CursorPage, type PageWish, readPage } from '../../../layers/platform/dynamodb/cursor.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { readBill, type StoredBill } from '../../circulation/data/bill-store.ts';
import { keys as circulationKeys } from '../../circulation/data/keys.ts';
import { type Fate, type PastLoan, pastLoanSchema } from '../domain/past-loan.ts';
import type { PatronStatus } from '../domain/patron-status.ts';
import { key, sortPrefix } from './keys.ts';

const stored = pastLoanSchema.extend({ expiresAt: z.number().exactOptional() });

/** A past loan as kept; `expiresAt` in epoch seconds, after which it counts as gone although the row may linger. */
export type KeptLoan = z.infer<typeof stored>;

/** The loans that ended, as far as anything keeps them. */
export type PastLoanStore = {
  /** Counts an ended loan for the statistics, once, without saying whose it was. */
  count(loan: PastLoan, patron: Pick<PatronStatus, 'homeMember' | 'category' | 'classes'>): Promise<void>;
  /** The bills of a loan: the person's link to it besides its own row. */
  billsOf(patronId: string, loanId: string): Promise<StoredBill[]>;
  get(patronId: string, loanId: string): Promise<KeptLoan | undefined>;
  /** Keeps or forgets a loan, as long as the patron's wish is the one it was judged by. False when it is not: judge again. */
  settle(patron: Pick<PatronStatus, 'patronId' | 'keepsHistory'>, loan: PastLoan, fate: Fate): Promise<boolean>;
  /** Takes a loan's item out of its settled bills: they say what was paid, no longer for which book. */
  unlink(bills: readonly StoredBill[]): Promise<void>;
  /** What is kept at `now` (epoch ms), the latest borrowed first. */
  list(patronId: string, wish: PageWish, now: number): Promise<CursorPage<KeptLoan> | 'bad-cursor'>;
  all(patronId: string): Promise<KeptLoan[]>;
  /** Writes the patron's wish. False when there is no such patron. */
  wish(patronId: string, keepsHistory: boolean): Promise<boolean>;
};

const rowOf = (patronId: string, loan: PastLoan, until: string | undefined) => {
  const { expiresAt: _, ...said } = stored.parse(loan);
  const expires = until === undefined ? {} : { expiresAt: Math.floor(Date.parse(until) / 1000) };
  return { ...key('pastLoan', { patronId, loanId: loan.loanId }), ...stamp('pastLoan', 1), ...said, ...expires };
};

const unlinkWrite = ({ patronId, billId }: StoredBill): Write => ({
  update: circulationKeys.key('patronBill', { patronId, billId }),
  remove: ['loanId', 'itemId', 'title'],
  // A charge that opened again meanwhile keeps its loan.
  when: and(present(), equals('open', 0)),
});

const statistic = (loan: PastLoan, patron: Pick<PatronStatus, 'homeMember' | 'category' | 'classes'>): Write => {
  const { loanId, memberId: owner, itemCategory, checkoutBranch, checkedOutAt, endedAt, renewals } = loan;
  const [day, memberId] = [endedAt.slice(0, 10), memberOfBranch(checkoutBranch)];
  const { homeMember: patronMember, category: patronCategory, classes } = patron;
  return {
    put: {
      ...key('loanStatistic', { memberId, month: day.slice(0, 7), day, loanId }),
      ...stamp('loanStatistic', 1),
      ...{ day, from: checkedOutAt.slice(0, 10), owner, itemCategory, checkoutBranch, renewals },
      ...{ patronMember, patronCategory, ...(classes && { classes }) },
    },
    when: absent(),
  };
};

/** The past loans kept in the table. */
export const pastLoanStore = (table: Table): PastLoanStore => {
  const all = async (patronId: string): Promise<KeptLoan[]> => {
    const { pk: partition } = key('patronStatus', { patronId });
    const items = await table.queryAll({ partition, begins: sortPrefix('pastLoan'), strong: true });
    return items.map((item) => stored.parse(item));
  };
  return {
    all,
    count: async (loan, patron) => {
      await table.write([statistic(loan, patron)]);
    },
    billsOf: async (patronId, loanId) => {
      const { pk: partition } = key('patronStatus', { patronId });
      const items = await table.queryAll({ partition, begins: circulationKeys.sortPrefix('patronBill'), strong: true });
      return items.map(readBill).filter((bill) => bill.loanId === loanId);
    },
    get: async (patronId, loanId) => {
      const item = await table.get(key('pastLoan', { patronId, loanId }), { strong: true });
      return item && stored.parse(item);
    },
    settle: async ({ patronId, keepsHistory }, loan, fate) => {
      const wish = keepsHistory ? equals('keepsHistory', true) : lacks('keepsHistory');
      const row = key('pastLoan', { patronId, loanId: loan.loanId });
      const conflict = await table.write([
        fate.kept ? { put: rowOf(patronId, loan, fate.until) } : { delete: row },
        { check: key('patronStatus', { patronId }), when: and(present(), wish) },
      ]);
      return conflict === undefined;
    },
    unlink: async (bills) => {
      for (const bill of bills) await table.write([unlinkWrite(bill)]);
    },
    list: async (patronId, wish, now) => {
      const { pk: partition } = key('patronStatus', { patronId });
      const query = { partition, begins: sortPrefix('pastLoan'), backwards: true };
      const page = await readPage(table, query, wish, (item) => stored.parse(item));
      if (page === 'bad-cursor') return page;
      return { ...page, rows: page.rows.filter(({ expiresAt = Number.MAX_VALUE }) => expiresAt * 1000 > now) };
    },
    wish: async (patronId, keepsHistory) => {
      const update = key('patronStatus', { patronId });
      const change = keepsHistory ? { set: { keepsHistory: true } } : { remove: ['keepsHistory'] };
      return (await table.write([{ update, ...change, when: present() }])) === undefined;
    },
  };
};
