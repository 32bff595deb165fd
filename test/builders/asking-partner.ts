import type { InMessage, PartnerMessage } from '../../functions/resource-sharing/data/partner-message-rows.ts';
import { partnerMessageStore } from '../../functions/resource-sharing/data/partner-message-store.ts';
import type { PartnerTerms } from '../../functions/resource-sharing/domain/partners/partner.ts';
import { defaultSharingPolicy } from '../../functions/resource-sharing/domain/sharing-policy.ts';
import { TIMERS_IN_DEMO } from '../../functions/resource-sharing/domain/workflow/timers.ts';
import type { Table } from '../../layers/platform/dynamodb/table.ts';
import { readMessage } from '../../layers/protocols/iso18626/read-message.ts';
import type { MessageOf } from '../../layers/protocols/iso18626/schemas.ts';
import { policyStore } from '../../layers/records/policies/data/policy-store.ts';
import { aConsortium } from './lending.ts';
import { messageDeliveryAt } from './message-delivery.ts';
import { aConfirmationXml, aPartner, aPartnerServer, aRequesterXml, withSymbols } from './partners.ts';

type SupplierMessage = MessageOf<'supplyingAgencyMessage'>;

/** The members that a partner may ask here, each with its branch of `aConsortium`. */
export const ASKED: Readonly<Record<string, string>> = { ash: 'ash.main', birch: 'birch.east', elm: 'elm.main' };

/** A member as stored in the table. */
export const aMember = async (table: Table, memberId: string, createdAt: string): Promise<void> => {
  const about = { memberId, name: `The library of ${memberId}`, type: 'public', fiscalYearStartsIn: 1 };
  const row = { pk: `MEMBER#${memberId}`, sk: 'MEMBER', entity: 'member', v: 1, schema: 1 };
  await table.write([{ put: { ...row, ...about, lendsOnRequest: false, createdAt } }]);
};

/** Returns a consortium whose members (with symbols of their own) lend to partners outside, with answers by staff. */
export const lendingMembers = async (table: Table, start: string): Promise<void> => {
  await aConsortium(table);
  const adopted = { effectiveFrom: '2026-01-01T00:00:00.000Z', decisionReference: 'D-2', adoptedBy: 'staff:root' };
  const body = { ...defaultSharingPolicy, timers: TIMERS_IN_DEMO, answerInOpenHours: false };
  await policyStore(table).adopt({ kind: 'resource-sharing', ...adopted, body }, () => ({
    ...{ subject: 'policy:resource-sharing', at: start, auditId: 'aud_1', by: 'test', did: 'adopted', detail: {} },
  }));
  for (const memberId of Object.keys(ASKED)) await aMember(table, memberId, start);
  await withSymbols(table, 'consortium', ...Object.keys(ASKED));
};

/**
 * Returns a consortium whose members lend to a requesting partner: its messages are received and processed, our messages to it
 * can be read.
 */
export const anAskingPartner = async (table: Table, start: string, terms: Partial<PartnerTerms> = {}) => {
  await lendingMembers(table, start);
  const office = messageDeliveryAt(start, () => table);
  office.begin();
  const server = await aPartnerServer();
  server.does((_request, response) => {
    const read = readMessage(Buffer.from(server.posted.at(-1)?.body ?? ''));
    const header = 'message' in read && 'header' in read.message.body ? read.message.body.header : undefined;
    const number = header?.requestingAgencyRequestId ?? '';
    response.writeHead(200).end(aConfirmationXml('supplyingAgencyMessage', number));
  });
  const one = await aPartner(table, { address: server.address, ...terms });
  const lastOf = async (): Promise<InMessage> => {
    const page = await partnerMessageStore(table).ofPartner(one.partnerId, { limit: 100 });
    const rows: PartnerMessage[] = page === 'bad-cursor' ? [] : page.rows;
    const row = rows.find((each): each is InMessage => each.direction === 'in');
    if (!row) throw new Error('Nothing came in.');
    return row;
  };
  return {
    ...{ office, server, one },
    /** Sends a request of the partner and processes it. Returns our id. */
    asks: async (xml: string): Promise<string> => {
      office.pass(1);
      const confirmed = await office.receive(xml, one);
      if (confirmed.status !== 200) throw new Error(JSON.stringify(confirmed));
      const { requestId } = await lastOf();
      const { batchItemFailures } = await office.deliver(requestId);
      if (batchItemFailures.length > 0) throw new Error('The request was not worked off.');
      return requestId;
    },
    /** Sends an action of the partner as requester and processes it. */
    does: async (requestId: string, ids: Parameters<typeof aRequesterXml>[0], action: string): Promise<void> => {
      office.pass(1);
      await office.receive(aRequesterXml(ids, action), one);
      await office.deliver(requestId);
    },
    /** Returns our messages about a request, as they were posted. */
    sentMessages: async (requestId: string): Promise<SupplierMessage[]> => {
      await office.deliver(requestId);
      return server.posted.flatMap(({ body: xml }) => {
        const read = readMessage(Buffer.from(xml));
        const message =
          'message' in read && read.message.kind === 'supplyingAgencyMessage' ? read.message.body : undefined;
        return message?.header.supplyingAgencyRequestId === requestId ? [message] : [];
      });
    },
  };
};
