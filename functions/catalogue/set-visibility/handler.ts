import { itemMappingStore } from '../../../layers/data/catalogue/item-mapping-store.ts';
import { sourceStore } from '../../../layers/data/catalogue/source-store.ts';
import { openTable } from '../../../layers/data/table.ts';
import { memberOfSource } from '../../../layers/domain/catalogue/source-id.ts';
import { handle } from '../../../layers/http/handle.ts';
import { answer, refuse } from '../../../layers/http/outcome.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => {
    const table = openTable(runtime);
    return { sources: sourceStore(table), members: itemMappingStore(table) };
  },
  async ({ path: { memberId }, body: { what, hiddenFrom } }, { sources, members }) => {
    const unknown = refuse(
      'unknown-record',
      `${memberId} contributed no record ${what.sourceId}.`,
      '/body/what/sourceId',
    );
    if (memberOfSource(what.sourceId) !== memberId) return unknown;
    const from = [...new Set(hiddenFrom)];
    if ('itemId' in what) {
      const hidden = await sources.hideItem(what.sourceId, what.itemId, from);
      return hidden
        ? answer({ what, hiddenFrom: from })
        : refuse('unknown-item', `${what.sourceId} has no item ${what.itemId}.`, '/body/what/itemId');
    }
    const branchId = 'branchId' in what ? what.branchId : undefined;
    if (branchId !== undefined && !(await members.branches(memberId)).has(branchId))
      return refuse('branch-elsewhere', `${memberId} has no branch ${branchId}.`, '/body/what/branchId');
    return (await sources.hide(what.sourceId, from, branchId)) ? answer({ what, hiddenFrom: from }) : unknown;
  },
);
