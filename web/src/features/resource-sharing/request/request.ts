import { useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { withForms } from '../shared/own-forms.ts';
import type { Action } from '../shared/requests.ts';

/** A request as visible to the staff of one side. */
export type Loan = Omit<Answered<'resource-sharing-get-request'>, 'actions'> & { actions: Action[] };
export type Ask = Loan['asks'][number];
export type Terms = NonNullable<Loan['terms']>;

/** Returns the side of the staff; patrons have no access to this page. */
export const sideOf = ({ seenAs }: Loan): 'requester' | 'supplier' =>
  seenAs === 'supplier' ? 'supplier' : 'requester';

/** Returns the member of the staff. */
export const ownMember = (loan: Loan): string =>
  sideOf(loan) === 'requester' ? loan.requesterMember : (loan.supplierMember ?? '');

/** Returns the offer that awaits an answer, from the open ask. */
export const openOffer = ({ asks }: Pick<Loan, 'asks'>): Ask | undefined =>
  asks.find(({ closedAt, offer }) => closedAt === undefined && offer !== undefined && !offer.agreed);

/** Returns an offer's cost when the API requires a higher limit for the agreement; accepting it raises the limit. */
export const costAbove = (loan: Loan): { amount: number; currency: string } | undefined => {
  const cost = openOffer(loan)?.offer?.cost;
  const { maxCost } = loan;
  if (cost === undefined || maxCost === undefined || cost.amount === 0) return undefined;
  return cost.currency !== maxCost.currency || cost.amount > maxCost.amount ? cost : undefined;
};

/** Returns a request; polled every thirty seconds, because the other library may answer. */
export const useLoan = (requestId: string) =>
  useQuery({
    queryKey: ['loan', requestId],
    queryFn: () => take(api.GET('/v1/resource-sharing/requests/{requestId}', { params: { path: { requestId } } })),
    select: withForms,
    refetchInterval: 30_000,
  });
