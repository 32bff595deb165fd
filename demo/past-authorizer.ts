import type { PastSum } from './past.ts';
import { pastWorkRow } from './past-row.ts';

/** Operations that anyone may call: the authorizer is asked for each request anew, and most of these callers are nobody. */
export const openOperations: readonly string[] = [
  'discovery-search',
  'discovery-get-record',
  'patrons-sign-in',
  'membership-list-directory',
];

/** Of a thousand searches and records looked at: asked for by patrons who are signed in. */
const SIGNED_IN_PER_MILLE = 250;
const signedInTo = new Set(['discovery-search', 'discovery-get-record']);

/** Of a thousand requests with a token: those whose answer the gateway does not keep from within the last half minute. */
const ASKED_PER_MILLE = 500;

/** One answer: a token is verified in a few milliseconds; of staff the roles are read, half a unit, of patrons nothing. */
const MEGABYTE_MS = 512 * 6;
const ROLES_READ_UNITS = 0.5;

type Asked = { own: number; nobodys: number; staff: number };

const askedBy = (sum: PastSum): Asked => {
  if (!openOperations.includes(sum.operation)) {
    const own = Math.round((sum.events * ASKED_PER_MILLE) / 1000);
    return { own, nobodys: 0, staff: own };
  }
  const isMembers = sum.member !== 'public-use' && signedInTo.has(sum.operation);
  const own = isMembers ? Math.round((sum.events * SIGNED_IN_PER_MILLE) / 1000) : 0;
  return { own, nobodys: sum.events - own, staff: 0 };
};

const row = (day: string, member: string, events: number, staff: number): PastSum[] =>
  events === 0
    ? []
    : [
        pastWorkRow(
          { day, member, operation: 'membership-authorize', service: 'administration', events },
          { megabyteMs: MEGABYTE_MS * events, readUnits: ROLES_READ_UNITS * staff },
        ),
      ];

/**
 * Takes days of use that never happened; gives what asking who calls would have cost: for a token whose it is, for a
 * caller without one the public's, as the authorizer sees no library's door.
 */
export const pastAuthorizer = (sums: readonly PastSum[]): PastSum[] =>
  [...Map.groupBy(sums, ({ day }) => day)].flatMap(([day, ofDay]) => {
    let nobodys = 0;
    const owned = [...Map.groupBy(ofDay, ({ member }) => member)].flatMap(([member, own]) => {
      const asked = own.map(askedBy);
      const all = (of: keyof Asked): number => asked.reduce((sum, one) => sum + one[of], 0);
      nobodys += all('nobodys');
      return row(day, member, all('own'), all('staff'));
    });
    return [...owned, ...row(day, 'public-use', nobodys, 0)];
  });
