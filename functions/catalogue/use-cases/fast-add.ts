import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import type { Keep } from '../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import type { mappingDeps } from '../deps.ts';
import { toDescription } from '../domain/items/stored-item.ts';
import { type FastAdding, fastAddedItem } from './fast-added-item.ts';

const REASON = 'Fast-added at the desk';

type Input = Omit<FastAdding, 'memberId' | 'reason'> & { keep: Keep<ReturnType<typeof toDescription>> };

/** Adds an item without a record at a branch of its member, with a brief record, so that a desk can lend at once what has no record. */
export const fastAdd = async (
  { table, mappings, ids }: ReturnType<typeof mappingDeps> & { ids: Ids },
  { keep, ...adding }: Input,
) => {
  const { branchId, barcode } = adding;
  const memberId = memberOfBranch(branchId);
  if (!(await mappings.branches(memberId)).has(branchId))
    return refuse('unknown-branch', `There is no branch ${branchId}.`, '/path/branchId');
  const { item, writes } = fastAddedItem({ ids }, { ...adding, memberId, reason: REASON });
  const made = toDescription(item);
  return (await table.write([...writes, ...keep(made)]))
    ? refuse('barcode-taken', `Another item bears the barcode ${barcode}.`, '/body/barcode')
    : answer(made);
};
