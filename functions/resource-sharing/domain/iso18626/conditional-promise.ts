import { withoutUndefinedAs } from '../../../../layers/kernel/collections/without-undefined.ts';
import { RESHARE_CONDITION } from '../../../../layers/protocols/iso18626/note-marks.ts';
import type { MessageOf } from '../../../../layers/protocols/iso18626/schemas.ts';
import type { Terms } from '../messages/message.ts';
import type { Ask } from '../requests/request.ts';
import type { Parties, Writing } from './writing.ts';

type Supplied = MessageOf<'supplyingAgencyMessage'>;

/**
 * The terms possible in a promise: conditions and a price. Other dates, editions, volumes, formats or services need a
 * retry.
 */
const isPromise = (terms: Terms | undefined): boolean => {
  if (terms?.conditions === undefined && terms?.cost === undefined) return false;
  const { retryAfter, editions, volumes, formats, service } = terms;
  return [retryAfter, editions, volumes, formats, service].every((one) => one === undefined);
};

/** Whether terms are sent to this partner as a promise under conditions, by its setting. */
export const isConditional = ({ message, ends }: Writing): boolean =>
  message.name === 'TermsOffered' && ends.promisesConditions === true && isPromise(message.terms);

/** Whether a promise under conditions waits for this partner's agreement: nothing else was promised. */
export const awaitsAgreement = ({ supplierState, offer }: Ask, { promisesConditions }: Parties): boolean =>
  supplierState === 'terms-offered' && promisesConditions === true && isPromise(offer);

/**
 * The code of a price alone: ReShare recognises a condition only by its code, and uses this one for a price in the
 * note.
 */
const OTHER = [{ value: 'other' }];

/**
 * Writes an offer of terms as ReShare and CrossLink do: a promise (WillSupply) with the conditions in the delivery's
 * place and their mark at the start of its note. The first answer must be a response, because ReShare ignores a
 * notification before it; a later one is a notification. The requester agrees by a notification, or cancels.
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
