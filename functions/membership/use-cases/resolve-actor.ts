import { decodeJwt } from 'jose';
import type { Actor, Grant, NoActorReason, StaffActor } from '../../../layers/platform/http/actor.ts';
import type { OwnKey } from '../data/own-key.ts';
import type { StaffKeys } from '../data/staff-keys.ts';
import type { StaffSessions } from '../data/staff-store.ts';
import { grantsAtDesk } from '../domain/desk.ts';
import { type IsSessionOpen, isSignedOut } from '../domain/session.ts';
import { actorOfOwnToken } from './own-token.ts';
import { staffIdOfToken } from './staff-token.ts';

/**
 * The dependencies for resolving an actor. `staffOf` returns undefined for an unknown staff id; `isWithdrawn` is true for an unknown
 * machine. All may answer from a cache of some seconds.
 */
export type Resolving = {
  issuer: string;
  userPoolId: string;
  ownKey(): Promise<OwnKey>;
  staffKeys: StaffKeys;
  staffOf(staffId: string, now: number): Promise<({ grants: Grant[] } & StaffSessions) | undefined>;
  /** The branch of a shared desk; undefined for one that is unknown or withdrawn. */
  deskOf(deskId: string, now: number): Promise<{ branchId: string } | undefined>;
  isSessionOpen: IsSessionOpen;
  isWithdrawn(clientId: string, now: number): Promise<boolean>;
};

export type Resolved = { actor: Actor } | { reason: NoActorReason };

const refused: Resolved = { reason: 'token-refused' };
/** For a session that was ended: its caller signs in again. */
const over: Resolved = { reason: 'token-expired' };

// Only selects the verifier, which then checks that the token really is from this issuer.
const issuerOf = (token: string): unknown => {
  try {
    return decodeJwt(token).iss;
  } catch {
    return undefined;
  }
};

const isOverAt = ({ endedBefore = 0, ended = [] }: StaffSessions, session: string | undefined, signedInAt: number) =>
  signedInAt * 1000 <= endedBefore || isSignedOut(ended, session);

/** Returns a staff user at a shared desk, with the roles held at its branch, while the desk is enrolled and the session goes on. */
const ofDesk = async (actor: StaffActor, now: number, by: Resolving): Promise<Resolved> => {
  const { id, desk = '', session, signedInAt = 0 } = actor;
  const [staff, at] = await Promise.all([by.staffOf(id, now), by.deskOf(desk, now)]);
  if (!staff || !at) return refused;
  const isOver = isOverAt(staff, session, signedInAt) || signedInAt * 1000 <= (staff.deskEndedBefore ?? 0);
  return isOver ? over : { actor: { ...actor, grants: grantsAtDesk(staff.grants, at.branchId) } };
};

/** Returns a staff user in the Practice Library while the person works here and the session goes on. */
const ofPractice = async (actor: StaffActor, now: number, by: Resolving): Promise<Resolved> => {
  const { id, session, signedInAt = 0 } = actor;
  const staff = await by.staffOf(id, now);
  if (!staff) return refused;
  return isOverAt(staff, session, signedInAt) ? over : { actor };
};

/** Returns the actor of one of our tokens while the patron's session goes on, or the machine is not withdrawn. */
const ofOurs = async (token: string, now: number, by: Resolving): Promise<Resolved> => {
  const found = await actorOfOwnToken(token, await by.ownKey(), by.issuer, now);
  if ('reason' in found) return found;
  const { actor } = found;
  if (actor.kind === 'machine') return (await by.isWithdrawn(actor.id, now)) ? refused : found;
  if (actor.kind === 'staff') return actor.practice ? ofPractice(actor, now, by) : ofDesk(actor, now, by);
  return (await by.isSessionOpen({ patronId: actor.id, session: actor.session ?? '' }, now)) ? found : over;
};

const judged = async (token: string, now: number, by: Resolving): Promise<Resolved> => {
  if (issuerOf(token) === by.issuer) return ofOurs(token, now, by);
  const found = await staffIdOfToken(token, by.userPoolId, by.staffKeys);
  if ('reason' in found) return found;
  const { staffId, session, signedInAt } = found;
  const staff = await by.staffOf(staffId, now);
  if (!staff) return refused;
  return isOverAt(staff, session, signedInAt)
    ? over
    : { actor: { kind: 'staff', id: staffId, grants: staff.grants, session } };
};

/** HTTP's own limit for a header field is lower; no valid token is longer. */
const longest = 8192;
const bearer = /^Bearer +([A-Za-z0-9_-]+\.[A-Za-z0-9_-]*\.[A-Za-z0-9_-]*)$/i;

/**
 * Returns the caller by the Authorization header, at `now` (epoch ms): the actor, or why there is none; undefined without a header. Throws
 * when it cannot be verified (no response from KMS, the pool or the table).
 */
export const resolveActor = async (
  authorization: string | undefined,
  now: number,
  by: Resolving,
): Promise<Resolved | undefined> => {
  if (authorization === undefined) return undefined;
  const token = authorization.length > longest ? undefined : bearer.exec(authorization.trim())?.[1];
  if (token === undefined) return refused;
  return judged(token, now, by);
};
