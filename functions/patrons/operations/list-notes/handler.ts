import { handle } from '../../../../layers/platform/http/handle.ts';
import { patronsDeps } from '../../deps.ts';
import { readNotes } from '../../use-cases/notes.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, patronsDeps, ({ actor, path, query, now }, deps) =>
  readNotes(deps, { actor, ...path, ...query, now }),
);
