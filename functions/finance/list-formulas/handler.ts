import { publishedFormulas } from '../../../layers/domain/cost-sharing/published.ts';
import { handle } from '../../../layers/http/handle.ts';
import { answer } from '../../../layers/http/outcome.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  () => ({}),
  async () => answer({ formulas: [...publishedFormulas] }),
);
