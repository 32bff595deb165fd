import type { BranchCalendar } from '../../../layers/kernel/calendar/branch-calendar.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { policyStore } from '../../../layers/records/policies/data/policy-store.ts';
import { loanRulesKind } from '../../../layers/records/policies/domain/loan-rules.ts';
import {
  defaultNotices,
  type NoticeSettings,
  noticeSettingsOf,
  noticesKind,
} from '../../../layers/records/policies/domain/notices.ts';
import type { ItemCirculation, Loan } from '../../items/public/item-circulation.ts';
import { branchStore } from '../../membership/public/branch-store.ts';
import type { PatronStatus } from '../../patrons/public/patron-status.ts';
import type { CardTiming } from '../domain/card-watch.ts';
import type { LoanTime } from '../domain/loan-moments.ts';

// A branch that is not there (any more) still ends its days somewhere.
const nowhere: BranchCalendar = { timeZone: 'Etc/UTC', weekly: {}, closures: [] };

/** By what the time of loans and cards runs: calendars and the adopted days of notices, out of caches of 60 s. `now` in epoch ms. */
export const clockTime = (table: Table) => {
  const [branches, policies] = [branchStore(table), policyStore(table)];
  const calendarOf = async (branchId: string, now: number): Promise<BranchCalendar> =>
    (await branches.known(branchId, now))?.calendar ?? nowhere;
  /** What a patron's home library has adopted: it tells its patrons, whoever lent. */
  const settingsOf = async (memberId: string, now: number): Promise<NoticeSettings> =>
    noticeSettingsOf((await policies.inForce(noticesKind, now))?.body ?? defaultNotices, memberId);
  return {
    ofLoan: async ({ branchId }: ItemCirculation, loan: Loan, now: number): Promise<LoanTime> => {
      // The calendar that its due date follows: the one where it is lent, unless the owner's was adopted.
      const owners = (await policies.inForce(loanRulesKind, now))?.body.deciders.calendar === 'owner';
      const calendar = await calendarOf(owners ? branchId : loan.checkoutBranch, now);
      return { calendar, settings: await settingsOf(loan.patronMember, now) };
    },
    ofCard: async ({ homeBranch, homeMember }: PatronStatus, now: number): Promise<CardTiming> => ({
      calendar: await calendarOf(homeBranch, now),
      settings: await settingsOf(homeMember, now),
    }),
  };
};

export type ClockTime = ReturnType<typeof clockTime>;
