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
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import type { Loan } from '../../items/public/loan.ts';
import { branchStore } from '../../membership/public/branch-store.ts';
import type { PatronStatus } from '../../patrons/public/patron-status.ts';
import type { ShelfTiming } from '../domain/holds/shelf-reminder.ts';
import type { CardTiming } from '../domain/loans/card-checks.ts';
import type { LoanTime } from '../domain/loans/loan-moments.ts';

// The days of a branch that no longer exists still need an end.
const nowhere: BranchCalendar = { timeZone: 'Etc/UTC', weekly: {}, closures: [] };

/** Returns the calendars and notice settings for checks of loans, cards and hold shelves, cached for 60 s. `now` in epoch ms. */
export const checkTiming = (table: Table) => {
  const [branches, policies] = [branchStore(table), policyStore(table)];
  const calendarOf = async (branchId: string, now: number): Promise<BranchCalendar> =>
    (await branches.known(branchId, now))?.calendar ?? nowhere;
  /** The settings that a patron's home library has adopted. It notifies its patrons, whichever library lent. */
  const settingsOf = async (memberId: string, now: number): Promise<NoticeSettings> =>
    noticeSettingsOf((await policies.inForce(noticesKind, now))?.body ?? defaultNotices, memberId);
  return {
    ofLoan: async ({ branchId }: ItemCirculation, loan: Loan, now: number): Promise<LoanTime> => {
      // The due date follows the calendar of the lending branch, unless the owner's was adopted.
      const owners = (await policies.inForce(loanRulesKind, now))?.body.deciders.calendar === 'owner';
      const calendar = await calendarOf(owners ? branchId : loan.checkoutBranch, now);
      return { calendar, settings: await settingsOf(loan.patronMember, now) };
    },
    ofCard: async ({ homeBranch, homeMember }: PatronStatus, now: number): Promise<CardTiming> => ({
      calendar: await calendarOf(homeBranch, now),
      settings: await settingsOf(homeMember, now),
    }),
    ofShelf: async (pickupBranch: string, homeMember: string, now: number): Promise<ShelfTiming> => ({
      calendar: await calendarOf(pickupBranch, now),
      settings: await settingsOf(homeMember, now),
    }),
  };
};

export type CheckTiming = ReturnType<typeof checkTiming>;
