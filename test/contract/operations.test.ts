import { existsSync } from 'node:fs';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type * as z from 'zod';
import { consumers } from '../../functions/consumers.ts';
import { handlerFileOf } from '../../functions/load-contracts.ts';
import { operations } from '../../functions/operations.ts';
import { ID_PREFIXES, idTime } from '../../layers/kernel/identity/id.ts';
import { ROLES, roles } from '../../layers/kernel/identity/roles.ts';
import type { Actor } from '../../layers/platform/http/actor.ts';
import { assuranceOf } from '../../layers/platform/http/assurance.ts';
import { type AnyContract, isSafe } from '../../layers/platform/http/contract.ts';
import type { OperationHandler } from '../../layers/platform/http/handle.ts';
import { accountsFor, isAdmitted } from '../builders/accounts.ts';
import { call } from '../builders/call.ts';
import { queueSettings } from '../builders/queue-settings.ts';

const nobodyInParticular: Actor = { kind: 'staff', id: 'stf_nobody', grants: [] };
const load = async (contract: AnyContract): Promise<OperationHandler> =>
  (await import(`../../${handlerFileOf(contract)}`)).handler as OperationHandler;

/** Text with the beginning of a random id, too long to be any other word. */
const LIKE_AN_ID = new RegExp(`\\b(?:${Object.values(ID_PREFIXES).join('|')})_[0-9a-z]{16,}`, 'g');

/** The scopes of machine clients. */
const scopes = [
  ...new Set(
    operations.flatMap(({ permission }) => permission.flatMap((one) => (one.who === 'machine' ? [one.scope] : []))),
  ),
].filter((scope) => scope !== 'any');

/** Returns an actor who may call the operation at the place of its example, so that only the input is tested. */
const permitted = (contract: AnyContract): Actor | undefined =>
  accountsFor(contract, scopes).find((account) => account.actor !== undefined && isAdmitted(contract, account))?.actor;

beforeAll(() => {
  Object.assign(process.env, {
    TABLE_NAME: 'no-table',
    BUCKET_NAME: 'no-bucket',
    SEARCH_ENDPOINT: 'http://127.0.0.1:1',
    SEARCH_SIGNED: 'false',
    BUS_NAME: 'no-bus',
    SIGNING_KEY_ID: 'no-key',
    USER_POOL_ID: 'us-east-1_none',
    MACHINE_ARN: 'no-machine',
    ...queueSettings,
    ISSUER: 'https://concord.test',
    PARTNER_SECRETS: '/no/secrets',
    WEBHOOK_SECRETS: '/no/secrets',
    WALLET_KEYS: '/no/keys',
    BALLOT_KEYS: '/no/keys',
    DEPLOYED_RESOURCES: JSON.stringify({
      search: { instanceType: 't3.small.search', instances: 1, storageGb: 20 },
      alarms: 0,
      kmsKeys: 1,
      firewall: { acls: 1, rules: 2 },
      secrets: 1,
      logRetentionDays: 90,
    }),
  });
  jest.spyOn(console, 'log').mockImplementation(() => {});
});

