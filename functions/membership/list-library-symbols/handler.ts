import { librarySymbolStore } from '../../../layers/data/library-symbol-store.ts';
import { openTable } from '../../../layers/data/table.ts';
import { handle } from '../../../layers/http/handle.ts';
import { answer } from '../../../layers/http/outcome.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => ({ symbols: librarySymbolStore(openTable(runtime)) }),
  async (_request, { symbols }) => answer({ symbols: await symbols.list() }),
);
