import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { confirmationOf } from '../../layers/protocols/iso18626/confirm-message.ts';
import { readMessage } from '../../layers/protocols/iso18626/read-message.ts';
import { type IsoMessage, messages } from '../../layers/protocols/iso18626/schemas.ts';
import { writeMessage } from '../../layers/protocols/iso18626/write-message.ts';

/** A received message: its XML, its content, and its authentication. */
export type Arrived = { xml: string; message: IsoMessage; authorization: string };

/**
 * Receives ISO 18626 messages like Concord: confirms each and stores it. `until` waits for a number of matching messages and
 * fails after ten seconds.
 */
export const isoPeer = async () => {
  const arrived: Arrived[] = [];
  const waiting = new Set<() => void>();
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const bytes = Buffer.concat(parts);
    const read = readMessage(bytes);
    const at = new Date().toISOString();
    const answer = writeMessage(confirmationOf(read, { receivedAt: at, at }), read.dialect);
    const { authorization = '' } = request.headers;
    if ('message' in read) arrived.push({ xml: bytes.toString('utf8'), message: read.message, authorization });
    response.writeHead(200, { 'content-type': 'application/xml' }).end(answer);
    for (const look of waiting) look();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const until = (enough: (soFar: readonly Arrived[]) => boolean): Promise<void> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        if (!enough(arrived)) return;
        clearTimeout(timer);
        waiting.delete(look);
        resolve();
      };
      const timer = setTimeout(() => {
        waiting.delete(look);
        reject(new Error(`Only ${arrived.length} messages came: ${arrived.map(({ xml }) => xml).join('\n')}`));
      }, 10_000);
      waiting.add(look);
      look();
    });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/iso18626`,
    arrived,
    until,
    stop: (): Promise<void> => {
      server.closeAllConnections();
      return new Promise((stopped) => server.close(() => stopped()));
    },
  };
};

const agency = (agencyIdValue: string) => ({ agencyIdType: { value: 'ISIL' }, agencyIdValue });
const idsOf = (requestId: string, at: string) => ({
  supplyingAgencyId: agency('PARTNER'),
  requestingAgencyId: agency('CONCORD'),
  timestamp: at,
  requestingAgencyRequestId: requestId,
});

/** A request of a test library for a book with this title. */
export const aRequest = (
  requestId: string,
  title: string,
  requestType: 'New' | 'Retry' = 'New',
  at = new Date(),
): IsoMessage => ({
  kind: 'request',
  body: messages.request.parse({
    header: idsOf(requestId, at.toISOString()),
    bibliographicInfo: { title },
    serviceInfo: { requestType, serviceType: 'Loan' },
  }),
});

/** A message of a requesting test library. */
export const anAction = (requestId: string, action: string, note?: string, at = new Date()): IsoMessage => ({
  kind: 'requestingAgencyMessage',
  body: messages.requestingAgencyMessage.parse({
    header: idsOf(requestId, at.toISOString()),
    action,
    ...(note !== undefined && { note }),
  }),
});
