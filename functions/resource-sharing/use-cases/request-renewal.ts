import type { RefusalOf } from '../../../layers/platform/http/outcome.ts';
import type { RenewalRequestRefusal, RenewalToRequest } from '../../circulation/public/interlibrary-loans.ts';
import type { ResourceSharingDeps } from '../deps.ts';
import type { DoneBy } from '../domain/requests/request.ts';
import { takeStep } from './take-step.ts';

const listed: readonly RenewalRequestRefusal[] = [
  'unknown-request',
  'request-ended',
  'ask-closed',
  'not-in-this-state',
  'changed-meanwhile',
];

const isListed = (code: string): code is RenewalRequestRefusal => listed.some((one) => one === code);

/** The workflow states no other reason against a renewal; one that a later table adds is answered by its detail. */
const asListed = ({ code, ...reason }: RefusalOf<string>): RefusalOf<RenewalRequestRefusal> => ({
  code: isListed(code) ? code : 'not-in-this-state',
  ...reason,
});

const doneBy = ({ staffId, branchId: branch }: RenewalToRequest): DoneBy =>
  staffId !== undefined && branch !== undefined ? { kind: 'staff', staffId, branch } : { kind: 'patron' };

/**
 * Asks the supplier of a request for a later due date, as a step of the request: the loan is due as before until the
 * supplier answers.
 */
export const requestRenewal = async (
  stores: ResourceSharingDeps,
  renewal: RenewalToRequest,
): Promise<'requested' | 'unknown' | { refused: RefusalOf<RenewalRequestRefusal>[] }> => {
  const { requestId, branchId, now, key } = renewal;
  const stored = await stores.requests.load(requestId);
  if (!stored) return 'unknown';
  const { requesterMember: member } = stored.request;
  const step = await takeStep(stores, {
    ...{ requestId, side: 'requester', trigger: 'renew', now, branchId, key },
    ...{ viewer: { as: 'requester', member }, by: doneBy(renewal) },
  });
  return 'refused' in step ? { refused: step.refused.map(asListed) } : 'requested';
};
