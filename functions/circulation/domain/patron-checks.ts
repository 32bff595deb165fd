import type { BranchCalendar } from '../../../layers/kernel/calendar/branch-calendar.ts';
import { localDay } from '../../../layers/kernel/calendar/days.ts';
import { moneyText } from '../../../layers/kernel/money/money.ts';
import {
  type Block,
  type CounterName,
  counted,
  type Limit,
  type PatronStatus,
} from '../../patrons/public/patron-status.ts';
import type { Refusal } from './decision.ts';
import { type Finding, finding, refusalOf } from './findings.ts';
import type { RefusalCode } from './refusals.ts';

/** The code of the block that says that a subscription is not paid: it refuses under its own name (C35). */
export const UNPAID = 'subscription-unpaid';
const isUnpaid = ({ code }: Block): boolean => code === UNPAID;

/** Whether a block is among those that stop an act (C27). */
export const stopped = (stops: 'all' | readonly string[], { code }: Pick<Block, 'code'>): boolean =>
  stops === 'all' || stops.includes(code);

/**
 * Whether the card is good and the patron not blocked at these members (or everywhere), at an instant on the branch's
 * clock. The first member is where it happens: a block that spares the home library does not count there (C67). `stops`
 * are the codes of blocks that stop what is to be done; all of them unless a policy says otherwise.
 */
export const statusFindings = (
  patron: PatronStatus,
  members: readonly string[],
  calendar: BranchCalendar,
  at: string,
  stops: 'all' | readonly string[] = 'all',
): Finding<'card-expired' | 'patron-blocked' | 'subscription-unpaid'>[] => {
  const atHome = members[0] === patron.homeMember;
  const here = patron.blocks.filter(
    ({ scope, exceptAtHome }) =>
      (scope === 'consortium' || members.includes(scope)) && !(exceptAtHome === true && atHome),
  );
  const [unpaid, blocks] = [here.filter(isUnpaid), here.filter((block) => !isUnpaid(block) && stopped(stops, block))];
  const blocked = blocks.map(({ code, scope }) => `${code} (${scope})`).join(', ');
  return [
    finding('card-expired', localDay(calendar, at) <= patron.expiresOn, `The card is good to ${patron.expiresOn}`, {
      expiresOn: patron.expiresOn,
    }),
    finding('patron-blocked', blocks.length === 0, blocked === '' ? 'No block applies' : `Blocked: ${blocked}`),
    ...unpaid.map(({ scope }) => finding('subscription-unpaid', false, `The subscription is not paid (${scope})`)),
  ];
};

/** Whether fewer loans are overdue than the number from which on nothing more is lent or held (C35); no check without one. */
export const overdueFindings = (overdue = 0, most: number | null | undefined = null): Finding<'too-many-overdue'>[] =>
  most === null
    ? []
    : [
        finding('too-many-overdue', overdue < most, `${overdue} overdue of fewer than ${most}`, {
          has: overdue,
          limit: most,
        }),
      ];

/** Whether those for whom a patron answers owe no more than the consortium allows, in minor units; no check without a limit. */
export const dependantsFindings = (owe = 0, limit: number | undefined, currency: string): Finding<'wards-owe'>[] => {
  if (limit === undefined) return [];
  const [owed, most] = [
    { amount: owe, currency },
    { amount: limit, currency },
  ];
  return [
    finding('wards-owe', owe <= limit, `Wards owe ${moneyText(owed)} of at most ${moneyText(most)}`, {
      owed,
      limit: most,
    }),
  ];
};

/** Owing up to the limit is allowed; a counter has no fractions, so that is "below limit + 1". Minor units of the currency. */
export const owedLimit = (limit: number, currency: string): Limit => ({ counter: 'owed', below: limit + 1, currency });

const codeOf = (counter: CounterName) => {
  if (counter === 'loans') return 'too-many-loans' as const;
  if (counter === 'holds') return 'too-many-holds' as const;
  return counter === 'owed' ? ('owed-over-limit' as const) : ('too-many-in-group' as const);
};

/** The refusal that stands for a limit; also what to answer when the write's own condition fails on it. */
export const refusalOfLimit = ({ counter }: Limit): ReturnType<typeof codeOf> & RefusalCode => codeOf(counter);

/** Whether a counter that stands at `has` keeps a limit. */
const limitFinding = (limit: Limit, has: number): Finding<ReturnType<typeof codeOf>> => {
  const { counter, below, currency = '' } = limit;
  const [code, passed] = [codeOf(counter), has < below];
  if (code === 'owed-over-limit') {
    const [owed, most] = [
      { amount: has, currency },
      { amount: below - 1, currency },
    ];
    return finding(code, passed, `Owes ${moneyText(owed)} of at most ${moneyText(most)}`, { owed, limit: most });
  }
  const detail = `Has ${has} of at most ${below} (${counter})`;
  if (code !== 'too-many-in-group') return finding(code, passed, detail, { has, limit: below });
  return finding(code, passed, detail, { has, limit: below, group: counter.slice('group:'.length) });
};

/** Whether the counters as read keep the limits. The write checks them again, since others may be writing too. */
export const limitFindings = (patron: PatronStatus, limits: readonly Limit[]): Finding<ReturnType<typeof codeOf>>[] =>
  limits.map((limit) => limitFinding(limit, counted(patron.counters, limit.counter)));

/** The refusal by a limit that the write found reached: at least as much as is allowed is there by now. */
export const refusalOfReached = (limit: Limit): Refusal<ReturnType<typeof codeOf>> =>
  refusalOf(limitFinding(limit, limit.below));

/** One limit a counter: the lowest wins (C66). */
export const tightest = (limits: readonly Limit[]): Limit[] => {
  const byCounter = new Map<CounterName, Limit>();
  for (const limit of limits) {
    const known = byCounter.get(limit.counter);
    if (known === undefined || limit.below < known.below) byCounter.set(limit.counter, limit);
  }
  return [...byCounter.values()];
};
