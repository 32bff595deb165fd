import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { clientSettings } from './client-settings.ts';

const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' };
const item = new GetItemCommand({ TableName: 'table', Key: { pk: { S: 'a' } } });

/** A table service that never answers its first request, or resets its connection, and answers all further ones. */
let server: Server;
let asked: number;
const listening = async (first: 'silence' | 'reset'): Promise<string> => {
  asked = 0;
  server = createServer((request, response) => {
    asked += 1;
    if (asked > 1)
      response.writeHead(200, { 'content-type': 'application/x-amz-json-1.0' }).end('{"Item":{"pk":{"S":"a"}}}');
    else if (first === 'reset') request.socket.resetAndDestroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};
const clientOf = (endpoint: string, requestMs: number, attempts: number) =>
  new DynamoDBClient({ ...clientSettings({ requestMs, attempts }), endpoint, region: 'us-east-1', credentials });

let emulator: string | undefined;
beforeEach(() => {
  emulator = process.env.AWS_ENDPOINT_URL;
  delete process.env.AWS_ENDPOINT_URL;
});
afterEach(() => {
  if (emulator !== undefined) process.env.AWS_ENDPOINT_URL = emulator;
  server.closeAllConnections();
  server.close();
});

describe('finding W9: a call to an AWS service', () => {
  it.each(['silence', 'reset'] as const)('is repeated after a %s', async (first) => {
    // The answer to the second request may come late on a busy machine.
    const client = clientOf(await listening(first), 1000, 2);
    expect((await client.send(item)).Item).toEqual({ pk: { S: 'a' } });
    expect(asked).toBe(2);
  });

  it('fails by name when the service stays silent, so that the caller is asked to try again', async () => {
    const client = clientOf(await listening('silence'), 100, 1);
    await expect(client.send(item)).rejects.toMatchObject({ name: 'TimeoutError' });
  });

  it('takes less than the time limit of an operation with all its attempts', () => {
    const { maxAttempts, requestHandler } = clientSettings();
    expect(maxAttempts * requestHandler.requestTimeout).toBeLessThan(8000);
  });
});
