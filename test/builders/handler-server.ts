import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Actor } from '../../layers/platform/http/actor.ts';
import type { OperationHandler } from '../../layers/platform/http/handle.ts';
import { anEvent } from './call.ts';

/** Handlers by method and path, as routed by the gateway; a path may have parameters in braces. */
export type Handlers = Record<string, OperationHandler>;

type Request = { method: string; path: string; body: string };
type Options = {
  /** Whose token every request has; nobody's by default. */
  actor?: Actor;
  /** What the server answers instead of an operation: undefined to let the operation answer. */
  instead?: (request: Request) => { status: number; body: unknown } | undefined;
};

const pattern = (path: string): RegExp => new RegExp(`^${path.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`);

const decoded = (groups: Record<string, string> = {}): Record<string, string> =>
  Object.fromEntries(Object.entries(groups).map(([name, value]) => [name, decodeURIComponent(value)]));

/** Serves operations over HTTP in this process, for external client programs. Returns the port and a stop function. */
export const serveHandlers = async (
  handlers: Handlers,
  { actor, instead }: Options = {},
): Promise<{ port: number; stop: () => Promise<void> }> => {
  const routes = Object.entries(handlers).map(([route, handler]) => ({ route: pattern(route), handler }));
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const [path = '', query = ''] = (request.url ?? '').split(/\?(.*)/s);
    const { method = 'GET' } = request;
    const rawBytes = Buffer.concat(chunks);
    const other = instead?.({ method, path, body: rawBytes.toString() });
    if (other) return void response.writeHead(other.status).end(JSON.stringify(other.body));
    const named = `${method} ${path}`;
    const found = routes.find(({ route }) => route.test(named));
    if (!found) return void response.writeHead(404).end();
    const key = request.headers['idempotency-key'];
    const headers = {
      'content-type': request.headers['content-type'] ?? '',
      ...(typeof key === 'string' && { 'idempotency-key': key }),
    };
    const event = anEvent({
      ...{ query, headers, path: decoded(found.route.exec(named)?.groups) },
      ...(actor && { actor }),
      ...(rawBytes.length > 0 && { rawBytes }),
    });
    const { statusCode, headers: sent, body } = await found.handler(event, { awsRequestId: 'served' });
    return void response.writeHead(statusCode, sent).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stop = (): Promise<void> => {
    server.closeAllConnections();
    return new Promise((resolve) => void server.close(() => resolve()));
  };
  return { port: (server.address() as AddressInfo).port, stop };
};

/** Runs a program and returns its output; undefined where it is not installed. `input` is its standard input. */
export const program = (command: string, args: readonly string[], input = ''): Promise<string | undefined> =>
  new Promise((resolve, reject) => {
    const child = execFile(command, [...args], { timeout: 20_000 }, (error, stdout, stderr) => {
      if (error && 'code' in error && error.code === 'ENOENT') return resolve(undefined);
      if (error && !('code' in error && typeof error.code === 'number')) return reject(error);
      return resolve(`${stdout}${stderr}`);
    });
    child.on('error', () => {});
    child.stdin?.on('error', () => {});
    child.stdin?.end(input);
  });
