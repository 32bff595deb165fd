import { CognitoJwtVerifier } from 'aws-jwt-verify';
import { JwtBaseError, JwtExpiredError, KidNotFoundInJwksError } from 'aws-jwt-verify/error';
import type { NoActorReason } from '../../../layers/platform/http/actor.ts';
import type { StaffJwks, StaffKeys } from '../data/staff-keys.ts';

/** The person of a staff token, its session, and when that began, in epoch seconds; a refreshed token retains both. */
export type StaffToken = { staffId: string; session: string; signedInAt: number };

type Judged = StaffToken | { reason: NoActorReason } | { unknownKey: true };

const judge = (token: string, userPoolId: string, clientId: string, jwks: StaffJwks): Judged => {
  const verifier = CognitoJwtVerifier.create({ userPoolId, tokenUse: 'access', clientId });
  verifier.cacheJwks(jwks);
  try {
    // The user name is our staff id: accounts are created under it, and the e-mail address is an alias.
    const { username, auth_time, iat, jti, ...claims } = verifier.verifySync(token);
    const { origin_jti: first } = claims;
    return { staffId: username, session: typeof first === 'string' ? first : jti, signedInAt: auth_time ?? iat };
  } catch (error) {
    if (error instanceof JwtExpiredError) return { reason: 'token-expired' };
    if (error instanceof KidNotFoundInJwksError) return { unknownKey: true };
    if (error instanceof JwtBaseError) return { reason: 'token-refused' };
    throw error;
  }
};

/**
 * Returns the staff id and session of a token, or why it is invalid: checks signature (RS256 by the pool's keys), issuer, access token (not id
 * token), our app client, times. An unknown key id makes it fetch the pool's keys once more.
 */
export const staffIdOfToken = async (
  token: string,
  userPoolId: string,
  keys: StaffKeys,
): Promise<StaffToken | { reason: NoActorReason }> => {
  const clientId = await keys.clientId();
  const judged = judge(token, userPoolId, clientId, await keys.jwks());
  if (!('unknownKey' in judged)) return judged;
  const renewed = await keys.again();
  const again = renewed ? judge(token, userPoolId, clientId, renewed) : judged;
  return 'unknownKey' in again ? { reason: 'token-refused' } : again;
};
