import { aStaffPool, aStaffToken, keys, otherPoolIssuer, POOL } from '../../../test/builders/tokens.ts';
import { staffIdOfToken } from './staff-token.ts';

const now = Date.now();
const seconds = Math.floor(now / 1000);
const judged = (parts: Parameters<typeof aStaffToken>[1], staffKeys = aStaffPool()) =>
  staffIdOfToken(aStaffToken(now, parts), POOL, staffKeys);

test('a refreshed token belongs to the session in which its user signed in, from that time on', async () => {
  expect(await judged({ claims: { auth_time: seconds - 3600, jti: 'jti-2' } })).toEqual({
    staffId: 'stf_1',
    session: 'first-1',
    signedInAt: seconds - 3600,
  });
});

test('a token that names no first token is a session of its own, which begins when it is issued', async () => {
  for (const none of [undefined, 5])
    expect(await judged({ claims: { origin_jti: none, auth_time: undefined } })).toEqual({
      staffId: 'stf_1',
      session: 'jti-1',
      signedInAt: seconds,
    });
});

test('an invalid token is refused, and one that was valid has expired', async () => {
  const forged = { key: keys.foreign.rsa.privateKey };
  for (const parts of [forged, { claims: { iss: otherPoolIssuer } }, { claims: { token_use: 'id' } }])
    expect(await judged(parts)).toEqual({ reason: 'token-refused' });
  expect(await judged({ claims: { exp: seconds - 60 } })).toEqual({ reason: 'token-expired' });
});

test('only a token of an unknown key makes the pool’s keys be fetched again, once', async () => {
  const staffKeys = aStaffPool();
  for (const parts of [{}, { key: keys.foreign.rsa.privateKey }, { claims: { exp: seconds - 60 } }])
    await judged(parts, staffKeys);
  expect(staffKeys.fetchedAgain).toBe(0);
  expect(await judged({ header: { kid: 'pool-2' } }, staffKeys)).toEqual({ reason: 'token-refused' });
  expect(staffKeys.fetchedAgain).toBe(1);
});

test('a token of a key that the pool has published since is valid, and refused when it cannot be fetched', async () => {
  const stale = { jwks: async () => ({ keys: [] }) };
  expect(await judged({}, { ...aStaffPool(), ...stale })).toMatchObject({ staffId: 'stf_1' });
  expect(await judged({}, { ...aStaffPool(), ...stale, again: async () => undefined })).toEqual({
    reason: 'token-refused',
  });
});
