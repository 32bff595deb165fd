import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { editDeps } from '../../deps.ts';
import type { Edited } from '../../use-cases/edit-source.ts';
import { refuseEdit } from '../../use-cases/refuse-edit.ts';
import { saveSourceRecord } from '../../use-cases/save-source-record.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, editDeps, async ({ actor, path: { sourceId }, body, now, keep }, deps) => {
  const output = (edited: Edited) => ({ sourceId, ...edited });
  const edit = { ...body, sourceId, actor, now, by: actorName(actor), keep: (edited: Edited) => keep(output(edited)) };
  const done = await saveSourceRecord(deps, edit);
  return typeof done === 'object' && 'version' in done ? answer(output(done)) : refuseEdit(sourceId, done);
});
