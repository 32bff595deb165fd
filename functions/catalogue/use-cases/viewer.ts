import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import type { Actor } from '../../../layers/platform/http/actor.ts';
import type { Viewer } from '../domain/visibility/visibility.ts';

/** Returns the viewer of the catalogue for a caller. A machine sees what the public sees; consortium staff see what all staff see. */
export const viewerOf = (actor: Actor | undefined): Viewer => {
  if (actor?.kind === 'patron') return { kind: 'patron', member: actor.member };
  if (actor?.kind !== 'staff') return { kind: 'anonymous' };
  const members = actor.grants.flatMap((grant) => {
    if (grant.scope === 'member') return [grant.member];
    return grant.scope === 'branch' ? [memberOfBranch(grant.branch)] : [];
  });
  return { kind: 'staff', members: [...new Set(members)] };
};
