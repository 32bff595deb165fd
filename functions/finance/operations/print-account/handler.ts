import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { accountFileDeps } from '../../deps.ts';
import { printAccount } from '../../use-cases/print-account.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, accountFileDeps, async ({ path: { memberId }, body, now }, deps) => {
  const { format, paper: size, language, ...query } = body;
  return answer(await printAccount(deps, { memberId, query, format, size, language, now }));
});