test('every operation has an id, a path and a method of its own', () => {
  const routes = operations.map(({ method, path }) => `${method} ${path.replaceAll(/\{\w+\+?\}/g, '{}')}`);
  expect(new Set(routes).size).toBe(routes.length);
  const ids = [...operations, ...consumers].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

describe.each(operations.map((contract) => [contract.id, contract] as const))('%s', (_id, contract) => {
  test('is in its folder, with contract and handler, under its context’s path', () => {
    expect(contract.id.startsWith(`${contract.context}-`)).toBe(true);
    expect(contract.path).toMatch(new RegExp(`^/v1/${contract.context}/[a-z0-9{}/-]+(?:\\+\\})?$`, 'i'));
    expect(existsSync(handlerFileOf(contract))).toBe(true);
  });

  test('declares who may call it, and reads without a write grant', () => {
    expect(contract.permission.length).toBeGreaterThan(0);
    if (isSafe(contract))
      expect([contract.touches.table, contract.touches.index, contract.touches.userPool]).not.toContain('write');
    if (!isSafe(contract) && contract.idempotency === undefined) expect(contract.touches.table).toBe('write');
  });

  test('ids in its example are as long as real ones', () => {
    const ids = JSON.stringify(contract.example).match(LIKE_AN_ID) ?? [];
    expect(ids.filter((id) => idTime(id) === undefined)).toEqual([]);
  });

  test('its example fits its schemas, and its path names its parameters', () => {
    for (const part of ['params', 'query', 'body', 'output'] as const) {
      const schema = contract[part];
      if (schema && (contract.example[part] !== undefined || part === 'output')) {
        const parsed = schema.safeParse(contract.example[part]);
        expect(parsed.success ? [] : parsed.error.issues).toEqual([]);
      }
    }
    const named = [...contract.path.matchAll(/\{(\w+)\+?\}/g)].map(([, name]) => name);
    expect(Object.keys(contract.params ? (contract.params as unknown as z.ZodObject).shape : {}).sort()).toEqual(
      named.sort(),
    );
  });
});

type Given = { params?: Record<string, string>; query?: Record<string, string>; body?: object };

/** Returns the request of a contract's example, without the actor. */
const exampleOf = (contract: AnyContract) => {
  const { params: path, query, body } = contract.example as Given;
  return { ...(body ? { body } : {}), ...(path ? { path } : {}), ...(query ? { query } : {}) };
};

/** Returns the operations to which a check applies, by name: only those are tested and counted. */
const where = (applies: (contract: AnyContract) => boolean): [string, AnyContract][] =>
  operations
    .map((one): AnyContract => one)
    .filter(applies)
    .map((contract) => [contract.id, contract]);

/** Returns the permissions of an operation for staff at a place named in the request only; none for any other. */
const placesOf = ({ permission }: AnyContract) => {
  const placed = permission.flatMap((one) => (one.who === 'staff' && typeof one.at === 'object' ? [one] : []));
  return placed.length === permission.length ? placed : [];
};

const forbidden = { status: 403, body: { code: 'not-permitted' } };

/** Returns whether an operation is for outside partners, whose credentials are no token of ours: their own tests check them. */
const isForPartners = ({ permission }: AnyContract): boolean => permission.every(({ who }) => who === 'partner');

test.each(where((contract) => !isForPartners(contract)))(
  '%s answers 401 to an expired or forged token',
  async (_id, contract) => {
    const handler = await load(contract);
    expect(await call(handler, { reason: 'token-expired' })).toMatchObject({
      status: 401,
      body: { code: 'token-expired' },
    });
    expect(await call(handler, { reason: 'token-refused' })).toMatchObject({
      status: 401,
      body: { code: 'token-refused' },
    });
  },
);

/** The operations with bodies in XML or from forms: they have no JSON. */
const xmlBodies = where(({ consumes }) => consumes === 'application/xml');
const formBodies = where(({ consumes }) => consumes === 'application/x-www-form-urlencoded');

test('only messages of partners are XML, and are answered in XML', () => {
  // The payment provider's events are signed JSON.
  const ofPartners = where((contract) => isForPartners(contract) && contract.context === 'resource-sharing');
  expect(xmlBodies.map(([id]) => id)).toEqual(ofPartners.map(([id]) => id));
  for (const [, { produces, idempotency }] of xmlBodies)
    expect([produces, idempotency]).toEqual(['application/xml', 'none']);
});

test('a form accepts the same as the query string, and changes nothing', () => {
  for (const [, { path, produces, touches, idempotency }] of formBodies) {
    const twin = operations.find((one) => one.path === path && one.method === 'GET') as AnyContract | undefined;
    expect([produces, touches, idempotency]).toEqual([twin?.produces, twin?.touches, 'none']);
  }
});

test.each(xmlBodies)('%s reads XML that is declared as text, bytes or a form', async (_id, contract) => {
  const { body, ...place } = exampleOf(contract);
  const handler = await load(contract);
  const form = 'application/x-www-form-urlencoded';
  for (const type of [
    'text/xml; charset=utf-8',
    'application/iso18626+xml',
    'text/plain',
    'application/octet-stream',
    form,
  ])
    expect(
      (await call(handler, { ...place, rawBody: String(body), headers: { 'content-type': type } })).status,
    ).not.toBe(415);
  const posted = { ...place, rawBody: 'message=%3CISO18626Message%2F%3E', headers: { 'content-type': form } };
  expect((await call(handler, posted)).status).toBe(415);
});

test.each([
  ...xmlBodies.map(([id, contract]) => [id, contract, 'image/svg'] as const),
  ...formBodies.map(([id, contract]) => [id, contract, 'application/xml'] as const),
])('%s answers 415 to a body that is declared as something else', async (_id, contract, other) => {
  const { body, ...place } = exampleOf(contract);
  const handler = await load(contract);
  for (const type of ['application/json', 'multipart/form-data; boundary=x', other])
    expect(await call(handler, { ...place, rawBody: String(body), headers: { 'content-type': type } })).toMatchObject({
      status: 415,
      body: { code: 'unsupported-media-type' },
    });
});

test.each(where((contract) => !contract.permission.some(({ who }) => who === 'anyone') && !isForPartners(contract)))(
  '%s answers 401 without an actor, and 403 to staff without the role',
  async (_id, contract) => {
    const handler = await load(contract);
    expect(await call(handler)).toMatchObject({ status: 401, body: { code: 'not-signed-in' } });
    expect(await call(handler, { actor: nobodyInParticular, ...exampleOf(contract) })).toMatchObject(forbidden);
  },
);

test.each(
  where(
    (contract) =>
      !contract.permission.some(({ who }) => who === 'anyone' || who === 'partner') &&
      (contract.body ?? contract.query) !== undefined,
  ),
)(
  'finding F13: %s answers 403 to staff without the role before it reads the body or the query',
  async (_id, contract) => {
    const handler = await load(contract);
    const { params: path } = contract.example as Given;
    const wrong = [
      { rawBody: '{"a":' },
      { rawBody: 'a=1', headers: { 'content-type': 'text/plain' } },
      { body: { balanceOfPower: 1 } },
      { query: { balanceOfPower: '1' } },
    ];
    for (const request of wrong)
      expect(await call(handler, { actor: nobodyInParticular, ...(path && { path }), ...request })).toMatchObject(
        forbidden,
      );
  },
);

/** The operations whose place is in the path: a role elsewhere is refused whatever the body is. */
const placedByPath = where((contract) => {
  const places = placesOf(contract).map(({ at }) =>
    typeof at === 'string' ? at : 'member' in at ? at.member : at.branch,
  );
  return contract.body !== undefined && places.length > 0 && places.every((pointer) => pointer.startsWith('path.'));
});

test.each(placedByPath)(
  'finding F13: %s answers 403 at another member’s place before it reads the body',
  async (_id, contract) => {
    const grants = placesOf(contract)
      .flatMap(({ roles }) => roles)
      .map((role) => ({ role, scope: 'member' as const, member: 'elsewhere' }));
    const { params: path } = contract.example as Given;
    const request = { actor: { kind: 'staff', id: 'stf_2', grants } as Actor, ...(path && { path }), rawBody: '{"a":' };
    expect(await call(await load(contract), request)).toMatchObject(forbidden);
  },
);

test.each(where((contract) => placesOf(contract).length > 0))(
  '%s answers 403 at another member’s place',
  async (_id, contract) => {
    const grants = placesOf(contract)
      .flatMap(({ roles }) => roles)
      .map((role) => ({ role, scope: 'member' as const, member: 'elsewhere' }));
    const actor: Actor = { kind: 'staff', id: 'stf_2', grants };
    expect(await call(await load(contract), { actor, ...exampleOf(contract) })).toMatchObject(forbidden);
  },
);

describe.each(where(({ body, consumes }) => body !== undefined && consumes === undefined))('%s', (_id, contract) => {
  const actor = permitted(contract);
  const who = actor ? { actor } : {};

  test('answers 400 to an unknown field, naming it', async () => {
    const { body, ...place } = exampleOf(contract);
    const answered = await call(await load(contract), { ...who, ...place, body: { ...body, balanceOfPower: 1 } });
    expect(answered).toMatchObject({ status: 400, body: { code: 'bad-input' } });
    expect(JSON.stringify(answered.body)).toContain('/body/balanceOfPower');
  });

  test('answers 400 to a body that is not JSON, 415 to one that is not declared as JSON', async () => {
    const handler = await load(contract);
    expect(await call(handler, { ...who, rawBody: '{"a":' })).toMatchObject({
      status: 400,
      body: { code: 'bad-json' },
    });
    expect(await call(handler, { ...who, rawBody: 'a=1', headers: { 'content-type': 'text/plain' } })).toMatchObject({
      status: 415,
    });
  });
});

describe('The deny matrix', () => {
  const send = jest.fn(() => {
    throw new Error('A denied call used a store.');
  });

  beforeEach(() => {
    // The clients of all services inherit it.
    jest.spyOn(Object.getPrototypeOf(DynamoDBClient.prototype), 'send').mockImplementation(send);
  });

  test('has every role, at the place of the example and elsewhere', () => {
    const [first] = operations;
    const all = first ? accountsFor(first, scopes) : [];
    expect(scopes.toSorted()).toEqual(['loan-requests', 'patron-feed', 'self-check']);
    for (const role of roles) {
      const places = all.flatMap((one) => (one.role === role ? [one.place] : []));
      expect(places.length).toBe(
        ROLES[role].scopes.reduce((sum, scope) => sum + { branch: 3, member: 2, consortium: 1 }[scope], 0),
      );
    }
  });

  test.each(where(() => true))('%s refuses every account that its contract does not admit', async (_id, contract) => {
    const handler = await load(contract);
    const request = { ...exampleOf(contract), headers: { 'idempotency-key': 'deny-matrix' } };
    const wrong: string[] = [];
    const all = accountsFor(contract, scopes);
    for (const account of all.filter((one) => !isAdmitted(contract, one))) {
      const { status } = await call(handler, { ...request, ...(account.actor && { actor: account.actor }) });
      if (status !== (account.actor ? 403 : 401)) wrong.push(`${account.name}: ${status}`);
    }
    expect(wrong).toEqual([]);
    expect(send).not.toHaveBeenCalled();
    // Refusals mean nothing for a place at which nobody is admitted.
    expect(all.some((account) => isAdmitted(contract, account))).toBe(true);
  });
});

describe('A sign-in by badge or code at a shared desk', () => {
  const grants = roles.flatMap((role) => [
    { role, scope: 'consortium' as const },
    { role, scope: 'member' as const, member: 'riverton' },
  ]);
  const actor: Actor = { kind: 'staff', id: 'stf_1', grants, desk: 'dsk_1' };
  const idsOf = (assurance: 'desk' | 'full') => where((one) => assuranceOf(one) === assurance).map(([id]) => id);

  test.each(where((one) => assuranceOf(one) === 'full'))('is not enough for %s', async (_id, contract) => {
    const answered = await call(await load(contract), { actor, ...exampleOf(contract) });
    expect(answered).toMatchObject({ status: 403, body: { code: 'full-sign-in-needed' } });
  });

  test('is enough for the work of a desk, and not for administration, rules, accounts and lists of many patrons', () => {
    const work = ['circulation-check-out', 'circulation-place-hold', 'circulation-pay-bill', 'circulation-close-till'];
    expect(idsOf('desk')).toEqual(expect.arrayContaining([...work, 'patrons-register-patron', 'patrons-block-patron']));
    const more = ['membership-give-role', 'membership-enrol-desk', 'membership-set-desk-pass', 'finance-decide-period'];
    const bulk = ['governance-adopt-policy', 'patrons-run-batch', 'patrons-list-expiring-cards'];
    expect(idsOf('full')).toEqual(expect.arrayContaining([...more, ...bulk]));
  });
});

test('finding S15: where patrons and others act for a patron, the field that names the patron is not for patrons', () => {
  const shared = operations.filter(({ permission }) => {
    const who = new Set(permission.map((one) => one.who));
    return who.has('patron') && who.size > 1;
  });
  const naming = shared.flatMap((contract) =>
    (['query', 'body'] as const).flatMap((part) => {
      const { shape = {} } = (contract[part] ?? {}) as { shape?: Record<string, unknown> };
      return ['patron', 'patronId']
        .filter((name) => name in shape)
        .map((name) => ({ contract, pointer: `${part}.${name}` as const }));
    }),
  );
  // Either of the two parties of a leave may be the one who calls.
  const open = naming.filter(({ contract }) => contract.id !== 'patrons-withdraw-proxy');
  expect(open.length).toBeGreaterThan(3);
  expect(
    open
      .filter(({ contract, pointer }) => !contract.notForPatrons?.includes(pointer))
      .map(({ contract }) => contract.id),
  ).toEqual([]);
});
