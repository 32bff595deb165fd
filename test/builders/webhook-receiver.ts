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

type Next = (id: string) => number;

const listening = async (next: Next) => {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    const id = String(request.headers['webhook-id']);
    received.push({ id, body, headers: request.headers });
    const status = next(id);
    response.writeHead(status).end(status === 204 ? undefined : `answer ${status}`);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`,
    received,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};

/** A receiver of webhooks on this machine; it answers with these statuses in turn, the last one from then on. */
export const aReceiver = async (...statuses: number[]) => {
  let answers = statuses;
  const receiver = await listening(() => {
    const [status = 204, ...later] = answers;
    if (later.length > 0) answers = later;
    return status;
  });
  return {
    ...receiver,
    answers: (...next: number[]) => {
      answers = next;
    },
  };
};

/** A receiver that answers the first try of each message with a status, and the later ones with 204. */
export const aReceiverThatFailsOnce = (status: number) => {
  const seen = new Set<string>();
  return listening((id) => {
    const isFirst = !seen.has(id);
    seen.add(id);
    return isFirst ? status : 204;
  });
};
