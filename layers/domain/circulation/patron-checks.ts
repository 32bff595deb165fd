import type { BranchCalendar } from '../calendar/branch-calendar.ts';
import { localDay } from '../calendar/days.ts';
import { type Finding, finding } from './findings.ts';
import { type CounterName, counted, type Limit, type PatronStanding } from './patron-standing.ts';
import type { RefusalCode } from './refusals.ts';

/** Whether the card is good and the patron not blocked at these members (or everywhere), at an instant on the branch's clock. The first member is where it happens: a block that spares the home library does not count there (C67). */
export const standingFindings = (
  patron: PatronStanding,
  members: readonly string[],
  calendar: BranchCalendar,
  at: string,
): Finding<'card-expired' | 'patron-blocked'>[] => {
  const atHome = members[0] === patron.homeMember;
  const blocks = patron.blocks.filter(
    ({ scope, exceptAtHome }) =>
      (scope === 'consortium' || members.includes(scope)) && !(exceptAtHome === true && atHome),
  );
  const blocked = blocks.map(({ code, scope }) => `${code} (${scope})`).join(', ');
  return [
    finding('card-expired', localDay(calendar, at) <= patron.expiresOn, `The card is good to ${patron.expiresOn}`),
    finding('patron-blocked', blocks.length === 0, blocked === '' ? 'No block applies' : `Blocked: ${blocked}`),
  ];
};

/** Owing up to the limit is allowed; a counter has no fractions, so that is "below limit + 1". Minor units. */
export const owedLimit = (limit: number): Limit => ({ counter: 'owed', below: limit + 1 });

const codeOf = (counter: CounterName) => {
  if (counter === 'loans') return 'too-many-loans' as const;
  if (counter === 'holds') return 'too-many-holds' as const;
  return counter === 'owed' ? ('owed-over-limit' as const) : ('too-many-in-group' as const);
};

/** The refusal that stands for a limit; also what to answer when the write's own condition fails on it. */
export const refusalOfLimit = ({ counter }: Limit): ReturnType<typeof codeOf> & RefusalCode => codeOf(counter);

const sentence = (patron: PatronStanding, { counter, below }: Limit): string => {
  const has = counted(patron.counters, counter);
  return counter === 'owed'
    ? `Owes ${has} of at most ${below - 1} minor units`
    : `Has ${has} of at most ${below} (${counter})`;
};

/** Whether the counters as read keep the limits. The write checks them again, since others may be writing too. */
export const limitFindings = (patron: PatronStanding, limits: readonly Limit[]): Finding<ReturnType<typeof codeOf>>[] =>
  limits.map((limit) =>
    finding(codeOf(limit.counter), counted(patron.counters, limit.counter) < limit.below, sentence(patron, limit)),
  );

/** One limit a counter: the lowest wins (C66). */
export const tightest = (limits: readonly Limit[]): Limit[] => {
  const byCounter = new Map<CounterName, Limit>();
  for (const limit of limits) {
    const known = byCounter.get(limit.counter);
    if (known === undefined || limit.below < known.below) byCounter.set(limit.counter, limit);
  }
  return [...byCounter.values()];
};
