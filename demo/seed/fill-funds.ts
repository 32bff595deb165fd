import * as z from 'zod';
import { consortiumCurrency, members } from '../members.ts';
import type { Performer } from './in-process.ts';
import type { StaffActors } from './staff-actors.ts';

const DAY = 86_400_000;

/** A fund of the demo: its code and name, the fund above it, and what it is given each year. */
type DemoFund = readonly [code: string, name: string, parent: string | undefined, given: number];

const ofPublic: readonly DemoFund[] = [
  ['BOOKS', 'Books', undefined, 0],
  ['BOOKS-ADULT', 'Books for adults', 'BOOKS', 4_200_000],
  ['BOOKS-CHILD', 'Books for children', 'BOOKS', 2_600_000],
  ['FILMS', 'Films and music', undefined, 900_000],
  ['SERIALS', 'Newspapers and journals', undefined, 650_000],
  ['GIFTS', 'Gifts of friends of the library', undefined, 120_000],
];
const ofAcademic: readonly DemoFund[] = [
  ['MONO', 'Monographs', undefined, 500_000],
  ['MONO-ARTS', 'Monographs, arts', 'MONO', 3_100_000],
  ['MONO-SCI', 'Monographs, sciences', 'MONO', 3_900_000],
  ['SERIALS', 'Journals', undefined, 9_800_000],
  ['E-BOOKS', 'E-books', undefined, 2_400_000],
];
const ofSmall: readonly DemoFund[] = [
  ['BOOKS', 'Books', undefined, 380_000],
  ['SERIALS', 'Journals', undefined, 90_000],
];
const fundsOf = { public: ofPublic, academic: ofAcademic, special: ofSmall, school: ofSmall } as const;

const limits = { encumbrance: 105, expenditure: 100, warning: 80 };
const unlimited = { encumbrance: 'unlimited', expenditure: 100, warning: 'none' };

/** The fiscal year of a member that has begun at an instant, or the one so many years before. */
export const fundYear = (startsIn: number, at: number, back: number) => {
  const now = new Date(at);
  const begins = now.getUTCFullYear() - (now.getUTCMonth() + 1 < startsIn ? 1 : 0) - back;
  const first = Date.UTC(begins, startsIn - 1, 1);
  const last = Date.UTC(begins + 1, startsIn - 1, 1) - DAY;
  const day = (time: number): string => new Date(time).toISOString().slice(0, 10);
  const year = startsIn === 1 ? `${begins}` : `${begins}-${String((begins + 1) % 100).padStart(2, '0')}`;
  return { first, year, name: year.replace('-', '/'), firstDay: day(first), lastDay: day(last) };
};

/**
 * Makes the last and the present fiscal year of each member with its funds, allocates money, and moves some of it, by the members' own
 * finance staff. `at` is in epoch ms.
 */
export async function fillFunds({ act }: Performer, actor: StaffActors, at: number): Promise<void> {
  const fill = async (memberId: string, startsIn: number, funds: readonly DemoFund[]): Promise<void> => {
    const by = actor('member-finance', memberId);
    for (const back of [1, 0]) {
      const { first, year, ...days } = fundYear(startsIn, at, back);
      const when = { by, at: Math.min(first + DAY, at) };
      const path = { memberId, year };
      const grace = { timeZone: 'America/New_York', orderGraceDays: -14, invoiceGraceDays: 60 };
      // A library with few staff orders without a second person.
      const above = funds === ofSmall ? {} : { approvalAbove: 100_000 };
      // The title of the demo for which twelve patrons wait has two copies and one on order: its holds require one more.
      const held = funds === ofPublic ? { holdsPerCopy: 3 } : {};
      const refused = funds === ofAcademic ? { refusesDuplicates: true } : {};
      const terms = {
        ...days,
        ...grace,
        ...above,
        ...held,
        ...refused,
        currency: consortiumCurrency,
        close: false,
        v: 1 - back,
      };
      await act('acquisitions-set-year', z.unknown(), { ...when, path, body: terms });
      for (const [code, name, parent, given] of funds) {
        const stated = { name, state: 'active', limits: parent === undefined ? unlimited : limits, edition: 0 };
        const body = { ...stated, ...(parent !== undefined && { parent }) };
        await act('acquisitions-set-fund', z.unknown(), { ...when, path: { ...path, code }, body });
        if (given === 0) continue;
        const amount = back === 1 ? Math.round(given * 0.95) : given;
        const allocation = { kind: 'allocation', to: code, amount, note: 'Budget of the year' };
        await act('acquisitions-move-money', z.unknown(), { ...when, path, body: allocation });
      }
      const [from, to] = [funds.at(-2)?.[0], funds.at(-1)?.[0]];
      const transfer = { kind: 'transfer', from, to, amount: 25_000, note: 'Moved on by decision of the director' };
      const mover = { by: actor('acquisitions', memberId), at: Math.min(first + 60 * DAY, at) };
      await act('acquisitions-move-money', z.unknown(), { ...mover, path, body: transfer });
    }
  };
  await Promise.all(
    members.map(({ memberId, fiscalYearStartsIn, type }) => fill(memberId, fiscalYearStartsIn, fundsOf[type])),
  );
}
