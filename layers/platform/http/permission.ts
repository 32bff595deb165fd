import { holds, memberOfBranch } from '../../kernel/identity/roles.ts';
import type { Actor } from './actor.ts';
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

const placeOf = (at: { member: Pointer } | { branch: Pointer }, named: Named): Place | undefined => {
  if ('member' in at) {
    const member = textAt(at.member, named);
    return member === undefined ? undefined : { member };
  }
  const branch = textAt(at.branch, named);
  return branch === undefined ? undefined : { member: memberOfBranch(branch), branch };
};

const allows = (permission: Permission, actor: Actor | undefined, named: Named): boolean => {
  // The operation verifies a partner's credentials: there is no actor to check.
  if (permission.who === 'anyone' || permission.who === 'partner') return true;
  if (actor === undefined || actor.kind !== permission.who) return false;
  if (permission.who === 'patron') return true;
  const { at } = permission;
  if (permission.who === 'machine') {
    if (actor.kind !== 'machine') return false;
    if (permission.scope !== 'any' && !actor.scopes.includes(permission.scope)) return false;
    if (at === 'own-member') return true;
    const place = placeOf(at as { member: Pointer } | { branch: Pointer }, named);
    return (
      place?.member === actor.member &&
      (actor.branch === undefined || place.branch === undefined || place.branch === actor.branch)
    );
  }
  if (actor.kind !== 'staff') return false;
  if (at === 'consortium') return permission.roles.some((role) => holds(actor.grants, role, { scope: 'consortium' }));
  // 'own-member': holding the role at any place suffices; the handler limits the results to those places.
  if (at === 'own-member') return permission.roles.some((role) => actor.grants.some((grant) => grant.role === role));
  const place = placeOf(at, named);
  if (place === undefined) return false;
  return permission.roles.some((role) =>
    holds(
      actor.grants,
      role,
      place.branch ? { scope: 'branch', branch: place.branch } : { scope: 'member', member: place.member },
    ),
  );
};

/**
 * Returns whether any of a contract's permissions permits this request by this actor. Fails closed: a place that the request does not
 * name is not permitted.
 */
export const permits = (permissions: readonly Permission[], actor: Actor | undefined, named: Named): boolean =>
  permissions.some((permission) => allows(permission, actor, named));

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
