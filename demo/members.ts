import type { Member } from '../functions/membership/domain/member.ts';

/** The currency of the demo's money. */
export const consortiumCurrency = 'USD';

/** The six members: all four types, fiscal years from January and July, two that lend on request only. */
export const members: readonly Member[] = [
  {
    memberId: 'riverton',
    name: 'Riverton Public Library',
    type: 'public',
    fiscalYearStartsIn: 7,
    lendsOnRequest: false,
    memberSince: '2012-07-01',
  },
  {
    memberId: 'lakeshore',
    name: 'Lakeshore County Library',
    type: 'public',
    fiscalYearStartsIn: 1,
    lendsOnRequest: false,
    memberSince: '2012-07-01',
  },
  {
    memberId: 'harcourt',
    name: 'Harcourt University Libraries',
    type: 'academic',
    fiscalYearStartsIn: 7,
    lendsOnRequest: false,
    memberSince: '2014-07-01',
  },
  {
    memberId: 'calder',
    name: 'Calder Institute of Technology Library',
    type: 'academic',
    fiscalYearStartsIn: 7,
    lendsOnRequest: false,
    memberSince: '2016-07-01',
  },
  {
    memberId: 'ashgrove',
    name: 'Ashgrove Maritime Research Library',
    type: 'special',
    fiscalYearStartsIn: 1,
    lendsOnRequest: true,
    memberSince: '2018-01-01',
  },
  {
    memberId: 'northfield',
    name: 'Northfield Upper School Library',
    type: 'school',
    fiscalYearStartsIn: 7,
    lendsOnRequest: true,
    memberSince: '2021-07-01',
  },
];

/** The demo's additions to a member's schema: the library without fines, and the one in the same building with fines. */
export const fineFree = { fineFreeMember: 'riverton', finingNeighbour: 'harcourt' } as const;

const byId = new Map(members.map((member) => [member.memberId, member]));

/** Returns the member with an id. Throws when the demo has none. */
export function memberById(id: string): Member {
  const member = byId.get(id);
  if (member === undefined) throw new Error(`the demo has no member ${id}`);
  return member;
}
