import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import type { SQSRecord } from 'aws-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import { handler as advanceRequest } from '../../functions/resource-sharing/consumers/advance-request/handler.ts';
import { handler as processPartnerMessages } from '../../functions/resource-sharing/consumers/process-partner-messages/handler.ts';
import type { PartnerMessage } from '../../functions/resource-sharing/data/partner-message-rows.ts';
import { partnerMessageStore } from '../../functions/resource-sharing/data/partner-message-store.ts';
import {
  eventsOfMessage,
  type PartnerMessageEvent,
} from '../../functions/resource-sharing/domain/messages/partner-message-events.ts';
import { type LoanRequest, placeLoanRequest } from '../../functions/resource-sharing/domain/requests/request.ts';
import { TIMERS_IN_DEMO } from '../../functions/resource-sharing/domain/workflow/timers.ts';
import { handler as receiveMessage } from '../../functions/resource-sharing/operations/receive-message/handler.ts';
import { loanRequestStore } from '../../functions/resource-sharing/public/loan-request-store.ts';
import type { Table } from '../../layers/platform/dynamodb/table.ts';
import { systemIds } from '../../layers/platform/runtime/ids.ts';
import { type Runtime, systemRuntime } from '../../layers/platform/runtime/runtime.ts';
import { type Answered, call } from './call.ts';

const lambda = { awsRequestId: 'lambda-1' };
type Later = { event: PartnerMessageEvent; seconds: number };

/** Message delivery at a time that the test advances: messages of the queue are collected, and delivered on request. */
export const messageDeliveryAt = (start: string, table: () => Table) => {
  let now = Date.parse(start);
  const sqs = mockClient(SQSClient);
  const ssm = mockClient(SSMClient);
  const later: Later[] = [];
  const runtime = (): Runtime => ({ ...systemRuntime(), clock: { now: () => now } });
  const requests = () => loanRequestStore(table());
  const rowsOf = async (requestId: string): Promise<PartnerMessage[]> => {
    const page = await partnerMessageStore(table()).ofRequest(requestId, { limit: 100 });
    if (page === 'bad-cursor') throw new Error('The first page has no cursor.');
    return page.rows;
  };
  const carry = (...events: PartnerMessageEvent[]) =>
    processPartnerMessages.using(runtime())(
      { Records: events.map((body, i) => ({ messageId: `m${i}`, body: JSON.stringify(body) }) as SQSRecord) },
      lambda,
    );
  return {
    begin: (secret = 'our own word') => {
      later.length = 0;
      sqs.reset();
      sqs.on(SendMessageBatchCommand).callsFake(({ Entries = [] }) => {
        for (const { MessageBody = '', DelaySeconds: seconds = 0 } of Entries)
          later.push({ event: JSON.parse(MessageBody), seconds });
        return {};
      });
      ssm.reset();
      ssm.on(GetParameterCommand).resolves({ Parameter: { Value: secret } });
    },
    now: () => new Date(now).toISOString(),
    pass: (seconds: number) => {
      now += seconds * 1000;
    },
    carry,
    /** Returns the messages that were queued for another attempt, with their delays, and clears the list. */
    again: (): Later[] => later.splice(0),
    rowsOf,
    /** Processes all new messages about a request, as the relay would send them. */
    deliver: async (requestId: string) => {
      const events = (await rowsOf(requestId)).flatMap((after) => eventsOfMessage({ after }));
      return carry(...events);
    },
    load: async (requestId: string): Promise<LoanRequest> => {
      const stored = await requests().load(requestId);
      if (!stored) throw new Error(`There is no request ${requestId}.`);
      return stored.request;
    },
    /** A request of our member `cedar` whose rota ends with these partners, asked of the first. */
    asked: async (partners: string[], more: Partial<LoanRequest> = {}): Promise<string> => {
      const requestId = more.requestId ?? systemIds.next('loan-request', now);
      const rota = partners.map((member) => ({ member, score: 0, points: 0, factors: [] }));
      const placed = placeLoanRequest(
        {
          ...{ requestId, kind: 'outside-loan', recordId: 'cit_1', requesterMember: 'cedar', rota },
          ...{ pickupBranch: 'cedar.main', serviceLevel: 'normal', placedAt: new Date(now).toISOString() },
          citation: { kind: 'book', title: 'Emma', author: 'Austen, Jane', isbn: ['9780141439587'] },
        },
        TIMERS_IN_DEMO,
      );
      await requests().place({ ...placed, ...more }, []);
      await advanceRequest.using(runtime())({ requestId, rounds: 0 }, lambda);
      return requestId;
    },
    /** Runs a round of the request's workflow. */
    round: (requestId: string) => advanceRequest.using(runtime())({ requestId, rounds: 0 }, lambda),
    /** Sends a message to the endpoint, by HTTP Basic; bytes are encoded as by the gateway. */
    receive: (
      xml: string | Buffer,
      { partnerId, secret }: { partnerId: string; secret: string },
      type = 'application/xml',
    ): Promise<Answered> => {
      const authorization = `Basic ${Buffer.from(`${partnerId}:${secret}`).toString('base64')}`;
      return call(receiveMessage.using(runtime()), {
        ...(typeof xml === 'string' ? { rawBody: xml } : { rawBytes: xml }),
        headers: { 'content-type': type, authorization },
      });
    },
  };
};
