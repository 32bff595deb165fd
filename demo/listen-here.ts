import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * Serves a stand-in on a port of this machine; 0 takes a free one. An answer that fails is printed, and its connection ends. Rejects when
 * the port is taken.
 */
export const listenHere = async (
  port: number,
  answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
) => {
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      console.error(error instanceof Error ? error.message : 'An answer failed.');
      response.destroy();
    });
  });
  await new Promise<void>((listening, failed) => {
    server.once('error', failed).listen(port, '127.0.0.1', listening);
  });
  return { server, base: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
};
