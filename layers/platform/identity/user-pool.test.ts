import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inviteAgainToPool, inviteToPool } from './user-pool.ts';

/** A user pool whose connections are reset, as after a failover: whether it sent the e-mail is unknown. */
let server: Server;
let asked = 0;
let before: NodeJS.ProcessEnv;

beforeAll(async () => {
  server = createServer((request) => {
    asked += 1;
    request.socket.resetAndDestroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  before = { ...process.env };
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ...{ AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test', AWS_REGION: 'us-east-1' },
  });
});
afterAll(() => {
  process.env = before;
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  asked = 0;
});

test('finding W4: an invitation is sent again by one attempt: a second e-mail would end the password of the first', async () => {
  await expect(inviteAgainToPool('us-east-1_pool', 'stf_1')).rejects.toThrow();
  expect(asked).toBe(1);
});

test('finding W9: the first invitation is attempted twice, as an account is created once', async () => {
  const account = { username: 'stf_1', name: 'Ada', email: 'ada@your.library' };
  await expect(inviteToPool('us-east-1_pool', account)).rejects.toThrow();
  expect(asked).toBe(2);
});
