import * as z from 'zod';
import { consortiumCurrency, members } from '../members.ts';
import { fundYear } from './fill-funds.ts';
import type { Performer } from './in-process.ts';
import type { StaffActors } from './staff-actors.ts';

/**
 * Makes the next fiscal year of the library whose year ends first, and previews the roll-over into it: allocations 3 % higher, what is available carried on, open
 * orders as they are. Nothing is committed. `at` is in epoch ms.
 */
export async function planYearEnd({ act }: Performer, actor: StaffActors, at: number): Promise<void> {
  const lastDay = ({ fiscalYearStartsIn }: (typeof members)[number]): string =>
    fundYear(fiscalYearStartsIn, at, 0).lastDay;
  const [member] = members.toSorted((one, other) => (lastDay(one) < lastDay(other) ? -1 : 1));
  if (!member) throw new Error('The demo has libraries.');
  const { memberId, fiscalYearStartsIn } = member;
  const { year } = fundYear(fiscalYearStartsIn, at, 0);
  const { first: _first, year: next, ...days } = fundYear(fiscalYearStartsIn, at, -1);
  const asked = { by: actor('member-finance', memberId), at };
  const grace = { timeZone: 'America/New_York', orderGraceDays: -14, invoiceGraceDays: 60, approvalAbove: 100_000 };
  const terms = { ...days, ...grace, currency: consortiumCurrency, close: false, v: 2 };
  await act('acquisitions-set-year', z.unknown(), { ...asked, path: { memberId, year: next }, body: terms });
  const body = {
    ...{ to: next, allocation: 300, roundTo: 50_000, carry: 'available', carryAs: 'transfer' },
    ...{ basis: 'remaining', change: 0, funds: [], makeFunds: true, except: [] },
  };
  await act('acquisitions-preview-roll-over', z.unknown(), { ...asked, path: { memberId, year }, body });
}
