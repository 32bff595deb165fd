import { handle } from '../../../../layers/platform/http/handle.ts';
import { patronsDeps } from '../../deps.ts';
import { addNote } from '../../use-cases/notes.ts';
import { patronChange } from '../../use-cases/patron-change.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, patronsDeps, ({ actor, path, body, now, keep }, deps) => {
  const noteId = deps.ids.next('note', now);
  const change = patronChange({ actor, now, body: { branchId: body.branchId } }, deps.ids, 'note-added', { noteId });
  return addNote(deps, { ...{ ...path, ...body, noteId, change, now }, beside: keep({ noteId }) });
});
