import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { AdminSetUserPasswordCommand, CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { tokenOf } from '../../local/access-token.ts';
import { type Account, type Endpoints, endpointsSchema } from '../../local/endpoints.ts';
import { outputOf } from '../../local/origin/route.ts';
import { staffToken } from '../../local/staff-token.ts';

/** Returns the addresses of the deployed stack under test. Throws when there is none. */
export const deployed = (): Endpoints => {
  const file = process.env.CONCORD_ENDPOINTS;
  if (!file) throw new Error('Deployed tests need a running stack: npm test starts one and sets CONCORD_ENDPOINTS.');
  return endpointsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
};

/** Returns the account of the demo's first person (or machine) with a role at a member. Throws when there is none. */
export const accountOf = ({ accounts }: Endpoints, member: string, role: string): Account => {
  const found = accounts.find((one) => one.member === member && one.role.split(', ').includes(role));
  if (found === undefined) throw new Error(`The demo consortium has no ${role} at ${member}: was it seeded?`);
  return found;
};

export type Called = { status: number; body: Record<string, unknown>; headers: Headers };

/** The options of a call; `key` is its Idempotency-Key. */
type CallOptions = { token?: string; body?: unknown; key?: string };

/** Calls an operation of the deployed stack over HTTP. Takes method and path below /v1; returns status, parsed body, headers. */
export const calling =
  ({ api }: Endpoints) =>
  async (method: string, path: string, { token, body, key }: CallOptions = {}): Promise<Called> => {
    const answer = await fetch(`${api}${path}`, {
      method,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, body: text === '' ? {} : JSON.parse(text), headers: answer.headers };
  };

/**
 * Calls like a patient client: with a key, its own when none is given, and with retries for up to two minutes when the server fails or the
 * first attempt is still in progress (many cold starts at once, on a busy machine).
 */
export const patiently =
  (call: ReturnType<typeof calling>) =>
  async (method: string, path: string, { key = randomUUID(), ...options }: CallOptions = {}): Promise<Called> => {
    for (const end = Date.now() + 120_000; ; await new Promise((go) => setTimeout(go, 1000))) {
      const answer = await call(method, path, { ...options, key });
      const underWay = answer.status === 409 && answer.body.code === 'in-flight';
      const tooMany = answer.status === 429;
      if ((answer.status < 500 && !underWay && !tooMany) || Date.now() > end) return answer;
    }
  };

/** A password for people invited by tests: the emulator's e-mail is not delivered, so the test sets it by the SDK. */
const password = 'Only-for-tests-4711';

/** Sets the password of an invited person, named by staff id or e-mail address, by the SDK. Returns how the person signs in. */
export const acceptInvitation = async (endpoints: Endpoints, username: string) => {
  const client = new CognitoIdentityProviderClient({
    endpoint: endpoints.aws,
    region: endpoints.region,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  const UserPoolId = outputOf(endpoints.outputs, 'UserPoolId');
  const wanted = { UserPoolId, Username: username, Password: password, Permanent: true };
  await client.send(new AdminSetUserPasswordCommand(wanted));
  return { username, password };
};

/** Signs an invited person in, by staff id or e-mail address. */
export const signedInStaff = async (endpoints: Endpoints, username: string): Promise<string> => {
  await acceptInvitation(endpoints, username);
  return staffToken(endpoints, username, password);
};

/** Returns the consortium admin's token: of the demo's account, or of the first administrator where nothing is seeded. */
export const adminToken = async (endpoints: Endpoints): Promise<string> => {
  const account = endpoints.accounts.find(({ role, member }) => role === 'admin' && member === null);
  return account ? tokenOf(endpoints, account) : signedInStaff(endpoints, 'first.administrator@example.org');
};
