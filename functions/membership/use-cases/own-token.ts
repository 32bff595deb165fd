import { errors, jwtVerify } from 'jose';
import * as z from 'zod';
import type { Actor, NoActorReason } from '../../../layers/platform/http/actor.ts';
import type { OwnKey } from '../data/own-key.ts';
import { practiceGrant } from '../domain/practice.ts';
import { TOKEN_AUDIENCE, TOKEN_TYPE, tokenClaimsSchema } from '../domain/token.ts';

// Strict: a header with a key, or its location (jwk, jku, x5u, x5c), is not ours.
const headerSchema = z.strictObject({ alg: z.literal('ES256'), typ: z.literal(TOKEN_TYPE), kid: z.string() });

/**
 * Returns the actor of one of our tokens (patron, machine client, or staff at a shared desk, without roles), or why there is none. Takes the token, our public key, the issuer
 * that must have signed it and the time (epoch ms). Every fault except expiry gives the same reason: a forger gets no information.
 */
export const actorOfOwnToken = async (
  token: string,
  own: OwnKey,
  issuer: string,
  now: number,
): Promise<{ actor: Actor } | { reason: NoActorReason }> => {
  try {
    const { payload, protectedHeader } = await jwtVerify(token, own.key, {
      algorithms: ['ES256'],
      typ: TOKEN_TYPE,
      issuer,
      audience: TOKEN_AUDIENCE,
      requiredClaims: ['exp', 'iat', 'sub'],
      currentDate: new Date(now),
    });
    const header = headerSchema.safeParse(protectedHeader);
    const claims = tokenClaimsSchema.safeParse(payload);
    if (!header.success || header.data.kid !== own.kid || !claims.success) return { reason: 'token-refused' };
    return { actor: actorOf(claims.data) };
  } catch (error) {
    if (error instanceof errors.JWTExpired) return { reason: 'token-expired' };
    if (error instanceof errors.JOSEError) return { reason: 'token-refused' };
    throw error;
  }
};

const actorOf = (claims: z.infer<typeof tokenClaimsSchema>): Actor => {
  const { kind, sub: id } = claims;
  if (kind === 'patron') {
    const { member, signedInAt, session } = claims;
    return { kind, id, member, signedInAt, session };
  }
  if (kind === 'staff') {
    const { desk, signedInAt, session } = claims;
    return { kind, id, grants: [], session, desk, signedInAt };
  }
  if (kind === 'practice') {
    const { role, signedInAt, session } = claims;
    return { kind: 'staff', id, grants: [practiceGrant(role)], session, signedInAt, practice: true };
  }
  const { member, scopes, branch } = claims;
  return { kind, id, member, scopes, ...(branch === undefined ? {} : { branch }) };
};
