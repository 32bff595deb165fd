import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { editDeps } from '../../deps.ts';
import { memberOfSource } from '../../domain/source-id.ts';
import { createSource, NO_VERSION } from '../../use-cases/create-source.ts';
import { type Edited, editSource } from '../../use-cases/edit-source.ts';
import { cataloguedBy } from '../../use-cases/prepare-decision.ts';
import { visibleSource } from '../../use-cases/read-source-record.ts';
import { contract } from './contract.ts';
import { refuseEdit, unknownRecord } from './refuse-edit.ts';

export const handler = handle(contract, editDeps, async ({ actor, path: { sourceId }, body, now, keep }, deps) => {
  const isNew = body.version === NO_VERSION;
  if (!isNew && !(await visibleSource(deps, sourceId, actor))) return unknownRecord;
  const memberId = memberOfSource(sourceId);
  if (!cataloguedBy(actor).includes(memberId))
    return refuse('not-yours', `You do not catalogue for ${memberId}, whose record it is.`);
  const output = (edited: Edited) => ({ sourceId, ...edited });
  const { table, bucket, ids } = deps;
  const done = await (isNew ? createSource : editSource)({
    ...{ table, bucket, ids, now, sourceId, ...body, by: actorName(actor) },
    keep: (edited) => keep(output(edited)),
  });
  return typeof done === 'object' && 'version' in done ? answer(output(done)) : refuseEdit(done);
});
