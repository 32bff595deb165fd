import { searchIndex } from '../../functions/discovery/data/search-index/search.ts';
import type { Engine } from '../../layers/platform/search/client.ts';

/** Sends any search of titles to an engine, for a test of what the engine answers. */
export const searchWith = (engine: Engine, family: string) => searchIndex(engine, family, {} as never);
