import type { MachineActor } from '../../layers/platform/http/actor.ts';
import type { OperationHandler } from '../../layers/platform/http/handle.ts';
import { serveHandlers } from './handler-server.ts';

type Running = {
  url: string;
  requests: string[];
  fail(status: number | undefined, code?: string): void;
  stop(): Promise<void>;
};

/** The token that the server issues to a machine client: unsigned, with the claims that a gateway reads. */
const tokenOf = (claims: object): string => `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.unsigned`;

/**
 * Serves operations over HTTP for a program that signs in as a machine client: every client whose secret is `right` is the given machine.
 * `requests` lists what was asked; `fail` makes every request answer a status, and a problem with a code, until it is called with undefined.
 */
export const apiServer = async (handlers: readonly OperationHandler[], machine: MachineActor): Promise<Running> => {
  const requests: string[] = [];
  let failing: { status: number; body: object } | undefined;
  const routes = Object.fromEntries(
    handlers.map((handler) => [`${handler.contract.method} ${handler.contract.path}`, handler]),
  );
  const signIn = (body: string) => {
    const { clientSecret } = JSON.parse(body) as { clientSecret: string };
    if (clientSecret !== 'right') return { status: 401, body: { status: 401, code: 'client-refused', errors: [] } };
    const { member, branch } = machine;
    return { status: 200, body: { access_token: tokenOf({ member, branch }), token_type: 'Bearer', expires_in: 900 } };
  };
  const { port, stop } = await serveHandlers(routes, {
    actor: machine,
    instead: ({ method, path, body }) => {
      requests.push(`${method} ${path}`);
      if (failing !== undefined) return failing;
      return path === '/v1/membership/tokens' ? signIn(body) : undefined;
    },
  });
  return {
    ...{ url: `http://127.0.0.1:${port}`, requests, stop },
    fail: (status, code) => {
      failing = status === undefined ? undefined : { status, body: code === undefined ? {} : { status, code } };
    },
  };
};
