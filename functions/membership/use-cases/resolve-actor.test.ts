import type { Grant } from '../../../layers/platform/http/actor.ts';
import {
  aPatronToken,
  aStaffPool,
  aStaffToken,
  asJwk,
  ISSUER,
  keys,
  otherPoolIssuer,
  ownKey,
  POOL,
  signedWithPublicKey,
  unsigned,
} from '../../../test/builders/tokens.ts';
import { type Resolving, resolveActor } from './resolve-actor.ts';

const now = Date.now();
const seconds = Math.floor(now / 1000);
const desk: Grant[] = [{ role: 'desk', scope: 'branch', branch: 'riverton.main' }];

const by = (more: Partial<Resolving> = {}): Resolving => ({
  issuer: ISSUER,
  userPoolId: POOL,
  ownKey: async () => ownKey,
  staffKeys: aStaffPool(),
  staffOf: async (staffId) => (staffId === 'stf_1' ? { grants: desk } : undefined),
  deskOf: async () => undefined,
  isSessionOpen: async () => true,
  isWithdrawn: async () => false,
  ...more,
});
const resolve = (token: string, more?: Partial<Resolving>) => resolveActor(`Bearer ${token}`, now, by(more));

beforeEach(() => jest.spyOn(console, 'log').mockImplementation(() => {}));

test('a missing header means no actor, without a reason', async () => {
  expect(await resolveActor(undefined, now, by())).toBeUndefined();
});

test('a patron’s token identifies the patron of its home library', async () => {
  expect(await resolve(aPatronToken(now))).toEqual({
    actor: { kind: 'patron', id: 'pat_1', member: 'riverton', signedInAt: seconds, session: 'ses_1' },
  });
});

test('finding S6: a patron’s token is good as long as the session that it names, of the patron that it names', async () => {
  const asked: unknown[] = [];
  const isSessionOpen: Resolving['isSessionOpen'] = async (of, at) => {
    asked.push(of, at);
    return of.session === 'ses_1';
  };
  expect(await resolve(aPatronToken(now), { isSessionOpen })).toHaveProperty('actor');
  expect(asked).toEqual([{ patronId: 'pat_1', session: 'ses_1' }, now]);
  const ofAnother = aPatronToken(now, { claims: { session: 'ses_2' } });
  expect(await resolve(ofAnother, { isSessionOpen })).toEqual({ reason: 'token-expired' });
});

test('a token of the Practice Library has the role that was picked, there only, while the person’s session goes on', async () => {
  const claims = { kind: 'practice', sub: 'stf_1', member: undefined, role: 'desk-supervisor', session: 'first-1' };
  const token = aPatronToken(now, { claims });
  const grants = [{ role: 'desk-supervisor', scope: 'member', member: 'practice' }];
  expect(await resolve(token)).toEqual({
    actor: { kind: 'staff', id: 'stf_1', grants, session: 'first-1', signedInAt: seconds, practice: true },
  });
  const ended = [{ session: 'first-1', until: seconds + 60 }];
  expect(await resolve(token, { staffOf: async () => ({ grants: desk, ended }) })).toEqual({ reason: 'token-expired' });
  const auditor = aPatronToken(now, { claims: { ...claims, role: 'auditor' } });
  expect(await resolve(auditor)).toEqual({ reason: 'token-refused' });
});

test('a machine’s token identifies the machine with its scopes, at its branch', async () => {
  const claims = {
    kind: 'machine',
    sub: 'mch_1',
    signedInAt: undefined,
    session: undefined,
    scopes: ['self-check'],
    branch: 'riverton.main',
  };
  expect(await resolve(aPatronToken(now, { claims }))).toEqual({
    actor: { kind: 'machine', id: 'mch_1', member: 'riverton', scopes: ['self-check'], branch: 'riverton.main' },
  });
});

test('a staff member’s access token identifies the person with the current roles', async () => {
  expect(await resolve(aStaffToken(now))).toEqual({
    actor: { kind: 'staff', id: 'stf_1', grants: desk, session: 'first-1' },
  });
});

