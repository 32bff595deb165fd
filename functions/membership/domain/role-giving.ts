import { type Grant, holds, memberOfBranch, refuseScope } from '../../../layers/kernel/identity/roles.ts';

/** The part of a staff user that granting roles needs: employer and roles. */
export type Colleague = { staffId: string; memberId: string; grants: readonly Grant[] };

type Because<C extends string> = { code: C; detail: string };
type NoAuthority = 'not-yours-to-give' | 'not-your-staff' | 'not-to-oneself';

/** The reason why a role is not granted. */
export type GivingRefusal = Because<NoAuthority | 'scope-not-allowed' | 'already-held'>;
/** The reason why a role is not withdrawn. */
export type WithdrawingRefusal = Because<NoAuthority | 'not-held'>;

/** Returns the member that a grant is for; undefined for the whole consortium. */
export const memberOfGrant = (grant: Grant): string | undefined => {
  if (grant.scope === 'consortium') return undefined;
  return grant.scope === 'member' ? grant.member : memberOfBranch(grant.branch);
};

const branchOfGrant = (grant: Grant): string | undefined => (grant.scope === 'branch' ? grant.branch : undefined);

/** Returns whether two grants are the same role at the same place. */
export const sameGrant = (one: Grant, other: Grant): boolean =>
  one.role === other.role && memberOfGrant(one) === memberOfGrant(other) && branchOfGrant(one) === branchOfGrant(other);

/** The consortium's admin decides over every role; a member admin over those of the own member, for its own staff. */
const refuseAuthority = (giver: Colleague, receiver: Colleague, grant: Grant): Because<NoAuthority> | undefined => {
  if (giver.staffId === receiver.staffId) {
    return { code: 'not-to-oneself', detail: 'Nobody changes their own roles: ask another administrator.' };
  }
  if (holds(giver.grants, 'admin', { scope: 'consortium' })) return undefined;
  const member = memberOfGrant(grant);
  if (member === undefined || !holds(giver.grants, 'member-admin', { scope: 'member', member })) {
    return { code: 'not-yours-to-give', detail: 'You administer no place where this role is held.' };
  }
  return receiver.memberId === member
    ? undefined
    : { code: 'not-your-staff', detail: 'This person works elsewhere: ask the consortium’s administrator.' };
};

/** Returns why this user may not grant this role to the other; undefined when permitted. */
export const refuseGiving = (giver: Colleague, receiver: Colleague, grant: Grant): GivingRefusal | undefined => {
  const refused = refuseScope(grant) ?? refuseAuthority(giver, receiver, grant);
  if (refused) return refused;
  const held = receiver.grants.some((one) => sameGrant(one, grant));
  return held ? { code: 'already-held', detail: 'The person holds this role already.' } : undefined;
};

/**
 * Returns why this user may not withdraw this role from the other; undefined when permitted. Users cannot withdraw their own, so an
 * admin always remains.
 */
export const refuseWithdrawing = (
  giver: Colleague,
  receiver: Colleague,
  grant: Grant,
): WithdrawingRefusal | undefined => {
  const refused = refuseAuthority(giver, receiver, grant);
  if (refused) return refused;
  const held = receiver.grants.some((one) => sameGrant(one, grant));
  return held ? undefined : { code: 'not-held', detail: 'The person does not hold this role.' };
};
