import type { DailySum } from '../metering/aggregate.ts';
import { workSum } from './work-sum.ts';

/** Operations that anyone may call: the authorizer runs for each request, and most of these callers are anonymous. */
export const openOperations: readonly string[] = [
  'discovery-search',
  'discovery-get-record',
  'patrons-sign-in',
  'membership-list-directory',
];

/** The searches and record views, per thousand, by signed-in patrons. */
const SIGNED_IN_PER_MILLE = 250;
const signedInTo = new Set(['discovery-search', 'discovery-get-record']);

/** The requests with a token, per thousand, for which the gateway has no cached response from the last 30 seconds. */
const ASKED_PER_MILLE = 500;

/** One response: a token is verified in a few milliseconds; for staff the roles are read, half a unit, for patrons nothing. */
const MEGABYTE_MS = 512 * 6;
const ROLES_READ_UNITS = 0.5;

type Asked = { own: number; nobodys: number; staff: number };

const askedBy = (sum: DailySum): Asked => {
  if (!openOperations.includes(sum.operation)) {
    const own = Math.round((sum.events * ASKED_PER_MILLE) / 1000);
    return { own, nobodys: 0, staff: own };
  }
  const isMembers = sum.member !== 'public-use' && signedInTo.has(sum.operation);
  const own = isMembers ? Math.round((sum.events * SIGNED_IN_PER_MILLE) / 1000) : 0;
  return { own, nobodys: sum.events - own, staff: 0 };
};

const row = (day: string, member: string, events: number, staff: number): DailySum[] =>
  events === 0
    ? []
    : [
        workSum(
          { day, member, operation: 'membership-authorize', service: 'administration', events },
          { megabyteMs: MEGABYTE_MS * events, readUnits: ROLES_READ_UNITS * staff },
        ),
      ];

/**
 * Returns the authorizer's work for sums of use by day and member: attributed to the token's member, without a token to public use,
 * because the authorizer sees no library's portal.
 */
export const authorizerWork = (sums: readonly DailySum[]): DailySum[] =>
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
