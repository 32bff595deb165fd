import { equals, present } from '../../../layers/platform/dynamodb/condition.ts';
import type { Item } from '../../../layers/platform/dynamodb/write.ts';
import { key } from '../data/keys.ts';
import { rowRenamed } from '../domain/identity/merge.ts';
import type { ReturnedRow } from './patron-data.ts';
import { returnUnchanged } from './return-unchanged.ts';

const dependant: ReturnedRow = {
  find: async (undo, before) => {
    const back = await returnUnchanged(undo, before);
    if (!back) return undefined;
    const update = key('patronStatus', { patronId: String(before.row.dependantId) });
    const status = await undo.table.get(update, { strong: true });
    // Another guarantor was named since.
    if (status?.guarantorId !== undo.to) return undefined;
    const named = { update, set: { guarantorId: undo.from }, when: equals('guarantorId', undo.to) };
    return { writes: [...back.writes, named] };
  },
};

/** Makes the ids of patrons who were merged into the returned one earlier resolve to it again. */
const former: ReturnedRow = {
  find: async (undo, before) => {
    const back = await returnUnchanged(undo, before);
    const update = key('patronMerge', { patronId: String(before.row.formerId) });
    const earlier = { update, set: { survivorId: undo.from }, when: equals('survivorId', undo.to) };
    return back && { writes: [...back.writes, earlier] };
  },
};

/** Returns both rows of a proxy, one at each patron. */
const proxy: ReturnedRow = {
  find: async (undo, before) => {
    const back = await returnUnchanged(undo, before);
    const { sponsorId, proxyId } = before.row as { sponsorId: string; proxyId: string };
    const mirrorOf = (patronId: string) =>
      sponsorId === undo.from
        ? key('proxyFor', { patronId: proxyId, sponsorId: patronId })
        : key('proxy', { patronId: sponsorId, proxyId: patronId });
    const mirror = await undo.table.get(mirrorOf(undo.to), { strong: true });
    if (!back || !mirror) return undefined;
    const put = rowRenamed(mirror, undo.to, undo.from) as Item;
    const gone = before.taken ? [] : [{ delete: mirrorOf(undo.to), when: present() }];
    return { writes: [...back.writes, { put }, ...gone] };
  },
};

/** How the undo of a merge returns rows of this context. */
export const patronsReturnedRows: Readonly<Record<string, ReturnedRow>> = {
  patronDependant: dependant,
  patronFormer: former,
  proxy,
  proxyFor: proxy,
};
