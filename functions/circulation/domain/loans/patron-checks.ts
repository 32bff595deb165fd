import type { BranchCalendar } from '../../../../layers/kernel/calendar/branch-calendar.ts';
import { localDay } from '../../../../layers/kernel/calendar/days.ts';
import { moneyText } from '../../../../layers/kernel/money/money.ts';
import { appliesOn } from '../../../patrons/public/block-applies-on.ts';
import { prevents } from '../../../patrons/public/block-prevents.ts';
import { type CounterName, counted } from '../../../patrons/public/counters.ts';
import type { Limit } from '../../../patrons/public/limits.ts';
import type { Block, BlockedAct, PatronStatus } from '../../../patrons/public/patron-status.ts';
import type { Refusal } from '../decisions/decision.ts';
import { type Finding, finding, refusalOf } from '../decisions/findings.ts';
import type { RefusalCode } from '../decisions/refusals.ts';

/** The block code for an unpaid subscription, which has its own refusal code (C35). */
const UNPAID = 'subscription-unpaid';
const isUnpaid = ({ code }: Block): boolean => code === UNPAID;

/** Returns whether a block prevents an act (C27). */
export const stopped = (stops: 'all' | readonly string[], { code }: Pick<Block, 'code'>): boolean =>
  stops === 'all' || stops.includes(code);

/**
 * Returns the blocks that prevent an act of a patron at these members (or everywhere) on a local day. The first member is the place of the
 * act: a block that exempts the home library does not count there (C67).
 */
export const blocksAt = (
  { blocks, homeMember }: Pick<PatronStatus, 'blocks' | 'homeMember'>,
  { members, day, act }: { members: readonly string[]; day: string; act: BlockedAct },
): Block[] =>
  blocks.filter(
    (block) =>
      (block.scope === 'consortium' || members.includes(block.scope)) &&
      !(block.exceptAtHome === true && members[0] === homeMember) &&
      appliesOn(block, day) &&
      prevents(block, act),
  );

/**
 * The attempted action; the codes of blocks that prevent it, all of them unless a policy says otherwise; and the codes that no supervisor
 * may override.
 */
export type BlockTerms = { act: BlockedAct; stops?: 'all' | readonly string[]; never?: readonly string[] | undefined };

/**
 * Checks whether the card is valid, no erasure waits, and the patron is not blocked at these members (or everywhere), at an instant in the branch's time
 * zone. The first member is the place of the act: a block that exempts the home library does not count there (C67). A block
 * counts to the end of its last day there.
 */
export const statusFindings = (
  patron: PatronStatus,
  members: readonly string[],
  calendar: BranchCalendar,
  at: string,
  { act, stops = 'all', never = [] }: BlockTerms = { act: 'checkout' },
): Finding<'card-expired' | 'patron-blocked' | 'subscription-unpaid' | 'erasure-asked'>[] => {
  const day = localDay(calendar, at);
  const here = blocksAt(patron, { members, day, act });
  const [unpaid, blocks] = [here.filter(isUnpaid), here.filter((block) => !isUnpaid(block) && stopped(stops, block))];
  const blocked = blocks.map(({ code, scope }) => `${code} (${scope})`).join(', ');
  const mayOverride = (one: readonly Block[]) =>
    one.some(({ code }) => never.includes(code)) ? { overridable: false } : {};
  return [
    finding('card-expired', day <= patron.expiresOn, `The card is good to ${patron.expiresOn}`, {
      expiresOn: patron.expiresOn,
    }),
    {
      ...finding('patron-blocked', blocks.length === 0, blocked === '' ? 'No block applies' : `Blocked: ${blocked}`),
      ...mayOverride(blocks),
    },
    ...(patron.erasureAsked ? [finding('erasure-asked', false, 'The patron is to be erased once all is settled')] : []),
    ...unpaid.map(({ scope }) => ({
      ...finding('subscription-unpaid', false, `The subscription is not paid (${scope})`),
      ...mayOverride(unpaid),
    })),
  ];
};

/**
 * Checks that a proxy is not blocked by a reason that would block the patron: a person who may not borrow here may not borrow for others.
 */
export const proxyFindings = (
  proxy: PatronStatus | undefined,
  ...where: [members: readonly string[], calendar: BranchCalendar, at: string, terms?: BlockTerms]
): Finding<'proxy-blocked'>[] => {
  if (proxy === undefined) return [];
  const blocked = statusFindings(proxy, ...where).filter(({ check, passed }) => !passed && check !== 'card-expired');
  const detail = blocked.length === 0 ? 'The proxy may borrow' : blocked.map((one) => one.detail).join('; ');
  return [finding('proxy-blocked', blocked.length === 0, detail)];
};

