import type { Role } from '../../layers/kernel/identity/roles.ts';
import { holds, memberOfBranch } from '../../layers/kernel/identity/roles.ts';
import type { StaffActor } from '../../layers/platform/http/actor.ts';
import { type DemoStaff, staff } from '../staff.ts';

/** Takes a role and a branch or member; gives the demo's first staff member who holds it there. Throws when nobody does. */
export function staffFor(role: Role, place: string): DemoStaff {
  const member = memberOfBranch(place) || place;
  const found = staff.find(({ grants }) => holds(grants, role, { scope: 'member', member }));
  if (found === undefined) throw new Error(`nobody of the demo is ${role} at ${place}`);
  return found;
}

/** Who acts at a place: the demo's staff as the authorizer would name them. */
export type StaffActors = (role: Role, place: string) => StaffActor;

/** Takes the ids that inviting gave, by account; gives who acts where. */
export const staffActors =
  (ids: ReadonlyMap<string, string>): StaffActors =>
  (role, place) => {
    const { account, grants } = staffFor(role, place);
    return { kind: 'staff', id: ids.get(account) ?? account, grants };
  };
