import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { templateDeps } from '../../deps.ts';
import { toDescription } from '../../domain/items/stored-item.ts';
import { memberOfSource } from '../../domain/source-id.ts';
import { addItem } from '../../use-cases/add-item.ts';
import { contract } from './contract.ts';

const defaults = { location: '', callNumber: '', category: 'general' };

export const handler = handle(
  contract,
  templateDeps,
  async ({ path: { memberId }, body: { template, ...body }, now }, { table, mappings, templates, ids }) => {
    const named = template === undefined ? undefined : await templates.get(memberId, template);
    if (template !== undefined && !named)
      return refuse('unknown-template', `${memberId} has no template “${template}”.`, '/body/template');
    const { branchId, ...values } = { ...defaults, ...named?.defaults, ...body };
    if (branchId === undefined) return refuse('no-branch', 'Say at which branch the item belongs.', '/body/branchId');
    if (!(await mappings.branches(memberId)).has(branchId))
      return refuse('branch-elsewhere', `${memberId} has no branch ${branchId}.`, '/body/branchId');
    if (memberOfSource(body.sourceId) !== memberId)
      return refuse('unknown-record', `${memberId} contributed no record ${body.sourceId}.`, '/body/sourceId');
    const item = { ...values, branchId, itemId: ids.next('item', now), memberId, hiddenFrom: [] };
    const added = await addItem(table, item);
    if (added === 'unknown-record')
      return refuse('unknown-record', `${memberId} contributed no record ${body.sourceId}.`, '/body/sourceId');
    if (added === 'barcode-taken')
      return refuse('barcode-taken', `Another item bears the barcode ${body.barcode}.`, '/body/barcode');
    return answer(toDescription(item));
  },
);
