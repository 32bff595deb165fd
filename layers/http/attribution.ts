import type { Attribution } from '../runtime/meter.ts';
import type { Exchange } from './exchange.ts';
import { placeOfWork } from './permission.ts';

/** What no library's door and no actor explains: public use, a line of its own in the month's report. */
export const publicUse = 'public-use';

/**
 * Whose use a request is (design: attribution of use): staff act for the member of the place they work at, patrons for their
 * home library, a machine for its member; an anonymous search counts to the library whose door (scope) was used.
 */
export const attributionOf = (exchange: Exchange): Attribution => {
  const { actor, parsed, contract } = exchange;
  if (actor?.kind === 'patron') return { member: actor.member, because: 'patron-home' };
  if (actor?.kind === 'machine') return { member: actor.member, because: 'machine-member' };
  if (actor?.kind === 'staff') {
    const place = parsed ? placeOfWork(contract.permission, parsed) : undefined;
    if (place) return { member: place, because: 'staff-place' };
    const grant = actor.grants.find((held) => held.scope !== 'consortium');
    if (grant?.scope === 'member') return { member: grant.member, because: 'staff-member' };
    if (grant?.scope === 'branch') return { member: grant.branch.split('.')[0] ?? publicUse, because: 'staff-member' };
    return { member: 'consortium', because: 'consortium-staff' };
  }
  const query = parsed?.query;
  const door =
    typeof query === 'object' && query !== null && 'door' in query && typeof query.door === 'string'
      ? query.door
      : undefined;
  return door ? { member: door, because: 'door' } : { member: publicUse, because: 'anonymous' };
};
