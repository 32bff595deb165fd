import { type Actor, actorName, staffOf } from '../../../layers/platform/http/actor.ts';
import { answer, refuse, refuseFor } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import type { AttemptStore } from '../../../layers/records/attempts/data/attempt-store.ts';
import { deskCodeRules } from '../../../layers/records/attempts/domain/rules.ts';
import type { StaffPassStore } from '../data/staff-pass-store.ts';
import type { StaffStore, StoredStaff } from '../data/staff-store.ts';
import { administersPeopleOf, deskPassView, onlyRemoves, type StaffPasses, type WantedPass } from '../domain/desk.ts';
import { codeFrom } from './desk-code.ts';

type Deps = { passes: StaffPassStore; attempts: AttemptStore; ids: Ids };

type Input = { actor: Actor | undefined; staffId: string; wanted: WantedPass; now: number };
type Setting = { of: StoredStaff; wanted: WantedPass; by: string; now: number };

/** Codes are made at random; of a million, another one is free at once. */
const TRIES = 8;

/**
 * Sets the code and the badge of a staff user. A badge that another person has counts as a failed attempt of the one who sets it, so that
 * nobody can search for the badges of others. Returns the new code, and since when the person has which.
 */
const storeDeskPass = async (
  { passes, attempts, ids }: Deps,
  { of, wanted, by, now }: Setting,
): Promise<
  | { code?: string; deskPass: ReturnType<typeof deskPassView> }
  | 'badge-taken'
  | 'changed-meanwhile'
  | { seconds: number }
> => {
  const { memberId, staffId } = of.staff;
  const source = `sets badges ${by}`;
  const attempt = wanted.badge
    ? await attempts.open({ rules: deskCodeRules, subject: source, source }, now)
    : undefined;
  if (attempt && 'refused' in attempt) return { seconds: attempt.seconds };
  const setAt = iso(now);
  const badge = wanted.badge ? { hash: await passes.hash(memberId, wanted.badge), setAt } : undefined;
  const detail = {
    code: wanted.code ?? 'as before',
    badge: wanted.badge === undefined ? 'as before' : badge ? 'set' : 'none',
  };
  const audit = { subject: `staff:${staffId}`, at: setAt, by, did: 'set-desk-pass', detail };
  for (let i = 0; i < TRIES; i += 1) {
    const code = wanted.code === 'new' ? codeFrom(ids.secret()) : undefined;
    const after: StaffPasses = {
      ...(wanted.code === undefined && of.passes.code && { code: of.passes.code }),
      ...(wanted.badge === undefined && of.passes.badge && { badge: of.passes.badge }),
      ...(code !== undefined && { code: { hash: await passes.hash(memberId, code), setAt } }),
      ...(badge && { badge }),
    };
    const line = { ...audit, auditId: ids.next('audit', now) };
    const outcome = await passes.change({ of, passes: after, now, audit: line });
    if (outcome === 'changed-meanwhile') return outcome;
    if (outcome === 'changed') {
      if (attempt) await attempts.settle(attempt);
      return { deskPass: deskPassView(after), ...(code !== undefined && { code }) };
    }
    if (badge && (await passes.find(memberId, badge.hash)) !== undefined) return 'badge-taken';
  }
  return 'changed-meanwhile';
};

/** Sets the code and the badge of a staff user as the person asks, or removes them as an administrator asks. */
export const setDeskPass = async (deps: Deps & { staff: StaffStore }, { actor, staffId, wanted, now }: Input) => {
  const by = staffOf(actor);
  const of = await deps.staff.get(staffId, { strong: true });
  if (!of || (by.id !== staffId && !administersPeopleOf(by.grants, of.staff.memberId)))
    return refuse('staff-unknown', 'Nobody of this id works where you administer.', '/path/staffId');
  if (by.id !== staffId && !onlyRemoves(wanted))
    return refuse('only-the-person', 'Only the person makes a code and sets a badge.', '/body');
  const outcome = await storeDeskPass(deps, { of, wanted, by: actorName(actor), now });
  if (outcome === 'badge-taken') return refuse(outcome, 'Another person has this badge.', '/body/badge');
  if (outcome === 'changed-meanwhile') return refuse(outcome, 'The person was changed at the same time.');
  if ('seconds' in outcome) return refuseFor(outcome.seconds, 'too-many-failures', 'Too many badges were tried.');
  return answer({ staffId, ...outcome });
};
