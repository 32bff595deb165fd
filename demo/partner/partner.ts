import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { listenHere } from '../listen-here.ts';
import { scriptClock } from './clock.ts';
import { desk } from './desk.ts';
import { arrivedFacts } from './facts.ts';
import { HOSTILE } from './hostile.ts';
import { messageLog } from './log.ts';
import { messageEndpoint } from './message-endpoint.ts';
import type { PartnerOptions } from './options.ts';
import { requesterOf } from './requester.ts';
import { senderTo } from './sending.ts';
import { supplierOf } from './supplier.ts';

/** The maximum number of bytes that are read of a posted body. */
const MAX_BODY = 512 * 1024;

const bodyOf = async (request: IncomingMessage): Promise<Buffer | undefined> => {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request) {
    length += (part as Buffer).length;
    if (length > MAX_BODY) return undefined;
    parts.push(part as Buffer);
  }
  return Buffer.concat(parts);
};

/** A running simulated partner: its address, its state, and how to stop it. */
export type Partner = Awaited<ReturnType<typeof startPartner>>;

/** Starts a simulated partner on 127.0.0.1: an ISO 18626 peer in both roles, its page, and its hostile paths. Its state is in memory. */
export const startPartner = async (options: PartnerOptions, newId: () => string = () => `out-${randomUUID()}`) => {
  const clock = scriptClock(options.secondMs);
  const log = messageLog();
  const send = senderTo(options, log, clock.wait);
  let base = '';
  const parts = { options, send, clock, newId, base: () => base };
  const supplier = supplierOf(parts);
  const requester = requesterOf(parts);
  const endpoint = messageEndpoint({ options, log, supplier, requester });
  const facts = arrivedFacts();
  const pages = desk({ options, log, supplier, requester, facts });
  const counted = { followed: 0 };

  const trapped = (path: string, body: Buffer, response: ServerResponse): void => {
    const { confirmed, refused } = endpoint.confirmationsOf(body);
    HOSTILE[path]?.answers({ response, confirmed, refused, base, clock });
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname } = new URL(request.url ?? '/', 'http://stand-in');
    const body = await bodyOf(request);
    if (pathname === '/followed') counted.followed += 1;
    if (body !== undefined && Object.hasOwn(HOSTILE, pathname)) {
      trapped(pathname, body, response);
      return;
    }
    const isMessage = pathname === '/iso18626' && request.method === 'POST';
    const answered =
      body === undefined
        ? { status: 413, headers: { connection: 'close' }, body: '' }
        : isMessage
          ? endpoint.take(request, body)
          : pages(request, pathname, body, counted);
    response.writeHead(answered.status, answered.headers).end(answered.body);
  };

  const { server, base: here } = await listenHere(options.port, answer);
  base = here;

  return {
    /** The address of its page; messages are posted to `/iso18626` below it. */
    base,
    iso: `${base}/iso18626`,
    ask: requester.ask,
    act: requester.act,
    say: supplier.say,
    askings: requester.all,
    dealings: supplier.all,
    messages: log.all,
    /** How often a client followed a redirect or an external entity. */
    followed: () => counted.followed,
    stop: (): Promise<void> => {
      clock.stop();
      server.closeAllConnections();
      return new Promise((stopped) => server.close(() => stopped()));
    },
  };
};
