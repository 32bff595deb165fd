import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { type RefusalOf, refuse } from '../../../layers/platform/http/outcome.ts';
import { startWorkflow } from '../data/loan-machine.ts';
import type { PlacingDeps } from '../deps.ts';
import { type LoanRequest, placeLoanRequest } from '../domain/requests/request.ts';
import type { Stop } from '../domain/workflow/review-stops.ts';
import type { LoanRequestInput, requestInputRefusals } from '../schemas/loan-request-input.ts';
import { countWrite, settingFor } from './check-borrower.ts';
import { COPYRIGHT_STOP, countCopy } from './copies/count-copy.ts';
import { findOpenBorrower } from './find-borrower.ts';
import { loadSetting, type Setting } from './load-setting.ts';
import { type AnswerWrites, placedAs } from './place-request.ts';
import { resolveWanted, type Wanted } from './resolve-wanted.ts';
import { type Review, reviewRequest } from './review-request.ts';
import { stopForReview } from './review-stop.ts';

/**
 * A request that nobody can answer questions about: from a discovery system, an OpenURL, or an ISO 18626 request for a
 * patron. `patron` is a card number or an id. With a `requestId`, the same input again is the same request. `keep`
 * gives the writes that store the answer.
 */
export type ReviewInput = LoanRequestInput & {
  patron?: string | undefined;
  requestId?: string | undefined;
  keep?: AnswerWrites;
} & Pick<LoanRequest, 'handedIn'>;
type Code = Exclude<keyof typeof requestInputRefusals, 'unknown-record' | 'need-by-passed'> | 'changed-meanwhile';
type Refusing = { refused: RefusalOf<Code>[] };

const TRIES = 4;

const borrowerOf = async (deps: PlacingDeps, { patron: named, pickupBranch }: ReviewInput, now: number) => {
  if (named === undefined) return { why: 'patron-missing' };
  const found = await findOpenBorrower(deps, undefined, { named, branchId: pickupBranch, now });
  if (!('refused' in found)) return { patron: found.patron };
  const code = found.refused[0]?.code;
  // To a library that may not open the record, the patron is unknown: the reason must not say more.
  return { why: code === 'card-replaced' ? code : 'unknown-patron' };
};

/** Resolves the requested item as far as possible: an unknown record leaves the citation, or nothing. */
const wantedOf = async (
  deps: PlacingDeps,
  { recordId, citation, service, notThese, pickupBranch }: ReviewInput,
  now: number,
) => {
  const viewer = { kind: 'patron', member: memberOfBranch(pickupBranch) } as const;
  const looking = { viewer, now };
  const named = await resolveWanted(deps, { recordId, citation, service, notThese }, looking);
  const blank = citation ?? { kind: 'other' };
  return named ?? (await resolveWanted(deps, { citation: blank, service }, looking));
};

type Asked = { input: ReviewInput; wanted: Wanted; setting: Setting; requestId: string };

const requestOf = async (
  deps: PlacingDeps,
  { input, wanted, setting, requestId }: Asked,
  review: Review,
  patronId: string | undefined,
): Promise<LoanRequest> => {
  const sourcing = 'sourcing' in review ? review.sourcing : undefined;
  const placed = await placedAs(deps, { input, wanted, setting, sourcing });
  const named = patronId === undefined ? {} : { patronId };
  const { handedIn } = input;
  return placeLoanRequest({ requestId, ...named, ...placed, ...(handedIn && { handedIn }) }, setting.sharing.timers);
};

const savedAnswer = ({ keep }: ReviewInput, placed: LoanRequest): Write[] => keep?.(placed) ?? [];

const stop = async (deps: PlacingDeps, placed: LoanRequest, by: Stop, { setting, input }: Asked) => {
  const { request, facts } = stopForReview(placed, by, setting);
  const outcome = await deps.requests.place(request, savedAnswer(input, request), {
    counted: false,
    claims: false,
    facts,
  });
  return outcome === 'placed' ? request : ('again' as const);
};

/** Reviews and writes once; `again` after a conflict, so that the next review sees the other write. */
const attempt = async (deps: PlacingDeps, asked: Asked, now: number): Promise<LoanRequest | 'again'> => {
  const { input, wanted, requestId } = asked;
  const borrower = await borrowerOf(deps, input, now);
  const setting = await settingFor(deps, borrower.patron, asked.setting);
  const review = await reviewRequest(deps, { requestId, ...borrower, wanted, input, setting, passed: new Set() });
  const placed = await requestOf(deps, asked, review, borrower.patron?.patronId);
  if ('stop' in review) {
    return stop(deps, placed, review.stop, asked);
  }
  const copy = await countCopy(deps, placed, setting);
  if (copy === 'copyright-limit') return stop(deps, placed, COPYRIGHT_STOP, asked);
  const writes = [countWrite(review.patron.patronId, setting), ...copy, ...savedAnswer(input, placed)];
  const outcome = await deps.requests.place(placed, writes);
  return outcome === 'placed' ? placed : 'again';
};

/**
 * Places a request that is stored in any case: a finding that would refuse an interactive request (invalid or unknown
 * patron, blank form, duplicate, over the limit, held in the consortium) stops it for review in the same write. A
 * stopped request neither counts among the patron's holds nor claims the item. Starts its workflow. Refuses only what
 * no review can correct: an invalid place or currency, or missing policies. Throws `EngineUnavailable` while citations
 * cannot be looked up.
 */
export const placeForReview = async (
  deps: PlacingDeps,
  input: ReviewInput,
  now: number,
): Promise<Refusing | { request: LoanRequest }> => {
  const { needBy, ...undated } = input;
  const setting = await loadSetting(deps, undated, now);
  if ('refused' in setting) {
    return {
      refused: setting.refused.flatMap(({ code, ...refusal }) =>
        code === 'need-by-passed' ? [] : [{ code, ...refusal }],
      ),
    };
  }
  const wanted = await wantedOf(deps, input, now);
  if (!wanted) throw new Error('A citation always names something.');
  const requestId = input.requestId ?? deps.newIds.next('loan-request', now);
  for (let i = 0; i < TRIES; i += 1) {
    const known = input.requestId === undefined && i === 0 ? undefined : await deps.requests.load(requestId);
    const made = known?.request ?? (await attempt(deps, { input, wanted, setting, requestId }, now));
    if (made === 'again') continue;
    await startWorkflow(deps.machine, requestId);
    return { request: made };
  }
  return refuse('changed-meanwhile', 'Others changed the same records again and again: try again.');
};
