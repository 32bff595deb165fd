import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const NO_SUCH_KEY = '<?xml version="1.0"?><Error><Code>NoSuchKey</Code><Message>It is not there.</Message></Error>';

const answerIn =
  (objects: Map<string, Buffer>) =>
  async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const key = (request.url ?? '').split('?')[0] ?? '';
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    if (request.method === 'PUT') objects.set(key, Buffer.concat(chunks));
    const found = objects.get(key);
    if (found) response.writeHead(200).end(request.method === 'PUT' ? undefined : found);
    else response.writeHead(404, { 'content-type': 'application/xml' }).end(NO_SUCH_KEY);
  };

/** Runs work with a bucket over HTTP that stores objects in memory; the functions' own client uses it. */
export const withBucket = async <T>(work: () => Promise<T>): Promise<T> => {
  const answer = answerIn(new Map());
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  Object.assign(process.env, { AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`, BUCKET_NAME: 'bucket' });
  try {
    return await work();
  } finally {
    server.closeAllConnections();
    server.close();
  }
};
