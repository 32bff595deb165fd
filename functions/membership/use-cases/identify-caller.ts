import type { Actor } from '../../../layers/platform/http/actor.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { MachineStore } from '../data/machine-store.ts';
import type { StaffStore } from '../data/staff-store.ts';
import { deskPassView, grantsBeyondDesk } from '../domain/desk.ts';
import type { PatronNames } from '../domain/patron-names.ts';

type Deps = { staff: StaffStore; machines: MachineStore; patronNames: PatronNames };

/** Returns who the caller is, by name, with what their token permits; refuses who is no longer here. */
export const identifyCaller = async ({ staff, patronNames, machines }: Deps, actor: Actor | undefined) => {
  const gone = refuse('gone', 'Who this token was made for is no longer here.');
  if (actor?.kind === 'staff') {
    const found = await staff.get(actor.id);
    if (!found) return gone;
    const { name, memberId: member, grants: all } = found.staff;
    const { id, desk } = actor;
    const person = { kind: 'staff' as const, id, name, member, deskPass: deskPassView(found.passes) };
    if (desk === undefined) return answer({ ...person, grants: all });
    return answer({ ...person, grants: [...actor.grants, ...grantsBeyondDesk(all)], desk });
  }
  if (actor?.kind === 'patron') {
    const { id, member } = actor;
    const name = await patronNames(id);
    return name === undefined ? gone : answer({ kind: 'patron' as const, id, member, name });
  }
  const found = actor && (await machines.get(actor.id));
  return found && actor ? answer({ ...actor, name: found.name }) : gone;
};
