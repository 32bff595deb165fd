import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { refuse } from '../../../layers/platform/http/outcome.ts';
import { duplicateKeyOf } from '../data/duplicate-key.ts';
import { claimWrite } from '../data/loan-request-items.ts';
import type { StoredLoanRequest } from '../data/loan-request-store.ts';
import type { ResourceSharingDeps } from '../deps.ts';
import type { LoanRequest } from '../domain/requests/request.ts';
import type { Acted } from '../domain/workflow/act.ts';
import { passedBy, STOPS, type Stop } from '../domain/workflow/review-stops.ts';
import { type BorrowerSetting, countWrite, settingFor } from './check-borrower.ts';
import { COPYRIGHT_STOP, copyLetThrough, countCopy } from './copies/count-copy.ts';
import { beginsOutside, noSupplier, type Sourcing } from './find-suppliers.ts';
import { currencyOf, loadSetting, type Setting } from './load-setting.ts';
import { excludedFrom } from './place-request.ts';
import { citationFor } from './resolve-wanted.ts';
import { reviewRequest } from './review-request.ts';
import { actOn, inputOf, patronOf, type SourcingResult, type SourcingStep, wantedBy } from './sourcing-step.ts';

/** The steps by which staff resume a stopped request. */
export const RESUMING_STEPS = ['let-through', 'source-outside', 'amend'] as const;

/** The request stopped again, by a finding on its current state. */
const stoppedAgain = (acted: Acted, stop: Stop, { at }: SourcingStep, setting: Setting): SourcingResult => {
  const again = actOn(acted.request, stop.trigger, { at, by: { kind: 'system' }, reason: stop.reason }, setting);
  if ('refused' in again) throw new Error(`A request cannot stop by ${stop.trigger}`);
  return { acted: { ...again, facts: [...acted.facts, ...again.facts] }, writes: [], counted: false };
};

/** From now on the request counts and claims the item; an accepted duplicate leaves the claim to the first request. */
const countingWrites = async (
  deps: ResourceSharingDeps,
  request: LoanRequest,
  patronId: string,
  setting: BorrowerSetting,
): Promise<Write[]> => {
  const passed = passedBy(request.history);
  const requestKey = duplicateKeyOf(request);
  const isClaimed = (await deps.requests.claimedBy(patronId, requestKey)) !== undefined;
  const lifted = [
    ...(passed.has(STOPS['limit-reached']) ? (['holds'] as const) : []),
    ...(passed.has(STOPS['patron-invalid']) ? (['owed'] as const) : []),
  ];
  return [
    countWrite(patronId, setting, lifted),
    ...(isClaimed ? [] : [claimWrite(patronId, requestKey, request.requestId)]),
  ];
};

const sourced = async (
  deps: ResourceSharingDeps,
  request: LoanRequest,
  sourcing: Sourcing,
  now: number,
): Promise<LoanRequest> => {
  const needsCitation = request.asksOutside || request.service !== 'loan';
  const citation = needsCitation ? await citationFor(deps, wantedBy(request), now) : request.citation;
  const { excluded: _, ...anew } = request;
  return {
    ...anew,
    ...excludedFrom(sourcing),
    kind: beginsOutside(sourcing) ? 'outside-loan' : 'consortium-loan',
    rota: sourcing.rota.entries,
    ...(citation && { citation }),
  };
};

const withOutside = (request: LoanRequest, { trigger }: SourcingStep): LoanRequest =>
  trigger === 'source-outside' ? { ...request, asksOutside: true } : request;

/** From now on its copy counts: within the guidelines, or beyond them by a staff decision. */
const copyOf = async (
  deps: ResourceSharingDeps,
  before: LoanRequest,
  request: LoanRequest,
  { trigger, decided }: SourcingStep,
  setting: Setting,
): Promise<Write[] | 'copyright-limit'> => {
  const isDecided = before.state === 'copyright-review' && trigger === 'let-through';
  return isDecided && decided ? copyLetThrough(request, decided, setting) : countCopy(deps, request, setting);
};

/** A royalty is booked in the member's accounts, which use one currency. */
const otherCurrency = ({ decided }: SourcingStep, setting: Setting) => {
  const currency = currencyOf(setting);
  const paid = decided?.decision.kind === 'royalty' ? decided.decision.amount : undefined;
  if (paid === undefined || paid.currency === currency) return undefined;
  return refuse('cost-in-other-currency', `Say in ${currency} what was paid.`, '/body/decision/amount/currency');
};

/**
 * Resumes a stopped request after a staff decision: as it is, outside the consortium, or amended. It is reviewed again
 * except for the findings that staff accepted, and is either stopped again or sourced, counted among the patron's holds
 * and claimed, in one write. Refuses without a patron, and when nobody can be asked: then it stays stopped (C86, C83).
 */
export const resumeRequest = async (
  deps: ResourceSharingDeps,
  step: SourcingStep,
  { request: before }: StoredLoanRequest,
): Promise<SourcingResult> => {
  const loaded = await loadSetting(deps, before, step.now);
  if ('refused' in loaded) return loaded;
  if (before.state === 'copyright-review' && step.trigger === 'let-through' && !step.decided) {
    return refuse(
      'decision-missing',
      'Say why the copy may be made: permission, royalty or a decision.',
      '/body/decision',
    );
  }
  const unpriced = otherCurrency(step, loaded);
  if (unpriced) return unpriced;
  const acted = actOn(withOutside(before, step), step.trigger, step, loaded);
  if ('refused' in acted) return acted;
  if (acted.unchanged) return { acted, writes: [] };
  const { request } = acted;
  const patron = await patronOf(deps, request);
  if (!patron && step.trigger !== 'amend') return refuse('patron-missing', 'Amend the request: say for whom it is.');
  const setting = await settingFor(deps, patron, loaded);
  const reviewed = { requestId: request.requestId, patron, wanted: wantedBy(request), input: inputOf(request) };
  const review = await reviewRequest(deps, { ...reviewed, setting, passed: passedBy(request.history) });
  if ('stop' in review) return stoppedAgain(acted, review.stop, step, setting);
  if (review.sourcing.rota.entries.length === 0) return { refused: noSupplier(review.sourcing, true) };
  const copy = await copyOf(deps, before, request, step, setting);
  if (copy === 'copyright-limit') return stoppedAgain(acted, COPYRIGHT_STOP, step, setting);
  return {
    acted: { ...acted, request: await sourced(deps, request, review.sourcing, step.now) },
    writes: [...(await countingWrites(deps, request, review.patron.patronId, setting)), ...copy],
    counted: true,
  };
};
