import { holds, memberOfBranch, type Place as RolePlace } from '../../kernel/identity/roles.ts';
import type { Actor, MachineActor, StaffActor } from './actor.ts';
import type { Permission, Pointer } from './contract.ts';

/** The parts of a parsed request that permissions use. */
export type Named = { path: unknown; query: unknown; body: unknown };

/** Returns the text at a pointer of a parsed request. */
export const textAt = (pointer: Pointer, named: Named): string | undefined => {
  const [part, ...names] = pointer.split('.');
  let value: unknown = named[part as keyof Named];
  for (const name of names)
    value = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
  return typeof value === 'string' ? value : undefined;
};

type Place = { member: string; branch?: string };

/** Returns the place at which a role is required: the branch where the request names one. */
const asRolePlace = (place: Place | undefined): RolePlace | undefined => {
  if (place === undefined) return undefined;
  const { member, branch } = place;
  return branch === undefined ? { scope: 'member', member } : { scope: 'branch', branch };
};

const placeOf = (at: { member: Pointer } | { branch: Pointer }, named: Named): Place | undefined => {
  if ('member' in at) {
    const member = textAt(at.member, named);
    return member === undefined ? undefined : { member };
  }
  const branch = textAt(at.branch, named);
  return branch === undefined ? undefined : { member: memberOfBranch(branch), branch };
};

type StaffPermission = Extract<Permission, { who: 'staff' }>;
type MachinePermission = Extract<Permission, { who: 'machine' }>;

const staffMay = ({ roles, at }: StaffPermission, { grants }: StaffActor, named: Named): boolean => {
  // 'own-member': holding the role at any place suffices; the handler limits the results to those places.
  if (at === 'own-member') return roles.some((role) => grants.some((grant) => grant.role === role));
  const place = at === 'consortium' ? ({ scope: 'consortium' } as const) : asRolePlace(placeOf(at, named));
  return place !== undefined && roles.some((role) => holds(grants, role, place));
};

const machineMay = ({ scope, at }: MachinePermission, machine: MachineActor, named: Named): boolean => {
  if (scope !== 'any' && !machine.scopes.includes(scope)) return false;
  if (at === 'own-member') return true;
  const place = placeOf(at, named);
  if (place?.member !== machine.member) return false;
  return machine.branch === undefined || place.branch === undefined || place.branch === machine.branch;
};

const allows = (permission: Permission, actor: Actor | undefined, named: Named): boolean => {
  switch (permission.who) {
    case 'anyone':
    // The operation verifies a partner's credentials: there is no actor to check.
    case 'partner':
      return true;
    case 'patron':
      return actor?.kind === 'patron';
    case 'staff':
      return actor?.kind === 'staff' && staffMay(permission, actor, named);
    case 'machine':
      return actor?.kind === 'machine' && machineMay(permission, actor, named);
  }
};

/**
 * Returns whether any of a contract's permissions permits this request by this actor. Fails closed: a place that the request does not
 * name is not permitted.
 */
export const permits = (permissions: readonly Permission[], actor: Actor | undefined, named: Named): boolean =>
  permissions.some((permission) => allows(permission, actor, named));

/** Returns a permission whose place is in a part of the request that is not known as one for any place, and any other as it is. */
const whereverUnknown = (permission: Permission, named: Named): Permission => {
  if (!('at' in permission) || typeof permission.at === 'string') return permission;
  const pointer = 'member' in permission.at ? permission.at.member : permission.at.branch;
  const [part] = pointer.split('.');
  return named[part as keyof Named] === undefined ? { ...permission, at: 'own-member' } : permission;
};

/**
 * Returns whether a request may be permitted, by the parts of it that are known: a place in another part counts as any place. What this
 * refuses, `permits` refuses whatever the other parts are.
 */
export const mayPermit = (permissions: readonly Permission[], actor: Actor | undefined, named: Named): boolean =>
  permits(
    permissions.map((permission) => whereverUnknown(permission, named)),
    actor,
    named,
  );

/** Returns the member at whose place a staff user or machine client acts, for attribution: the first place that a permission names. */
export const placeOfWork = (permissions: readonly Permission[], named: Named): string | undefined => {
  for (const permission of permissions) {
    if ((permission.who === 'staff' || permission.who === 'machine') && typeof permission.at === 'object') {
      const place = placeOf(permission.at, named);
      if (place) return place.member;
    }
  }
  return undefined;
};
