import type { Role } from '../../layers/kernel/identity/roles.ts';
import { holds, memberOfBranch } from '../../layers/kernel/identity/roles.ts';
import type { StaffActor } from '../../layers/platform/http/actor.ts';
import { type DemoStaff, staff } from '../staff.ts';

/** Returns the demo's first staff member with a role at a branch or member. Throws when there is none. */
export function staffFor(role: Role, place: string): DemoStaff {
  const member = memberOfBranch(place) || place;
  const found = staff.find(({ grants }) => holds(grants, role, { scope: 'member', member }));
  if (found === undefined) throw new Error(`nobody of the demo is ${role} at ${place}`);
  return found;
}

/** The actors at a place: the demo's staff as the authorizer would describe them. */
export type StaffActors = (role: Role, place: string) => StaffActor;

/** Returns the actors by place, from the ids of the invitations by account. */
export const staffActors =
  (ids: ReadonlyMap<string, string>): StaffActors =>
  (role, place) => {
    const { account, grants } = staffFor(role, place);
    return { kind: 'staff', id: ids.get(account) ?? account, grants };
  };
