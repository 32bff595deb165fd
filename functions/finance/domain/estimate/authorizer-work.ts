import type { DailySum } from '../metering/aggregate.ts';
import { workSum } from './work-sum.ts';

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
 * Takes sums of use by day and member; gives what asking who calls costs: for a token whose it is, for a caller without one
 * the public's, as the authorizer sees no library's portal.
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
