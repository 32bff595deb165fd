import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import type { OwnKey } from '../../functions/membership/data/own-key.ts';
import type { StaffKeys } from '../../functions/membership/data/staff-keys.ts';
import { claimsFor, TOKEN_TYPE } from '../../functions/membership/domain/token.ts';
import { actorOfOwnToken } from '../../functions/membership/use-cases/own-token.ts';

export const ISSUER = 'urn:concord:Test';
export const POOL = 'us-east-1_Staff1234';
export const CLIENT = 'browser-client';
const poolIssuer = (pool: string): string => `https://cognito-idp.us-east-1.amazonaws.com/${pool}`;

const elliptic = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const foreign = {
  elliptic: generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  rsa: generateKeyPairSync('rsa', { modulusLength: 2048 }),
};

/** The key pairs of these tests: ours, the staff pool's, and a forger's. */
export const keys = { elliptic, rsa, foreign };
export const ownKey: OwnKey = { kid: 'own-1', key: elliptic.publicKey };
const { n = '', e = '' } = rsa.publicKey.export({ format: 'jwk' });

/** The staff pool's published keys, with a count of their fetches. */
export const aStaffPool = (): StaffKeys & { fetchedAgain: number } => {
  const jwks = { keys: [{ kty: 'RSA' as const, kid: 'pool-1', n, e, use: 'sig' as const, alg: 'RS256' as const }] };
  const pool = {
    fetchedAgain: 0,
    jwks: async () => jwks,
    clientId: async () => CLIENT,
    again: async () => {
      pool.fetchedAgain += 1;
      return jwks;
    },
  };
  return pool;
};

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

type Parts = { header?: Record<string, unknown>; claims?: Record<string, unknown>; key?: KeyObject };

const aSession = (now: number) => ({ signedInAt: Math.floor(now / 1000), session: 'ses_1' });

/** A patron's token of ours as signed in at `now` (epoch ms), with a forger's changes. */
export const aPatronToken = (
  now: number,
  { header = {}, claims = {}, key = elliptic.privateKey }: Parts = {},
): string => {
  const subject = { kind: 'patron', id: 'pat_1', member: 'riverton', ...aSession(now) } as const;
  const text = `${part({ alg: 'ES256', typ: TOKEN_TYPE, kid: 'own-1', ...header })}.${part({ ...claimsFor(subject, ISSUER, now), ...claims })}`;
  return `${text}.${sign('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
};

/** A staff member's Cognito access token, with a forger's changes. */
export const aStaffToken = (now: number, { header = {}, claims = {}, key = rsa.privateKey }: Parts = {}): string => {
  const iat = Math.floor(now / 1000);
  const payload = {
    sub: 'uuid',
    iss: poolIssuer(POOL),
    client_id: CLIENT,
    token_use: 'access',
    username: 'stf_1',
    jti: 'jti-1',
    origin_jti: 'first-1',
    auth_time: iat,
    iat,
    exp: iat + 900,
  };
  const text = `${part({ alg: 'RS256', kid: 'pool-1', ...header })}.${part({ ...payload, ...claims })}`;
  return `${text}.${sign('sha256', Buffer.from(text), key).toString('base64url')}`;
};

/** A token without a signature. */
export const unsigned = (token: string, alg: string): string => {
  const [, claims = ''] = token.split('.');
  return `${part({ alg, typ: TOKEN_TYPE, kid: 'own-1' })}.${claims}.`;
};

/** A token whose header says HS256 and whose secret is the public key. */
export const signedWithPublicKey = (token: string, publicKey: KeyObject, kid: string): string => {
  const [, claims = ''] = token.split('.');
  const text = `${part({ alg: 'HS256', typ: TOKEN_TYPE, kid })}.${claims}`;
  const secret = publicKey.export({ format: 'pem', type: 'spki' });
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
};

/** The public half of a key as a header would include it. */
export const asJwk = (key: KeyObject): Record<string, unknown> => ({ ...key.export({ format: 'jwk' }) });
export const otherPoolIssuer = poolIssuer('us-east-1_Another99');

/** Returns whom a token of ours identifies at a time (epoch ms), or the reason why nobody, by the keys of these tests. */
export const actorOfToken = (token: string, now: number) => actorOfOwnToken(token, ownKey, ISSUER, now);