describe('a token of ours is refused', () => {
  const refused = { reason: 'token-refused' };
  const attacks: [string, string][] = [
    ['with alg none', unsigned(aPatronToken(now), 'none')],
    ['with alg NONE in capitals', unsigned(aPatronToken(now), 'NONE')],
    [
      'with HS256 and the public key as secret',
      signedWithPublicKey(aPatronToken(now), keys.elliptic.publicKey, 'own-1'),
    ],
    ['signed by another key', aPatronToken(now, { key: keys.foreign.elliptic.privateKey })],
    ['with a kid that is a path', aPatronToken(now, { header: { kid: '../../dev/null' } })],
    ['with a kid of another key', aPatronToken(now, { header: { kid: 'own-2' } })],
    [
      'that brings its key along (jwk)',
      aPatronToken(now, {
        header: { jwk: asJwk(keys.foreign.elliptic.publicKey) },
        key: keys.foreign.elliptic.privateKey,
      }),
    ],
    ['that brings our own key along (jwk)', aPatronToken(now, { header: { jwk: asJwk(keys.elliptic.publicKey) } })],
    ['that says where its key is (jku)', aPatronToken(now, { header: { jku: 'https://evil.example/keys' } })],
    ['that says where its certificate is (x5u)', aPatronToken(now, { header: { x5u: 'https://evil.example/chain' } })],
    ['that must be understood (crit)', aPatronToken(now, { header: { crit: ['exp'] } })],
    ['of another type', aPatronToken(now, { header: { typ: 'JWT' } })],
    ['for another audience', aPatronToken(now, { claims: { aud: 'other-api' } })],
    ['of another issuer', aPatronToken(now, { claims: { iss: 'urn:concord:Other' } })],
    ['that is not valid yet', aPatronToken(now, { claims: { nbf: seconds + 600 } })],
    ['without an end', aPatronToken(now, { claims: { exp: undefined } })],
    [
      'with a claim that we never write',
      aPatronToken(now, { claims: { grants: [{ role: 'admin', scope: 'consortium' }] } }),
    ],
    ['that calls itself staff', aPatronToken(now, { claims: { kind: 'staff' } })],
    ['that is expired and forged', aPatronToken(now - 3_600_000, { key: keys.foreign.elliptic.privateKey })],
  ];
  test.each(attacks)('%s', async (_what, token) => {
    expect(await resolve(token)).toEqual(refused);
  });

  test('as expired when only its time has passed', async () => {
    expect(await resolve(aPatronToken(now - 901_000))).toEqual({ reason: 'token-expired' });
  });
});

describe('a staff token is refused', () => {
  const refused = { reason: 'token-refused' };
  const attacks: [string, string][] = [
    ['with alg none', unsigned(aStaffToken(now), 'none')],
    ['with HS256 and the public key as secret', signedWithPublicKey(aStaffToken(now), keys.rsa.publicKey, 'pool-1')],
    ['signed by another key', aStaffToken(now, { key: keys.foreign.rsa.privateKey })],
    ['with a kid that is a path', aStaffToken(now, { header: { kid: '../pool-1' } })],
    [
      'that brings its key along (jwk)',
      aStaffToken(now, { header: { jwk: asJwk(keys.foreign.rsa.publicKey) }, key: keys.foreign.rsa.privateKey }),
    ],
    [
      'that says where its key is (jku)',
      aStaffToken(now, { header: { kid: 'evil', jku: 'https://evil.example/keys' }, key: keys.foreign.rsa.privateKey }),
    ],
    [
      'that says where its certificate is (x5u)',
      aStaffToken(now, { header: { x5u: 'https://evil.example/x' }, key: keys.foreign.rsa.privateKey }),
    ],
    [
      'that is an id token',
      aStaffToken(now, { claims: { token_use: 'id', aud: 'browser-client', client_id: undefined } }),
    ],
    ['of another pool', aStaffToken(now, { claims: { iss: otherPoolIssuer } })],
    ['of another client', aStaffToken(now, { claims: { client_id: 'someone-elses-client' } })],
    ['that is not valid yet', aStaffToken(now, { claims: { nbf: seconds + 600 } })],
    ['of somebody who does not work here', aStaffToken(now, { claims: { username: 'stf_2' } })],
    ['that is expired and forged', aStaffToken(now - 3_600_000, { key: keys.foreign.rsa.privateKey })],
  ];
  test.each(attacks)('%s', async (_what, token) => {
    expect(await resolve(token)).toEqual(refused);
  });

  test('as expired when only its time has passed', async () => {
    expect(await resolve(aStaffToken(now - 901_000))).toEqual({ reason: 'token-expired' });
  });
});

