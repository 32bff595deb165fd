import { readFileSync } from 'node:fs';
import { AdminSetUserPasswordCommand, CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { tokenOf } from '../../local/access-token.ts';
import { type Endpoints, endpointsSchema } from '../../local/endpoints.ts';
import { outputOf } from '../../local/origin/route.ts';
import { staffToken } from '../../local/staff-token.ts';

/** The addresses of the deployed stack under test. Throws a clear sentence when there is none. */
export const deployed = (): Endpoints => {
  const file = process.env.CONCORD_ENDPOINTS;
  if (!file) throw new Error('Deployed tests need a running stack: npm test starts one and sets CONCORD_ENDPOINTS.');
  return endpointsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
};

export type Called = { status: number; body: Record<string, unknown>; headers: Headers };

/** Calls an operation of the deployed stack over HTTP. Takes method and path below /v1; gives status, parsed body, headers. */
export const calling =
  ({ api }: Endpoints) =>
  async (method: string, path: string, { token, body }: { token?: string; body?: unknown } = {}): Promise<Called> => {
    const answer = await fetch(`${api}${path}`, {
      method,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, body: text === '' ? {} : JSON.parse(text), headers: answer.headers };
  };

/** A password for people whom a test invites: the emulator's mail is nobody's, so the test sets it by the SDK. */
const password = 'Only-for-tests-4711';

/** Signs somebody in who was invited, by staff id or e-mail address, after setting a password by the SDK. */
export const signedInStaff = async (endpoints: Endpoints, username: string): Promise<string> => {
  const client = new CognitoIdentityProviderClient({
    endpoint: endpoints.aws,
    region: endpoints.region,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  const UserPoolId = outputOf(endpoints.outputs, 'UserPoolId');
  const wanted = { UserPoolId, Username: username, Password: password, Permanent: true };
  await client.send(new AdminSetUserPasswordCommand(wanted));
  return staffToken(endpoints, username, password);
};

/** The consortium admin's token: of the demo's account, or of the first administrator where nothing is seeded. */
export const adminToken = async (endpoints: Endpoints): Promise<string> => {
  const account = endpoints.accounts.find(({ role, member }) => role === 'admin' && member === null);
  return account ? tokenOf(endpoints, account) : signedInStaff(endpoints, 'first.administrator@example.org');
};
