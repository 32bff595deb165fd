import type { SipResponse } from '../../../layers/protocols/sip2/write-response.ts';
import { institution, responseDate } from '../common-fields.ts';
import { type Exchange, fieldOf } from '../exchange.ts';

/** Answers End Patron Session (35) with 36: the gateway stores nothing of a patron between requests. */
export const answerEndSession = async (exchange: Exchange): Promise<SipResponse> => ({
  fixed: `36Y${responseDate(exchange)}`,
  fields: [institution(exchange), ['AA', fieldOf(exchange, 'AA') ?? '']],
});
