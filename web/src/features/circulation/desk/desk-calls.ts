import { api, keyed, take } from '../../../api/client.ts';
import type { DeskCalls, Further } from './desk-types.ts';

const through = ({ comment, due }: Further) =>
  comment === undefined ? {} : { override: { comment, ...(due !== undefined && { due }) } };

/** Returns the API calls of a desk at a branch. */
export const callsAt = (branchId: string): DeskCalls => ({
  scan: (scan) => take(api.POST('/v1/circulation/scans', { body: { branchId, scan } })),
  openPatron: (card, member) =>
    take(api.POST('/v1/patrons/look-ups', { body: { branchId, card, ...(member ? { member } : {}) } })),
  checkOut: async (item, patron, key, further = {}) => {
    const { inLibrary } = further;
    const body = { branchId, item, patron, ...through(further), ...(inLibrary && { inLibrary }) };
    const { loan } = await take(api.POST('/v1/circulation/check-outs', { body, ...keyed(key) }));
    return { due: loan.due };
  },
  checkIn: (item, key, { capture, returnedAt }) => {
    const body = { branchId, item, ...(capture && { capture }), ...(returnedAt !== undefined && { returnedAt }) };
    return take(api.POST('/v1/circulation/check-ins', { body, ...keyed(key) }));
  },
  renew: async (item, key, further = {}) => {
    const body = { branchId, item, ...through(further) };
    const { due, asked } = await take(api.POST('/v1/circulation/renewals', { body, ...keyed(key) }));
    return { due, ...(asked && { asked }) };
  },
  refusalsOf: async (item, patron) => {
    const body = { branchId, item };
    const { refused } = await (patron === undefined
      ? take(api.POST('/v1/circulation/renewal-explanations', { body }))
      : take(api.POST('/v1/circulation/check-out-explanations', { body: { ...body, patron } })));
    return refused;
  },
});
