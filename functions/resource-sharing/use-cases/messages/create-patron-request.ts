import { isId } from '../../../../layers/kernel/identity/id.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { symbolOf } from '../../../../layers/protocols/iso18626/agency-symbol.ts';
import type { MessageOf } from '../../../../layers/protocols/iso18626/schemas.ts';
import type { Branch } from '../../../membership/public/branch.ts';
import type { PatronStatus } from '../../../patrons/public/patron-status.ts';
import { CONSORTIUM } from '../../data/library-symbol-store.ts';
import type { InMessage } from '../../data/partner-message-rows.ts';
import { answerWrite, decidedWrite } from '../../data/partner-message-store.ts';
import type { MessagingDeps } from '../../deps.ts';
import { type PatronRequestAnswer, patronRequestAnswer } from '../../domain/iso18626/patron-request-answer.ts';
import { patronRequestStatus } from '../../domain/iso18626/patron-request-status.ts';
import { type AskedByPartner, requestFromIso } from '../../domain/iso18626/request-from-iso.ts';
import type { LoanRequest } from '../../domain/requests/request.ts';
import { findBorrower } from '../find-borrower.ts';
import { placeForReview } from '../place-for-review.ts';

type Done = 'done' | 'again';
/** The reason why a patron request could not be placed even for review: a code for the log, and a text for its sender. */
type Problem = { code: string; detail: string };

const folded = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

const pickupBranches = async ({ branches }: MessagingDeps, member: string, now: number): Promise<Branch[]> => {
  const ids = await branches.idsOf(member);
  const known = await Promise.all(ids.map((branchId) => branches.known(branchId, now)));
  return known.filter((branch) => branch !== undefined).filter(({ pickup }) => pickup);
};

/** Chooses the pickup branch: the branch that the address names, else the patron's own, else the library's first. */
const pickupOf = (branches: readonly Branch[], { deliverTo = [] }: AskedByPartner, patron?: PatronStatus) => {
  const lines = new Set(deliverTo.map(folded));
  const named = branches.find(({ branchId, name }) => lines.has(folded(name)) || lines.has(folded(branchId)));
  return (named ?? branches.find(({ branchId }) => branchId === patron?.homeBranch) ?? branches[0])?.branchId;
};

const placed = async (deps: MessagingDeps, isoRequest: MessageOf<'request'>, row: InMessage, now: number) => {
  const asked = requestFromIso(isoRequest);
  const patron = row.patronRequest?.patron;
  const found = patron === undefined ? undefined : await findBorrower(deps, undefined, patron);
  const status = found && 'patron' in found ? found.patron : undefined;
  // For a request to the whole consortium, the patron's own library borrows.
  const member = row.member === CONSORTIUM ? status?.homeMember : row.member;
  const branches = member === undefined ? [] : await pickupBranches(deps, member, now);
  const pickupBranch = pickupOf(branches, asked, status);
  if (pickupBranch === undefined)
    return { code: 'unknown-branch', detail: 'It cannot be told where the patron would collect it.' };
  const { supplierUniqueRecordId: own, citation, service, serviceLevel, needBy, maxCost } = asked;
  const recordId = own !== undefined && isId('record', own) ? own : undefined;
  const { supplyingAgencyId: to, requestingAgencyId: from, requestingAgencyRequestId: number } = isoRequest.header;
  const handedIn = { partnerId: row.partnerId, number, from: symbolOf(from), to: symbolOf(to ?? from) };
  const input = { handedIn, recordId, citation, service, serviceLevel, needBy, maxCost, pickupBranch, outside: true };
  const made = await placeForReview(deps, { ...input, patron, requestId: row.requestId }, now);
  if (!('refused' in made)) return made;
  const [first] = made.refused;
  if (first === undefined || first.code === 'changed-meanwhile') return 'again' as const;
  return { code: first.code, detail: first.detail };
};

/**
 * The answer: accepted with the state of the request, or refused with the reason. It never states whether the patron
 * may borrow.
 */
const answerFor = (row: InMessage, taken: Problem | { request: LoanRequest }): PatronRequestAnswer => {
  const reasonForMessage = 'RequestResponse' as const;
  if ('request' in taken)
    return { info: { reasonForMessage }, status: patronRequestStatus(taken.request), requestId: row.requestId };
  const info = { reasonForMessage, reasonUnfilled: { value: 'PolicyProblem' }, note: taken.detail };
  return { info, status: 'Unfilled' };
};

/**
 * Creates the request of a patron of ours (ISO 18626 PatronRequest) for the patron that it names, with external
 * suppliers, or stops it for review. The same request again is the same request. Its sender receives a RequestResponse
 * with the state, or the reason why it was not placed.
 */
export const createPatronRequest = async (
  deps: MessagingDeps,
  isoRequest: MessageOf<'request'>,
  row: InMessage,
  now: number,
): Promise<Done> => {
  const taken = await placed(deps, isoRequest, row, now);
  if (taken === 'again') return 'again';
  const at = iso(now);
  const answer = patronRequestAnswer(isoRequest.header, answerFor(row, taken), at);
  const keepDays = await deps.messageDays(now);
  const came = 'request' in taken ? { state: 'applied' as const } : { state: 'refused' as const, why: taken.code };
  const decided = decidedWrite(row, { ...came, keepDays }, at);
  return (await deps.messages.write([decided, answerWrite(row, answer, at)])) ? 'done' : 'again';
};
