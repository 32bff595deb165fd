import { withoutUndefinedAs } from '../../../../layers/kernel/collections/without-undefined.ts';
import type { Terms } from '../messages/message.ts';
import type { Ask } from '../requests/request.ts';
import { RESHARE_CONDITION } from './note-marks.ts';
import type { MessageOf } from './schemas.ts';
import type { Parties, Writing } from './writing.ts';

type Supplied = MessageOf<'supplyingAgencyMessage'>;

/** What can be promised under: conditions and a price. Other dates, editions, volumes, formats or ways of supply need a retry. */
const isPromise = (terms: Terms | undefined): boolean => {
  if (terms?.conditions === undefined && terms?.cost === undefined) return false;
  const { retryAfter, editions, volumes, formats, service } = terms;
  return [retryAfter, editions, volumes, formats, service].every((one) => one === undefined);
};

/** Whether terms go to this partner as a promise under conditions, as it has them by its own setting. */
export const isConditional = ({ message, ends }: Writing): boolean =>
  message.name === 'TermsOffered' && ends.promisesConditions === true && isPromise(message.terms);

/** Whether a promise under conditions waits for this partner to agree: it has been promised nothing more. */
export const awaitsAgreement = ({ supplierState, offer }: Ask, { promisesConditions }: Parties): boolean =>
  supplierState === 'terms-offered' && promisesConditions === true && isPromise(offer);

/** A price alone: ReShare sees a condition only where a code of one stands, and has this one for what the note or the price says. */
const OTHER = [{ value: 'other' }];

/**
 * An offer of terms as ReShare and CrossLink have it: a promise (WillSupply) whose condition stands where a delivery's does,
 * with their mark at the head of its note. As the first answer it is one, for ReShare moves at no notification before it has
 * one; later it is a notification. The requester agrees by a notification, or cancels.
 */
export const conditionally = (body: Supplied): Supplied => {
  const { messageInfo, statusInfo, retryInfo } = body;
  const { reasonForMessage, note } = messageInfo;
  const { loanCondition = OTHER, offeredCosts, retryBefore } = retryInfo ?? {};
  const isAnswer = reasonForMessage === 'RequestResponse';
  const costs = withoutUndefinedAs<NonNullable<Supplied['retryInfo']>>({ offeredCosts, retryBefore });
  return withoutUndefinedAs<Supplied>({
    ...body,
    messageInfo: {
      reasonForMessage: isAnswer ? 'RequestResponse' : 'Notification',
      note: note === undefined ? RESHARE_CONDITION : `${RESHARE_CONDITION} ${note}`,
    },
    statusInfo: { ...statusInfo, status: 'WillSupply' },
    retryInfo: Object.keys(costs).length > 0 ? costs : undefined,
    deliveryInfo: { dateSent: statusInfo.lastChange, loanCondition },
    shippingInfo: undefined,
    returnInfo: undefined,
  });
};
