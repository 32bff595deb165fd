import { memberOfBranch } from '../../kernel/identity/roles.ts';
import type { Evidence } from '../../kernel/usage/attribution.ts';
import type { Actor, StaffActor } from './actor.ts';
import type { Exchange } from './exchange.ts';
import { permits, placeOfWork } from './permission.ts';

const homeOf = (actor: StaffActor): string | undefined => {
  const grant = actor.grants.find((held) => held.scope !== 'consortium');
  if (grant?.scope === 'member') return grant.member;
  return grant?.scope === 'branch' ? memberOfBranch(grant.branch) : undefined;
};

const portalOf = (query: unknown): string | undefined =>
  typeof query === 'object' && query !== null && 'portal' in query && typeof query.portal === 'string'
    ? query.portal
    : undefined;

/** Returns the members that an actor belongs to, for the attribution policy: member ids only, never a person. */
export const evidenceOfActor = (actor: Actor | undefined): Evidence => {
  if (actor === undefined) return { caller: 'anonymous' };
  // Practice is no member's use.
  if (actor.kind === 'staff' && actor.practice) return { caller: 'consortium' };
  if (actor.kind !== 'staff') return { caller: actor.kind, home: actor.member };
  const home = homeOf(actor);
  return home === undefined ? { caller: 'consortium' } : { caller: 'staff', home };
};

/** Returns the attribution evidence of a request: its actor's members, its place, and its portal. */
export const evidenceOf = ({ actor, parsed, contract }: Exchange): Evidence => {
  const own = evidenceOfActor(actor);
  if (own.caller === 'staff') {
    // Only a permitted request counts: a refused request must not charge another member.
    const workplace =
      parsed && permits(contract.permission, actor, parsed) ? placeOfWork(contract.permission, parsed) : undefined;
    return workplace ? { ...own, workplace } : own;
  }
  if (actor) return own;
  const portal = portalOf(parsed?.query);
  return portal ? { ...own, portal } : own;
};
