import type { AskedByPartner } from '../iso18626/request-from-iso.ts';
import type { Ask, LoanRequest } from '../requests/request.ts';
import { withAsk } from '../workflow/with-ask.ts';

/** An outside requester's side of a request, out of what it asks. */
export const partnersSide = (asked: AskedByPartner): NonNullable<LoanRequest['partner']> => ({
  requestId: asked.requestId,
  requestingAgency: asked.requestingAgency,
  ...(asked.deliverTo && { deliverTo: asked.deliverTo }),
  ...(asked.sendCopyTo !== undefined && { sendCopyTo: asked.sendCopyTo }),
  ...(asked.copyrightCompliance !== undefined && { copyrightCompliance: asked.copyrightCompliance }),
});

/** The request under the number and agency that its partner goes by from now on: all that we say bears them. */
export const renumbered = (request: LoanRequest, { requestId, requestingAgency }: AskedByPartner): LoanRequest => {
  const { partner } = request;
  if (partner?.requestId === requestId && partner.requestingAgency === requestingAgency) return request;
  return { ...request, partner: { ...partner, requestId, requestingAgency } };
};

/** The offer without a cost that the partner does not mean to pay: to that it has not agreed. */
const offerPaid = (ask: Ask, { maxCost }: AskedByPartner): Ask => {
  const { offer } = ask;
  const cost = offer?.cost;
  if (!offer || !cost || !maxCost) return ask;
  if (maxCost.currency === cost.currency && maxCost.amount >= cost.amount) return ask;
  const { cost: _unpaid, ...rest } = offer;
  return { ...ask, offer: rest };
};

/** Whether a citation says more than of what kind it is. */
const saysAnything = ({ kind: _kind, ...fields }: AskedByPartner['citation']): boolean =>
  Object.keys(fields).length > 0;

/**
 * A partner's request as its retry has it now (ISO 18626 requestType Retry): what is wanted, by when, for how much and where
 * it goes. A retry is a whole request, so what it leaves out of the terms of service is no longer said; what is wanted, an
 * address or a limit that it leaves out stands. It agrees to the offer that stands, to whose cost only where it names no lower maximum.
 */
export const retried = (request: LoanRequest, askId: string, asked: AskedByPartner): LoanRequest => {
  const { needBy: _before, ...rest } = renumbered(request, asked);
  const { citation, service, serviceLevel, needBy, maxCost } = asked;
  const again = {
    ...rest,
    ...(saysAnything(citation) && { citation }),
    ...{ service, serviceLevel, partner: { ...rest.partner, ...partnersSide(asked) } },
    ...(needBy !== undefined && { needBy }),
    ...(maxCost && { maxCost }),
  };
  return withAsk(again, askId, (ask) => offerPaid(ask, asked));
};
