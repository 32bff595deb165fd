import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request that a receiver got. */
export type Received = { id: string; body: string; headers: Record<string, string | string[] | undefined> };

/** Whether one of the signatures of a request is by this secret, by the Standard Webhooks specification. */
export const isSignedBy = (secret: string, { headers, body }: Received): boolean => {
  const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const expected = Buffer.from(createHmac('sha256', key).update(signed).digest('base64'));
  return String(headers['webhook-signature'])
    .split(' ')
    .map((one) => Buffer.from(one.replace('v1,', '')))
    .some((given) => given.length === expected.length && timingSafeEqual(given, expected));
};

/** A receiver of webhooks on this machine; it answers with these statuses in turn, the last one from then on. */
export const aReceiver = async (...statuses: number[]) => {
  const received: Received[] = [];
  let answers = statuses;
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    received.push({ id: String(request.headers['webhook-id']), body, headers: request.headers });
    const [status = 204, ...later] = answers;
    if (later.length > 0) answers = later;
    response.writeHead(status).end(status === 204 ? undefined : `answer ${status}`);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`,
    received,
    answers: (...next: number[]) => {
      answers = next;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};
