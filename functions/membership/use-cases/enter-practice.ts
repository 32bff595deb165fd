import type { Actor } from '../../../layers/platform/http/actor.ts';
import type { DirectoryMember } from '../data/directory-store.ts';
import type { PracticeLibrary } from '../data/practice-library.ts';
import type { StaffStore } from '../data/staff-store.ts';
import { PRACTICE_MEMBER, type PracticeRole, practiceGrant } from '../domain/practice.ts';
import type { TokenSubject } from '../domain/token.ts';
import { fillPractice } from './reset-practice.ts';

type Deps = { staff: StaffStore; practice: PracticeLibrary; directory(): Promise<readonly DirectoryMember[]> };

/**
 * Admits a staff user to the Practice Library in a role, and has it written when nobody was there before. Of the person only the name goes
 * there. Returns the subject of the token; undefined for anybody else.
 */
export const enterPractice = async (
  deps: Deps,
  actor: Actor | undefined,
  role: PracticeRole,
  now: number,
): Promise<Extract<TokenSubject, { kind: 'practice' }> | undefined> => {
  if (actor?.kind !== 'staff' || actor.session === undefined) return undefined;
  const found = await deps.staff.get(actor.id);
  if (!found) return undefined;
  if ((await deps.practice.resetOn()) === undefined) await fillPractice(deps, now);
  const { staffId, name } = found.staff;
  const email = `${staffId}@practice.example.org`;
  const grants = [practiceGrant(role)];
  await deps.practice.admit({ staffId, name, email, memberId: PRACTICE_MEMBER, grants, invited: true });
  return { kind: 'practice', id: staffId, role, session: actor.session, signedInAt: Math.floor(now / 1000) };
};