describe('finding S6: a token is refused after', () => {
  const machine = { kind: 'machine', signedInAt: undefined, session: undefined, scopes: [] };
  const [ofPatron, ofStaff] = [aPatronToken(now), aStaffToken(now)];
  const withdrawals: [string, string, Partial<Resolving>, string][] = [
    ['the session of the patron ended', ofPatron, { isSessionOpen: async () => false }, 'token-expired'],
    [
      'staff signed out',
      ofStaff,
      { staffOf: async () => ({ grants: desk, ended: [{ session: 'first-1', until: seconds }] }) },
      'token-expired',
    ],
    [
      'staff signed out everywhere',
      ofStaff,
      { staffOf: async () => ({ grants: desk, endedBefore: now }) },
      'token-expired',
    ],
    [
      'the machine was withdrawn',
      aPatronToken(now, { claims: machine }),
      { isWithdrawn: async () => true },
      'token-refused',
    ],
  ];
  test.each(withdrawals)('%s', async (_what, token, more, reason) => {
    expect(await resolve(token)).toHaveProperty('actor');
    expect(await resolve(token, more)).toEqual({ reason });
  });
});

test('staff who sign in again after all their sessions were ended go on, and those of that second do not', async () => {
  const endedAt = (endedBefore: number) =>
    resolve(aStaffToken(now), { staffOf: async () => ({ grants: desk, endedBefore }) });
  expect(await endedAt(seconds * 1000 - 1)).toHaveProperty('actor');
  expect(await endedAt(seconds * 1000)).toEqual({ reason: 'token-expired' });
});

test('the scheme of a header is read in any case, with spaces around and between', async () => {
  const token = aPatronToken(now);
  for (const header of [`Bearer ${token}`, `bearer   ${token}`, ` BEARER ${token} `])
    expect(await resolveActor(header, now, by())).toHaveProperty('actor');
});

test('a good token is refused with something before or after it, and in a longer header than any browser sends', async () => {
  const token = aPatronToken(now);
  const ofLength = (length: number) => `Bearer${token.padStart(length - 'Bearer'.length)}`;
  expect(await resolveActor(ofLength(8192), now, by())).toHaveProperty('actor');
  for (const header of [
    `Basic Bearer ${token}`,
    `Bearer ${token} ${token}`,
    `Bearer ${token}.x`,
    token,
    ofLength(8193),
  ])
    expect(await resolveActor(header, now, by())).toEqual({ reason: 'token-refused' });
});

test.each([
  '',
  'Bearer',
  'Bearer ',
  'Basic dXNlcjpwYXNz',
  'Bearer a.b',
  'Bearer a.b.c',
  `Bearer ${'a'.repeat(9000)}.b.c`,
])('an invalid token is refused: %.20s', async (header) => {
  expect(await resolveActor(header, now, by())).toEqual({ reason: 'token-refused' });
});

test('keys are fetched once more for an unknown kid, and only for that', async () => {
  const staffKeys = aStaffPool();
  await resolve(aStaffToken(now), { staffKeys });
  expect(staffKeys.fetchedAgain).toBe(0);
  await resolve(aStaffToken(now, { header: { kid: 'pool-2' } }), { staffKeys });
  expect(staffKeys.fetchedAgain).toBe(1);
});

test('finding W15: when nothing can verify a token, the fault is thrown, because the gateway would keep an answer', async () => {
  const broken = async () => Promise.reject(new Error('no answer'));
  await expect(resolve(aPatronToken(now), { ownKey: broken })).rejects.toThrow('no answer');
  await expect(resolve(aStaffToken(now), { staffOf: broken })).rejects.toThrow('no answer');
});
