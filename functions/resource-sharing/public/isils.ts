import { openTable } from '../../../layers/platform/dynamodb/table.ts';
import type { Runtime } from '../../../layers/platform/runtime/runtime.ts';
import type { Isils } from '../../discovery/public/isils.ts';
import { librarySymbolStore } from '../data/library-symbol-store.ts';

/** Lists the symbols of members by which partners know them, as far as they are ISILs. */
export const isils = (runtime: Pick<Runtime, 'environment'>): Isils => {
  const symbols = librarySymbolStore(openTable(runtime));
  return async () => {
    const known = await symbols.list();
    const own = known.filter(({ symbol }) => symbol.type.toUpperCase() === 'ISIL');
    return new Map(own.map(({ memberId, symbol }) => [memberId, symbol.value]));
  };
};
