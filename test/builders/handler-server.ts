import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { OperationHandler } from '../../layers/platform/http/handle.ts';
import { anEvent } from './call.ts';

/** Handlers by method and path, as routed by the gateway. */
export type Handlers = Record<string, OperationHandler>;

/** Serves operations over HTTP in this process, for external client programs. Returns the port and a stop function. */
export const serveHandlers = async (handlers: Handlers): Promise<{ port: number; stop: () => Promise<void> }> => {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const [path = '', query = ''] = (request.url ?? '').split(/\?(.*)/s);
    const handler = handlers[`${request.method} ${path}`];
    if (!handler) return void response.writeHead(404).end();
    const rawBytes = Buffer.concat(chunks);
    const headers = { 'content-type': request.headers['content-type'] ?? '' };
    const event = anEvent({ query, headers, ...(rawBytes.length > 0 && { rawBytes }) });
    const { statusCode, headers: sent, body } = await handler(event, { awsRequestId: 'door' });
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
