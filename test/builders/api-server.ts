import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Actor } from '../../layers/platform/http/actor.ts';
import type { OperationHandler } from '../../layers/platform/http/handle.ts';
import { call } from './call.ts';

type Running = { url: string; requests: string[]; fail(status: number | undefined): void; close(): Promise<void> };

const pattern = (path: string): RegExp => new RegExp(`^${path.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`);

/** The token that the server issues to a machine client: unsigned, with the claims that a gateway reads. */
const tokenOf = (claims: object): string => `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.unsigned`;

/**
 * Serves operations over HTTP on a free port, for a program that speaks HTTP itself. It issues a token to any machine client whose secret is
 * `right`, and every request acts as that machine. `fail` makes every request answer a status until it is called without one.
 */
export const apiServer = async (
  handlers: readonly OperationHandler[],
  machine: Extract<Actor, { kind: 'machine' }>,
): Promise<Running> => {
  const routes = handlers.map((handler) => ({ handler, path: pattern(handler.contract.path) }));
  const requests: string[] = [];
  let failing: number | undefined;
  const answer = async (method: string, path: string, text: string, key: string | undefined) => {
    const body: unknown = text === '' ? undefined : JSON.parse(text);
    if (path === '/v1/membership/tokens') {
      const { clientSecret } = body as { clientSecret: string };
      if (clientSecret !== 'right') return { status: 401, body: { status: 401, code: 'client-refused', errors: [] } };
      const { member, branch } = machine;
      return {
        status: 200,
        body: { access_token: tokenOf({ member, branch }), token_type: 'Bearer', expires_in: 900 },
      };
    }
    const route = routes.find((one) => one.handler.contract.method === method && one.path.test(path));
    if (!route) return { status: 404, body: { status: 404, code: 'no-route', errors: [] } };
    const found = route.path.exec(path)?.groups ?? {};
    const named = Object.fromEntries(Object.entries(found).map(([name, value]) => [name, decodeURIComponent(value)]));
    const headers = key === undefined ? {} : { 'idempotency-key': key };
    return call(route.handler, { actor: machine, path: named, ...(body !== undefined && { body }), headers });
  };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = 'GET', url = '/' } = request;
      requests.push(`${method} ${url}`);
      if (failing !== undefined) {
        response.writeHead(failing).end('{}');
        return;
      }
      const key = request.headers['idempotency-key'];
      void answer(method, url, Buffer.concat(chunks).toString(), Array.isArray(key) ? key[0] : key).then(
        ({ status, body }) => {
          response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
        },
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    fail: (status) => {
      failing = status;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
