import { ROLES, type Role, type RoleScope } from '../../kernel/identity/roles.ts';
import type { Actor } from './actor.ts';
import type { AnyContract, Assurance } from './contract.ts';

const isOfBranch = (role: Role): boolean => (ROLES[role].scopes as readonly RoleScope[]).includes('branch');

/**
 * Returns how staff must have signed in for an operation: what its contract says, or `desk` where desk staff may call it or only roles of
 * work at a branch, and `full` where administrators, finance or auditors may call it and desk staff may not.
 */
export const assuranceOf = ({ assurance, permission }: Pick<AnyContract, 'assurance' | 'permission'>): Assurance => {
  if (assurance !== undefined) return assurance;
  const forStaff = permission.flatMap((one) => (one.who === 'staff' ? one.roles : []));
  return forStaff.includes('desk') || forStaff.every(isOfBranch) ? 'desk' : 'full';
};

/** Returns whether an actor signed in fully: not by a badge or code at a shared desk. */
export const isFullSignIn = (actor: Actor | undefined): boolean => actor?.kind !== 'staff' || actor.desk === undefined;

/** Returns whether an actor has signed in well enough for an operation. */
export const suffices = (contract: Pick<AnyContract, 'assurance' | 'permission'>, actor: Actor | undefined): boolean =>
  isFullSignIn(actor) || assuranceOf(contract) === 'desk';
