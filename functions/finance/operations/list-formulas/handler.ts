import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { listFormulas } from '../../use-cases/list-formulas.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  () => ({}),
  async () => answer({ formulas: listFormulas() }),
);
