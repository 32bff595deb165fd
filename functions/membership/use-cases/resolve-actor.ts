import { decodeJwt } from 'jose';
import type { Actor, Grant, NoActorReason } from '../../../layers/platform/http/actor.ts';
import { logError } from '../../../layers/platform/runtime/log.ts';
import type { OwnKey } from '../data/own-key.ts';
import type { StaffKeys } from '../data/staff-keys.ts';
import { actorOfOwnToken } from './own-token.ts';
import { staffIdOfToken } from './staff-token.ts';

/** The dependencies for resolving an actor. `grantsOf` returns undefined for an unknown staff id. */
export type Resolving = {
  issuer: string;
  userPoolId: string;
  ownKey(): Promise<OwnKey>;
  staffKeys: StaffKeys;
  grantsOf(staffId: string, now: number): Promise<Grant[] | undefined>;
};

export type Resolved = { actor: Actor } | { reason: NoActorReason };

const refused: Resolved = { reason: 'token-refused' };

// Only selects the verifier, which then checks that the token really is from this issuer.
const issuerOf = (token: string): unknown => {
  try {
    return decodeJwt(token).iss;
  } catch {
    return undefined;
  }
};

const judged = async (token: string, now: number, by: Resolving): Promise<Resolved> => {
  if (issuerOf(token) === by.issuer) return actorOfOwnToken(token, await by.ownKey(), by.issuer, now);
  const found = await staffIdOfToken(token, by.userPoolId, by.staffKeys);
  if ('reason' in found) return found;
  const grants = await by.grantsOf(found.staffId, now);
  return grants ? { actor: { kind: 'staff', id: found.staffId, grants } } : refused;
};

/** HTTP's own limit for a header field is lower; no valid token is longer. */
const longest = 8192;
const bearer = /^Bearer +([A-Za-z0-9_-]+\.[A-Za-z0-9_-]*\.[A-Za-z0-9_-]*)$/i;

/**
 * Returns the caller by the Authorization header, at `now` (epoch ms): the actor, or why there is none; undefined without a header. A
 * failed verification (no response from KMS, the pool or the table) gives `try-again`, never an actor.
 */
export const resolveActor = async (
  authorization: string | undefined,
  now: number,
  by: Resolving,
): Promise<Resolved | undefined> => {
  if (authorization === undefined) return undefined;
  const token = authorization.length > longest ? undefined : bearer.exec(authorization.trim())?.[1];
  if (token === undefined) return refused;
  try {
    return await judged(token, now, by);
  } catch (error) {
    logError('resolve-actor', error);
    return { reason: 'try-again' };
  }
};
