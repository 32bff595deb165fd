import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { symbolDeps } from '../../deps.ts';
import { setLibrarySymbol } from '../../use-cases/set-library-symbol.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, symbolDeps, ({ actor, path, body, now, keep }, deps) =>
  setLibrarySymbol(deps, { ...path, body, by: actorName(actor), now, keep }),
);