/** Checks that the number of overdue loans is below the limit for loans and holds (C35); no check without a limit. */
export const overdueFindings = (overdue = 0, most: number | null | undefined = null): Finding<'too-many-overdue'>[] =>
  most === null
    ? []
    : [
        finding('too-many-overdue', overdue < most, `${overdue} overdue of fewer than ${most}`, {
          has: overdue,
          limit: most,
        }),
      ];

/** Checks that the dependants of a patron owe no more than the consortium permits, in minor units; no check without a limit. */
export const dependantsFindings = (
  owe = 0,
  limit: number | undefined,
  currency: string,
): Finding<'dependants-owe'>[] => {
  if (limit === undefined) return [];
  const [owed, most] = [
    { amount: owe, currency },
    { amount: limit, currency },
  ];
  return [
    finding('dependants-owe', owe <= limit, `Dependants owe ${moneyText(owed)} of at most ${moneyText(most)}`, {
      owed,
      limit: most,
    }),
  ];
};

/**
 * A debt up to the limit is permitted; counters are integers, so this is "below limit + 1". What open loans have accrued leaves less for
 * charged debts. Minor units of the currency.
 */
export const owedLimit = (limit: number, currency: string, accrued = 0): Limit => ({
  ...{ counter: 'owed', below: limit + 1 - accrued, currency },
  ...(accrued > 0 && { accrued }),
});

const codeOf = (counter: CounterName) => {
  if (counter === 'loans') return 'too-many-loans' as const;
  if (counter === 'holds') return 'too-many-holds' as const;
  return counter === 'owed' ? ('owed-over-limit' as const) : ('too-many-in-group' as const);
};

/** Returns the refusal of a limit; also used when the write's own condition fails on it. */
export const refusalOfLimit = ({ counter }: Limit): ReturnType<typeof codeOf> & RefusalCode => codeOf(counter);

/** Checks whether a counter value is within a limit. */
const limitFinding = (limit: Limit, has: number): Finding<ReturnType<typeof codeOf>> => {
  const { counter, below, currency = '', accrued = 0 } = limit;
  const [code, passed] = [codeOf(counter), has < below];
  if (code === 'owed-over-limit') {
    const money = (amount: number) => ({ amount, currency });
    const [owed, most, fines] = [money(has + accrued), money(below - 1 + accrued), money(accrued)];
    const text = `Owes ${moneyText(owed)} of at most ${moneyText(most)}`;
    const detail = accrued > 0 ? `${text}, with accrued fines of ${moneyText(fines)}` : text;
    const why = accrued > 0 ? 'accrued' : 'charged';
    return finding(code, passed, detail, { owed, limit: most, accrued: fines, why });
  }
  const detail = `Has ${has} of at most ${below} (${counter})`;
  if (code !== 'too-many-in-group') return finding(code, passed, detail, { has, limit: below });
  return finding(code, passed, detail, { has, limit: below, group: counter.slice('group:'.length) });
};

/** Checks whether the counters as read are within the limits. The write checks them again because of concurrent writes. */
export const limitFindings = (patron: PatronStatus, limits: readonly Limit[]): Finding<ReturnType<typeof codeOf>>[] =>
  limits.map((limit) => limitFinding(limit, counted(patron.counters, limit.counter)));

/** Checks the limits of a loan, among which there is none of holds. */
export const loanLimitFindings = (
  patron: PatronStatus,
  limits: readonly Limit[],
): Finding<Exclude<ReturnType<typeof codeOf>, 'too-many-holds'>>[] =>
  limitFindings(patron, limits).flatMap(({ check, ...rest }) =>
    check === 'too-many-holds' ? [] : [{ check, ...rest }],
  );

/** Returns the refusal by a limit that the write found reached. */
export const refusalOfReached = (limit: Limit): Refusal<ReturnType<typeof codeOf>> =>
  refusalOf(limitFinding(limit, limit.below));

/** Returns one limit per counter: the lowest applies (C66). */
export const tightest = (limits: readonly Limit[]): Limit[] => {
  const byCounter = new Map<CounterName, Limit>();
  for (const limit of limits) {
    const known = byCounter.get(limit.counter);
    if (known === undefined || limit.below < known.below) byCounter.set(limit.counter, limit);
  }
  return [...byCounter.values()];
};
