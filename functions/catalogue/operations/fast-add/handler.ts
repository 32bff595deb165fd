import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { templateDeps } from '../../deps.ts';
import { toDescription } from '../../domain/items/stored-item.ts';
import { fastAdd } from '../../use-cases/fast-add.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  templateDeps,
  async ({ actor, path: { branchId }, body, now, keep }, { table, mappings, ids }) => {
    const memberId = memberOfBranch(branchId);
    if (!(await mappings.branches(memberId)).has(branchId))
      return refuse('unknown-branch', `There is no branch ${branchId}.`, '/path/branchId');
    const item = await fastAdd(table, {
      ...{ ...body, branchId, memberId, ids, now, by: actorName(actor) },
      keep: (made) => keep(toDescription(made)),
    });
    return item === 'barcode-taken'
      ? refuse('barcode-taken', `Another item bears the barcode ${body.barcode}.`, '/body/barcode')
      : answer(toDescription(item));
  },
);
