import { handle } from '../../../../layers/platform/http/handle.ts';
import { previewIssues } from '../../use-cases/preview-issues.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  () => ({}),
  async ({ body: { of, count } }) => previewIssues(of, count),
);
