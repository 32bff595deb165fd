import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { collectionChangeDeps } from '../../deps.ts';
import { setCollection } from '../../use-cases/set-collection.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, collectionChangeDeps, ({ actor, path, body, now, keep }, deps) =>
  setCollection(deps, { ...path, ...body, by: actorName(actor), now, keep }),
);
