import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { librarySymbolStore } from '../../data/library-symbol-store.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => ({ symbols: librarySymbolStore(openTable(runtime)) }),
  async (_request, { symbols }) => answer({ symbols: await symbols.list() }),
);
