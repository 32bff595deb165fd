import * as z from 'zod';
import { absent, and, equals, lacks, present } from '../../../layers/platform/dynamodb/condition.ts';
import { type CursorPage, type PageRequest, readPage } from '../../../layers/platform/dynamodb/cursor.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { keys as patronsKeys } from '../../patrons/public/keys.ts';
import type { PatronStatus } from '../../patrons/public/patron-status.ts';
import type { DecisionFact } from '../domain/decisions/decision-fact.ts';
import { type PastLoan, pastLoanSchema, type RetentionOutcome } from '../domain/loans/past-loan.ts';
import { readBill, type StoredBill } from './bill-store.ts';
import { key, sortPrefix } from './keys.ts';

const stored = pastLoanSchema.extend({ expiresAt: z.number().exactOptional() });

/** A past loan as stored; it counts as deleted after `expiresAt` (epoch seconds), although the row may remain for a while. */
export type StoredPastLoan = z.infer<typeof stored>;

/** Stores ended loans, as far as the rules or the patron's choice retain them. */
export type PastLoanStore = {
  /** Counts a checkout or renewal once for the statistics, without its borrower. */
  count(fact: DecisionFact): Promise<void>;
  /** The bills of a loan: they link the patron to the item besides the loan's own row. */
  billsOf(patronId: string, loanId: string): Promise<StoredBill[]>;
  get(patronId: string, loanId: string): Promise<StoredPastLoan | undefined>;
  /** Stores or deletes a loan. False when the patron turned the history on or off meanwhile; the caller then decides again. */
  save(
    patron: Pick<PatronStatus, 'patronId' | 'keepsHistory'>,
    loan: PastLoan,
    outcome: RetentionOutcome,
  ): Promise<boolean>;
  /** Removes the item of a loan from its settled bills: they then show what was paid, but not for which item. */
  unlink(bills: readonly StoredBill[]): Promise<void>;
  /** Returns the loans stored at `now` (epoch ms), the latest borrowed first. */
  list(patronId: string, page: PageRequest, now: number): Promise<CursorPage<StoredPastLoan> | 'bad-cursor'>;
  all(patronId: string): Promise<StoredPastLoan[]>;
  /** Turns the reading history of a patron on or off. False when there is no such patron. */
  setHistory(patronId: string, keepsHistory: boolean): Promise<boolean>;
};

const rowOf = (patronId: string, loan: PastLoan, until: string | undefined) => {
  const { expiresAt: _, ...row } = stored.parse(loan);
  const expires = until === undefined ? {} : { expiresAt: Math.floor(Date.parse(until) / 1000) };
  return { ...key('pastLoan', { patronId, loanId: loan.loanId }), ...stamp('pastLoan', 1), ...row, ...expires };
};

const unlinkWrite = ({ patronId, billId }: StoredBill): Write => ({
  update: key('patronBill', { patronId, billId }),
  remove: ['loanId', 'itemId', 'title'],
  // A bill that was reopened meanwhile retains its loan.
  when: and(present(), equals('open', 0)),
});

const statistic = (fact: DecisionFact): Write => {
  const { eventId, localDay: day, member: memberId, branch: checkoutBranch, decision } = fact;
  const { owner, itemCategory, patronMember, patronCategory, monthsSinceLoanHere } = fact;
  return {
    put: {
      ...key('loanStatistic', { memberId, month: day.slice(0, 7), day, eventId }),
      ...stamp('loanStatistic', 1),
      ...{ day, decision, owner, itemCategory, checkoutBranch, patronMember, patronCategory },
      // The patron's first loan of the month at this member's desks counts the person.
      ...(monthsSinceLoanHere !== 0 && { first: true }),
    },
    when: absent(),
  };
};

/** The past loans stored in the table. */
export const pastLoanStore = (table: Table): PastLoanStore => {
  const all = async (patronId: string): Promise<StoredPastLoan[]> => {
    const { pk: partition } = patronsKeys.key('patronStatus', { patronId });
    const items = await table.queryAll({ partition, begins: sortPrefix('pastLoan'), strong: true });
    return items.map((item) => stored.parse(item));
  };
  return {
    all,
    count: async (fact) => {
      await table.write([statistic(fact)]);
    },
    billsOf: async (patronId, loanId) => {
      const { pk: partition } = patronsKeys.key('patronStatus', { patronId });
      const items = await table.queryAll({ partition, begins: sortPrefix('patronBill'), strong: true });
      return items.map(readBill).filter((bill) => bill.loanId === loanId);
    },
    get: async (patronId, loanId) => {
      const item = await table.get(key('pastLoan', { patronId, loanId }), { strong: true });
      return item && stored.parse(item);
    },
    save: async ({ patronId, keepsHistory }, loan, outcome) => {
      const unchangedChoice = keepsHistory ? equals('keepsHistory', true) : lacks('keepsHistory');
      const row = key('pastLoan', { patronId, loanId: loan.loanId });
      const conflict = await table.write([
        outcome.keep ? { put: rowOf(patronId, loan, outcome.until) } : { delete: row },
        { check: patronsKeys.key('patronStatus', { patronId }), when: and(present(), unchangedChoice) },
      ]);
      return conflict === undefined;
    },
    unlink: async (bills) => {
      for (const bill of bills) await table.write([unlinkWrite(bill)]);
    },
    list: async (patronId, wanted, now) => {
      const { pk: partition } = patronsKeys.key('patronStatus', { patronId });
      const query = { partition, begins: sortPrefix('pastLoan'), backwards: true };
      const page = await readPage(table, query, wanted, (item) => stored.parse(item));
      if (page === 'bad-cursor') return page;
      return { ...page, rows: page.rows.filter(({ expiresAt = Number.MAX_VALUE }) => expiresAt * 1000 > now) };
    },
    setHistory: async (patronId, keepsHistory) => {
      const update = patronsKeys.key('patronStatus', { patronId });
      const change = keepsHistory ? { set: { keepsHistory: true } } : { remove: ['keepsHistory'] };
      return (await table.write([{ update, ...change, when: present() }])) === undefined;
    },
  };
};
