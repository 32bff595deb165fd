import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { mappingDeps } from '../../deps.ts';
import { memberOfSource } from '../../domain/source-id.ts';
import { noteOf } from '../../use-cases/describe-act.ts';
import { hidePart } from '../../use-cases/hide-part.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, mappingDeps, async (request, { table, mappings, ids, clock }) => {
  const { path, body, keep } = request;
  const { what, hiddenFrom } = body;
  const { memberId } = path;
  const unknown = refuse(
    'unknown-record',
    `${memberId} contributed no record ${what.sourceId}.`,
    '/body/what/sourceId',
  );
  if (memberOfSource(what.sourceId) !== memberId) return unknown;
  if ('branchId' in what && !(await mappings.branches(memberId)).has(what.branchId))
    return refuse('branch-elsewhere', `${memberId} has no branch ${what.branchId}.`, '/body/what/branchId');
  const output = { what, hiddenFrom: [...new Set(hiddenFrom)] };
  const done = await hidePart(table, {
    ...{ note: noteOf({ ids, clock }, request), ...what, from: output.hiddenFrom },
    keep: () => keep(output),
  });
  if (done === 'unknown-record') return unknown;
  if (done === 'unknown-item' && 'itemId' in what)
    return refuse(done, `${what.sourceId} has no item ${what.itemId}.`, '/body/what/itemId');
  return answer(output);
});
