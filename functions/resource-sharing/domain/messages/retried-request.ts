import type { AskedByPartner } from '../iso18626/request-from-iso.ts';
import type { Ask, LoanRequest } from '../requests/request.ts';
import { withAsk } from '../workflow/with-ask.ts';

/** Reads an external requester's side of a request from its message. */
export const partnersSide = (asked: AskedByPartner): NonNullable<LoanRequest['partner']> => ({
  requestId: asked.requestId,
  requestingAgency: asked.requestingAgency,
  ...(asked.deliverTo && { deliverTo: asked.deliverTo }),
  ...(asked.sendCopyTo !== undefined && { sendCopyTo: asked.sendCopyTo }),
  ...(asked.copyrightCompliance !== undefined && { copyrightCompliance: asked.copyrightCompliance }),
});

/** Gives the request its partner's current number and agency, which all our messages carry. */
export const renumbered = (request: LoanRequest, { requestId, requestingAgency }: AskedByPartner): LoanRequest => {
  const { partner } = request;
  if (partner?.requestId === requestId && partner.requestingAgency === requestingAgency) return request;
  return { ...request, partner: { ...partner, requestId, requestingAgency } };
};

/** Removes from the offer a cost that the partner does not accept: it has not agreed to that. */
const offerPaid = (ask: Ask, { maxCost }: AskedByPartner): Ask => {
  const { offer } = ask;
  const cost = offer?.cost;
  if (!offer || !cost || !maxCost) return ask;
  if (maxCost.currency === cost.currency && maxCost.amount >= cost.amount) return ask;
  const { cost: _unpaid, ...rest } = offer;
  return { ...ask, offer: rest };
};

/** Whether a citation states more than its kind. */
const saysAnything = ({ kind: _kind, ...fields }: AskedByPartner['citation']): boolean =>
  Object.keys(fields).length > 0;

/**
 * Updates a partner's request by its retry (ISO 18626 requestType Retry): item, need-by date, maximum cost and address.
 * A retry is a whole request, so omitted terms of service no longer apply; an omitted item, address or limit stays. It
 * agrees to the current offer, and to its cost unless it states a lower maximum.
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
