import type { Runtime } from '../../../layers/platform/runtime/runtime.ts';
import { type Engine, openEngine } from '../../../layers/platform/search/client.ts';
import { familyOf } from '../../catalogue/public/versions.ts';
import { findCited } from '../../discovery/public/find-cited.ts';
import type { FindCited } from './resolve-wanted.ts';
import { sharingStores } from './sharing-stores.ts';

/** What placing needs besides: the union catalogue's index, opened when the first citation is looked up. */
export const placingStores = (runtime: Runtime) => {
  const stores = sharingStores(runtime);
  let engine: Engine | undefined;
  const find: FindCited = (citation, looking) => {
    engine ??= openEngine(runtime);
    return findCited({ ...stores, engine, family: familyOf(runtime) }, citation, looking);
  };
  return { ...stores, findCited: find };
};
export type PlacingStores = ReturnType<typeof placingStores>;
