import { useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { withForms } from '../shared/own-forms.ts';
import type { Action } from '../shared/requests.ts';

/** One loan request as staff of one side see it. */
export type Loan = Omit<Answered<'resource-sharing-get-request'>, 'actions'> & { actions: Action[] };
export type Ask = Loan['asks'][number];
export type Terms = NonNullable<Loan['terms']>;

/** The side whose staff look; a patron has no business in this room. */
export const sideOf = ({ seenAs }: Loan): 'requester' | 'supplier' =>
  seenAs === 'supplier' ? 'supplier' : 'requester';

/** The library whose staff look. */
export const ownMember = (loan: Loan): string =>
  sideOf(loan) === 'requester' ? loan.requesterMember : (loan.supplierMember ?? '');

/** The offer that waits for an answer: of the ask that is open. */
export const openOffer = ({ asks }: Pick<Loan, 'asks'>): Ask | undefined =>
  asks.find(({ closedAt, offer }) => closedAt === undefined && offer !== undefined && !offer.agreed);

/** What an offer costs, when that is more than may be spent on the request; agreeing to it raises the limit. */
export const costAbove = (loan: Loan): { amount: number; currency: string } | undefined => {
  const cost = openOffer(loan)?.offer?.cost;
  const { maxCost } = loan;
  if (cost === undefined || maxCost === undefined || cost.currency !== maxCost.currency) return undefined;
  return cost.amount > maxCost.amount ? cost : undefined;
};

/** A request, read anew every half minute: the other library may answer meanwhile. */
export const useLoan = (requestId: string) =>
  useQuery({
    queryKey: ['loan', requestId],
    queryFn: () => take(api.GET('/v1/resource-sharing/requests/{requestId}', { params: { path: { requestId } } })),
    select: withForms,
    refetchInterval: 30_000,
  });
