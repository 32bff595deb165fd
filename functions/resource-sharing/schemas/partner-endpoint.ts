import * as z from 'zod';
import type { Refusal } from '../../../layers/platform/http/contract.ts';

/** The bytes of a message; an example of one is text. */
export const xmlSchema = z
  .union([z.instanceof(Uint8Array), z.string()])
  .transform((body): Uint8Array => (typeof body === 'string' ? Buffer.from(body) : body));

/** The endpoint's answers other than confirmations, each with an ERROR confirmation as its body. */
export const endpointRefusals = {
  'partner-refused': { status: 401, meaning: 'There is no such partner, or the secret is not its own.' },
  'too-many-tries': { status: 429, meaning: 'Too many wrong credentials came from this address: try later.' },
  'too-many-messages': { status: 429, meaning: 'The partner sent as many messages as agreed for a day.' },
} as const satisfies Record<string, Refusal>;

const inside = (text: string): string =>
  `<ISO18626Message xmlns="http://illtransactions.org/2013/iso18626" xmlns:ill="http://illtransactions.org/2013/iso18626" ill:version="1.2">${text}</ISO18626Message>`;
const agency = (name: string, value: string): string =>
  `<${name}><agencyIdType>ISIL</agencyIdType><agencyIdValue>${value}</agencyIdValue></${name}>`;
const agencies = `${agency('supplyingAgencyId', 'US-RIV')}${agency('requestingAgencyId', 'XX-NORTH')}`;

export const exampleMessage = inside(
  `<requestingAgencyMessage><header>${agencies}<multipleItemRequestId></multipleItemRequestId><timestamp>2026-11-24T15:00:00Z</timestamp><requestingAgencyRequestId>N-1001</requestingAgencyRequestId></header><action>Received</action></requestingAgencyMessage>`,
);
export const exampleConfirmation = inside(
  `<requestingAgencyMessageConfirmation><confirmationHeader>${agencies}<timestamp>2026-11-24T15:00:01.000Z</timestamp><requestingAgencyRequestId>N-1001</requestingAgencyRequestId><timestampReceived>2026-11-24T15:00:01.000Z</timestampReceived><messageStatus>OK</messageStatus></confirmationHeader><action>Received</action></requestingAgencyMessageConfirmation>`,
);
