import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { handler as awaitEvent } from '../../../functions/resource-sharing/consumers/await-event/handler.ts';
import { partnerMessageStore } from '../../../functions/resource-sharing/data/partner-message-store.ts';
import { handler as receiveMessage } from '../../../functions/resource-sharing/operations/receive-message/handler.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { type Call, call } from '../../builders/call.ts';
import { aBorrower, aCopy, at } from '../../builders/lending.ts';
import { outsideLoans, PARTNER } from '../../builders/outside-loans.ts';
import { aConfirmationXml, aPartner, aRequestXml, aSupplierXml, withSymbols } from '../../builders/partners.ts';
import { MADE } from './world.ts';

const outside = outsideLoans(() => MADE);
const refusal = '<errorData><errorType>BadlyFormedMessage</errorType><errorValue>no</errorValue></errorData>';

/** Servers of partners by their kind of response, started once for all runs; they keep no process alive. */
const servers = new Map<'OK' | 'ERROR', Promise<string>>();
const addressOf = (answer: 'OK' | 'ERROR'): Promise<string> => {
  const known = servers.get(answer);
  if (known) return known;
  const server = createServer((request, response) => {
    request.resume();
    request.on('end', () => {
      const body = aConfirmationXml('request', '', answer, answer === 'ERROR' ? refusal : '');
      response.writeHead(200, { 'content-type': 'application/xml', connection: 'close' }).end(body);
    });
  });
  const listening = new Promise<string>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      server.unref();
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}/iso18626`);
    });
  });
  servers.set(answer, listening);
  return listening;
};

const settings = {
  ...{ PARTNER_SECRETS: '/Test/partners', PARTNERS_HERE: 'true', MACHINE_ARN: 'loan-machine' },
  ...{ SEARCH_ENDPOINT: 'http://127.0.0.1:1', SEARCH_SIGNED: 'false' },
};

/** A library outside with such a response, and our symbol. */
const aPartnerOutside = async (table: Table, answer: 'OK' | 'ERROR') => {
  Object.assign(process.env, settings);
  await withSymbols(table, 'consortium');
  // The same in every run, so that the writes of two runs can be compared.
  const symbols = [{ type: 'ISIL', value: 'XX-CRASH' }];
  return aPartner(table, { partnerId: PARTNER, name: 'A library outside', symbols, address: await addressOf(answer) });
};

const lambda = { awsRequestId: 'lambda-1' };

/** The task of a request's workflow that waits for events on its current state. */
export const waits = async (requestId: string): Promise<void> => {
  const v = (await outside.load(requestId))?.v ?? 0;
  await awaitEvent.using(at(MADE))({ requestId, v, token: 'token-1' }, lambda);
};

const eventOf = async (table: Table, requestId: string, direction: 'in' | 'out') => {
  const page = await partnerMessageStore(table).ofRequest(requestId, { limit: 10 });
  const row = page === 'bad-cursor' ? undefined : page.rows.find((one) => one.direction === direction);
  if (!row) throw new Error('There is no such message.');
  return { requestId, at: row.at, messageId: row.messageId, cause: row.member };
};

const requestOfPatron = async (table: Table) => {
  const { patronId, actor } = await aBorrower(table);
  return { requestId: await outside.wanted(patronId), actor };
};
const aPatronRequest = async (table: Table): Promise<string> => (await requestOfPatron(table)).requestId;

/** A request of ours in the outbox, for a partner with such a response; its workflow waits. */
export const aMessageToSend = async (table: Table, answer: 'OK' | 'ERROR') => {
  await aPartnerOutside(table, answer);
  const requestId = await aPatronRequest(table);
  await outside.ask(requestId);
  await waits(requestId);
  return eventOf(table, requestId, 'out');
};

const placeOf = ({ requestId, at: when, messageId }: Awaited<ReturnType<typeof aMessageToSend>>) => ({
  ...{ pk: `LOANREQ-MESSAGES#${requestId}`, sk: `${when}#${messageId}` },
});

/** The same, posted once by a worker that then died: whether its partner has it is unknown. */
export const aMessageTried = async (table: Table, answer: 'OK' | 'ERROR') => {
  const event = await aMessageToSend(table, answer);
  await table.write([{ update: placeOf(event), set: { attempts: 1, claimedUntil: MADE } }]);
  return event;
};

/** The same, failed for good, when staff send it again. */
export const aFailedMessage = async (table: Table) => {
  const { cause: _cause, ...failed } = await aMessageToSend(table, 'OK');
  await table.write([
    { update: placeOf({ ...failed, cause: '' }), set: { state: 'failed', attempts: 3, error: 'Answered 503' } },
  ]);
  return failed;
};

/** A patron's request, asked of a library outside that has not answered; the workflow waits. */
export const anUnansweredAsk = async (table: Table) => {
  await aPartnerOutside(table, 'OK');
  const { requestId, actor } = await requestOfPatron(table);
  await outside.ask(requestId);
  await waits(requestId);
  return { requestId, actor };
};

type Outside = Awaited<ReturnType<typeof aPartnerOutside>>;

const letter = ({ partnerId, secret }: Outside, rawBody: string): Call => {
  const authorization = `Basic ${Buffer.from(`${partnerId}:${secret}`).toString('base64')}`;
  return { rawBody, headers: { 'content-type': 'application/xml', authorization } };
};

const brought = async (from: Outside, rawBody: string): Promise<void> => {
  const { body } = await call(receiveMessage.using(at(MADE)), letter(from, rawBody));
  if (!String(body).includes('>OK<')) throw new Error(`The door says: ${String(body)}`);
};

/** A partner's message in the inbox that it has shipped the requested item. */
export const aReportedLoan = async (table: Table) => {
  const partner = await aPartnerOutside(table, 'OK');
  const requestId = await aPatronRequest(table);
  await outside.ask(requestId);
  await waits(requestId);
  const ids = { supplier: partner.symbol.value, requester: 'US-CONSORTIUM', number: requestId };
  const more = '<deliveryInfo><dateSent>2026-03-02T11:00:00Z</dateSent><itemId>X1</itemId></deliveryInfo>';
  await brought(partner, aSupplierXml(ids, 'Loaned', { due: '2026-04-01T21:59:59Z', more }));
  return eventOf(table, requestId, 'in');
};

const aPartnersRequest = async (table: Table) => {
  const partner = await aPartnerOutside(table, 'OK');
  // The digest of the message's content is compared between runs, so the content is the same in each.
  const recordId = 'rec_01kb0000000000000000000000';
  await aCopy(table, { recordId });
  const ids = { supplier: 'US-CONSORTIUM', requester: partner.symbol.value, number: 'N-1' };
  return { partner, xml: aRequestXml({ ...ids, recordId }) };
};

/** A partner's request as it arrives at the endpoint. */
export const anIncomingRequest = async (table: Table): Promise<Call> => {
  const { partner, xml } = await aPartnersRequest(table);
  return letter(partner, xml);
};

/** A partner's request for a copy of ash in the inbox. */
export const aReceivedRequest = async (table: Table) => {
  const { partner, xml } = await aPartnersRequest(table);
  await brought(partner, xml);
  const page = await partnerMessageStore(table).ofPartner(partner.partnerId, { limit: 10 });
  const row = page === 'bad-cursor' ? undefined : page.rows[0];
  return eventOf(table, row?.requestId ?? '', 'in');
};

/** A request of ours before the first ask, as passed to its workflow. */
export const anUnaskedRequest = async (table: Table) => {
  await aPartnerOutside(table, 'OK');
  return { requestId: await aPatronRequest(table), rounds: 0 };
};
