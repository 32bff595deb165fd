import { handle } from '../../../../layers/platform/http/handle.ts';
import { patronsDeps } from '../../deps.ts';
import { endNote } from '../../use-cases/notes.ts';
import { patronChange } from '../../use-cases/patron-change.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, patronsDeps, (request, deps) =>
  endNote(deps, {
    ...{ ...request.path, branchId: request.body.branchId, end: 'remove' },
    change: patronChange(request, deps.ids, 'note-removed', { noteId: request.path.noteId }),
    beside: request.keep,
  }),
);
