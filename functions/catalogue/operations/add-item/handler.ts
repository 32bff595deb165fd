import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { itemMappingStore } from '../../data/item-mapping-store.ts';
import { itemTemplateStore } from '../../data/item-template-store.ts';
import { memberOfSource } from '../../domain/source-id.ts';
import { addItem } from '../../use-cases/add-item.ts';
import { toDescription } from '../../use-cases/item-writes.ts';
import { contract } from './contract.ts';

const nothingSaid = { location: '', callNumber: '', category: 'general' };

export const handler = handle(
  contract,
  (runtime) => {
    const table = openTable(runtime);
    return { table, members: itemMappingStore(table), templates: itemTemplateStore(table) };
  },
  async ({ path: { memberId }, body: { template, ...body }, now }, { table, members, templates, ids }) => {
    const named = template === undefined ? undefined : await templates.get(memberId, template);
    if (template !== undefined && !named)
      return refuse('unknown-template', `${memberId} has no template “${template}”.`, '/body/template');
    const { branchId, ...said } = { ...nothingSaid, ...named?.defaults, ...body };
    if (branchId === undefined) return refuse('no-branch', 'Say at which branch the item belongs.', '/body/branchId');
    if (!(await members.branches(memberId)).has(branchId))
      return refuse('branch-elsewhere', `${memberId} has no branch ${branchId}.`, '/body/branchId');
    if (memberOfSource(body.sourceId) !== memberId)
      return refuse('unknown-record', `${memberId} contributed no record ${body.sourceId}.`, '/body/sourceId');
    const item = { ...said, branchId, itemId: ids.next('item', now), memberId, hiddenFrom: [] };
    const added = await addItem(table, item);
    if (added === 'unknown-record')
      return refuse('unknown-record', `${memberId} contributed no record ${body.sourceId}.`, '/body/sourceId');
    if (added === 'barcode-taken')
      return refuse('barcode-taken', `Another item bears the barcode ${body.barcode}.`, '/body/barcode');
    return answer(toDescription(item));
  },
);
