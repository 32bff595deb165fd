import { handle } from '../../../../layers/platform/http/handle.ts';
import { accountCodeDeps } from '../../deps.ts';
import { showAccountCodes } from '../../use-cases/show-account-codes.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, accountCodeDeps, ({ path: { memberId } }, deps) =>
  showAccountCodes(deps, memberId),
);
