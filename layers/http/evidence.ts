import { memberOfBranch } from '../domain/identity/roles.ts';
import type { Evidence } from '../domain/metering/attribution.ts';
import type { StaffActor } from './actor.ts';
import type { Exchange } from './exchange.ts';
import { placeOfWork } from './permission.ts';

const homeOf = (actor: StaffActor): string | undefined => {
  const grant = actor.grants.find((held) => held.scope !== 'consortium');
  if (grant?.scope === 'member') return grant.member;
  return grant?.scope === 'branch' ? memberOfBranch(grant.branch) : undefined;
};

const doorOf = (query: unknown): string | undefined =>
  typeof query === 'object' && query !== null && 'door' in query && typeof query.door === 'string'
    ? query.door
    : undefined;

/** The members that a request may speak of, for the attribution policy: member ids only, never a person. */
export const evidenceOf = ({ actor, parsed, contract }: Exchange): Evidence => {
  if (actor?.kind === 'patron') return { caller: 'patron', home: actor.member };
  if (actor?.kind === 'machine') return { caller: 'machine', home: actor.member };
  if (actor?.kind === 'staff') {
    const workplace = parsed ? placeOfWork(contract.permission, parsed) : undefined;
    const home = homeOf(actor);
    if (workplace === undefined && home === undefined) return { caller: 'consortium' };
    return { caller: 'staff', ...(workplace ? { workplace } : {}), ...(home ? { home } : {}) };
  }
  const door = doorOf(parsed?.query);
  return door ? { caller: 'anonymous', door } : { caller: 'anonymous' };
};
