import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { symbolDeps } from '../../deps.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, symbolDeps, async (_request, { symbols }) =>
  answer({ symbols: await symbols.list() }),
);
