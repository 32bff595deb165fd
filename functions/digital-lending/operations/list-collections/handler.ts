import { staffOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { collectionDeps } from '../../deps.ts';
import { listCollections } from '../../use-cases/list-collections.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, collectionDeps, ({ actor, now }, deps) =>
  listCollections(deps, staffOf(actor).grants, now),
);
