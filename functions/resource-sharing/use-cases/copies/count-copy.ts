import { localDay } from '../../../../layers/kernel/calendar/days.ts';
import type { Write } from '../../../../layers/platform/dynamodb/write.ts';
import { letThroughWrites } from '../../data/copyright-store.ts';
import type { ResourceSharingDeps } from '../../deps.ts';
import type { CopyDecision } from '../../domain/copyright/decision.ts';
import type { LoanRequest } from '../../domain/requests/request.ts';
import { royaltyWrites } from '../charge-writes.ts';
import type { Setting } from '../load-setting.ts';

/** The stop of a request for one copy more of a periodical than the guidelines let pass. */
export const COPYRIGHT_STOP = { trigger: 'copyright-limit', reason: 'periodical-limit' } as const;

/** Who decided that a copy may be made beyond the guidelines, and why. */
export type Decided = { by: string; decision: CopyDecision };

/**
 * The writes that count a request's copy at its requester (CONTU), for the transaction by which it may be sent; none for loans
 * and what does not count. 'copyright-limit' where it must stop for a person first.
 */
export const countCopy = (
  { copyright }: Pick<ResourceSharingDeps, 'copyright'>,
  request: LoanRequest,
  { sharing, branch, at }: Setting,
): Promise<Write[] | 'copyright-limit'> => copyright.judge(request, sharing.copyright, localDay(branch.calendar, at));

const isWantedOtherwise = (before: LoanRequest, after: LoanRequest): boolean =>
  before.service !== after.service || JSON.stringify(before.citation) !== JSON.stringify(after.citation);

/**
 * The writes that count a request's copy anew when a step changes what is wanted, or how, for the transaction of the step;
 * none for other steps. 'copyright-limit' where it would be one too many, and nobody has decided that it may be.
 */
export const recountCopy = async (
  { copyright, sharing, branches }: Pick<ResourceSharingDeps, 'copyright' | 'sharing' | 'branches'>,
  { before, after }: { before: LoanRequest; after: LoanRequest },
  decided: Decided | undefined,
  { now, at }: { now: number; at: string },
): Promise<Write[] | 'copyright-limit'> => {
  if (!isWantedOtherwise(before, after)) return [];
  const [policy, branch] = await Promise.all([sharing(now), branches.known(after.pickupBranch, now)]);
  // What is not collected here is asked for by a partner outside, and counts there.
  if (branch === undefined) return [];
  const when = { on: localDay(branch.calendar, at), at };
  const within = await copyright.judgeAgain(after, policy.copyright, when);
  if (within !== 'copyright-limit' || decided === undefined) return within;
  const beyond = await copyright.judgeAgain(after, policy.copyright, when, { ...decided, at });
  return beyond === 'copyright-limit' ? beyond : [...beyond, ...royaltyWrites(after, decided.decision, at)];
};

/** The writes that keep a copy which a person lets through beyond the limit, with the reason, and book the royalty that was paid. */
export const copyLetThrough = (
  request: LoanRequest,
  { by, decision }: Decided,
  { sharing, branch, at }: Setting,
): Write[] => [
  ...letThroughWrites(request, sharing.copyright, localDay(branch.calendar, at), { by, at, decision }),
  ...royaltyWrites(request, decision, at),
];
