import { localDay } from '../../../../layers/kernel/calendar/days.ts';
import type { Write } from '../../../../layers/platform/dynamodb/write.ts';
import { letThroughWrites } from '../../data/copyright-store.ts';
import type { ResourceSharingDeps } from '../../deps.ts';
import type { CopyDecision } from '../../domain/copyright/decision.ts';
import type { LoanRequest } from '../../domain/requests/request.ts';
import { royaltyWrites } from '../charge-writes.ts';
import type { Setting } from '../load-setting.ts';

/** The review stop of a request that exceeds the guideline for copies of a periodical. */
export const COPYRIGHT_STOP = { trigger: 'copyright-limit', reason: 'periodical-limit' } as const;

/** The staff decision that a copy may be made beyond the guideline, and its reason. */
export type Decided = { by: string; decision: CopyDecision };

/**
 * Builds the writes that count a request's copy for its requester (CONTU), for the transaction that allows it to be
 * sent; none for loans and other uncounted requests. 'copyright-limit' when staff must review it first.
 */
export const countCopy = (
  { copyright }: Pick<ResourceSharingDeps, 'copyright'>,
  request: LoanRequest,
  { sharing, branch, at }: Setting,
): Promise<Write[] | 'copyright-limit'> => copyright.judge(request, sharing.copyright, localDay(branch.calendar, at));

const isWantedOtherwise = (before: LoanRequest, after: LoanRequest): boolean =>
  before.service !== after.service || JSON.stringify(before.citation) !== JSON.stringify(after.citation);

/**
 * Builds the writes that count a request's copy again when a step changes what is requested or how, for the transaction
 * of the step; none for other steps. 'copyright-limit' when the copy exceeds the limit and no staff decision allows it.
 */
export const recountCopy = async (
  { copyright, sharing, branches }: Pick<ResourceSharingDeps, 'copyright' | 'sharing' | 'branches'>,
  { before, after }: { before: LoanRequest; after: LoanRequest },
  decided: Decided | undefined,
  { now, at }: { now: number; at: string },
): Promise<Write[] | 'copyright-limit'> => {
  if (!isWantedOtherwise(before, after)) return [];
  const [policy, branch] = await Promise.all([sharing(now), branches.known(after.pickupBranch, now)]);
  // A partner requests what is not collected here, and counts it itself.
  if (branch === undefined) return [];
  const when = { on: localDay(branch.calendar, at), at };
  const within = await copyright.judgeAgain(after, policy.copyright, when);
  if (within !== 'copyright-limit' || decided === undefined) return within;
  const beyond = await copyright.judgeAgain(after, policy.copyright, when, { ...decided, at });
  return beyond === 'copyright-limit' ? beyond : [...beyond, ...royaltyWrites(after, decided.decision, at)];
};

/**
 * Builds the writes that store a staff decision to exceed the limit, with its reason, and book the royalty that was
 * paid.
 */
export const copyLetThrough = (
  request: LoanRequest,
  { by, decision }: Decided,
  { sharing, branch, at }: Setting,
): Write[] => [
  ...letThroughWrites(request, sharing.copyright, localDay(branch.calendar, at), { by, at, decision }),
  ...royaltyWrites(request, decision, at),
];
