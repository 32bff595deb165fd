import type { Actor } from '../../../layers/platform/http/actor.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import type { AttemptStore } from '../../../layers/records/attempts/data/attempt-store.ts';
import { deskCodeRules } from '../../../layers/records/attempts/domain/rules.ts';
import type { DeskStore, EnrolledDesk } from '../data/desk-store.ts';
import type { StaffPassStore } from '../data/staff-pass-store.ts';
import type { StaffStore } from '../data/staff-store.ts';
import { CLOCK_MS, grantsAtDesk, signedByDesk } from '../domain/desk.ts';
import { SIGNED_IN_SECONDS, type TokenSubject } from '../domain/token.ts';
import { isSignedByDesk } from './desk-key.ts';

type Deps = { desks: DeskStore; passes: StaffPassStore; staff: StaffStore; attempts: AttemptStore; ids: Ids };

/** The request of a desk: to sign in the person of this badge or code, or without one to renew the session of the request. */
export type DeskAsks = { deskId: string; signature: string; at: number; pass?: string | undefined };

type DeskRefusal = 'client-refused' | 'desk-clock' | 'pass-refused';
type Answer =
  | { subject: Extract<TokenSubject, { kind: 'staff' }>; memberId: string }
  | { refused: DeskRefusal }
  /** Until the desk is unlocked again. */
  | { seconds: number };

/** Returns the session of the caller that a desk may renew: begun at this desk, not longer ago than a working day. */
const renewable = (actor: Actor | undefined, deskId: string, now: number) => {
  if (actor?.kind !== 'staff' || actor.desk !== deskId) return undefined;
  const { id, session, signedInAt = 0 } = actor;
  const isFresh = now < (signedInAt + SIGNED_IN_SECONDS) * 1000;
  return session !== undefined && isFresh
    ? ({ kind: 'staff', id, desk: deskId, session, signedInAt } as const)
    : undefined;
};

/** Returns the staff user of a badge or code who has a role at the desk's branch. */
const personOf = async (
  { passes, staff }: Deps,
  { memberId, branchId }: EnrolledDesk,
  pass: string,
): Promise<string | undefined> => {
  const staffId = await passes.find(memberId, await passes.hash(memberId, pass));
  const found = staffId === undefined ? undefined : await staff.get(staffId);
  return found && grantsAtDesk(found.staff.grants, branchId).length > 0 ? staffId : undefined;
};

/**
 * Signs in a person at a shared desk by badge or code, or renews the session there. The device proves its key first, so that only a desk
 * can try codes; each signature counts once. Five wrong ones in a row lock the desk. Returns the subject of the token.
 */
export const signInAtDesk = async (
  deps: Deps,
  { deskId, signature, at, pass }: DeskAsks,
  actor: Actor | undefined,
  now: number,
): Promise<Answer> => {
  const desk = await deps.desks.get(deskId);
  const renewed = renewable(actor, deskId, now);
  const proves = pass ?? renewed?.session;
  if (!desk || proves === undefined || !isSignedByDesk(desk.publicKey, signedByDesk(deskId, at, proves), signature))
    return { refused: 'client-refused' };
  if (desk.withdrawnAt !== undefined) return { refused: 'client-refused' };
  const isNew = Math.abs(now - at) <= CLOCK_MS && (await deps.desks.markUsed(deskId, at, iso(now)));
  if (!isNew) return { refused: 'desk-clock' };
  const { memberId } = desk;
  if (pass === undefined) return renewed ? { subject: renewed, memberId } : { refused: 'client-refused' };
  const source = `desk ${deskId}`;
  const attempt = await deps.attempts.open({ rules: deskCodeRules, subject: source, source }, now);
  if ('refused' in attempt) return { seconds: attempt.seconds };
  const id = await personOf(deps, desk, pass);
  if (id === undefined) return { refused: 'pass-refused' };
  await deps.attempts.settle(attempt);
  const begun = { desk: deskId, signedInAt: Math.floor(now / 1000), session: deps.ids.secret() };
  return { subject: { kind: 'staff', id, ...begun }, memberId };
};
