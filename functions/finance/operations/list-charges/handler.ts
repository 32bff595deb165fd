import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { chargesByPair } from '../../../resource-sharing/public/statement.ts';
import { ledgerDeps } from '../../deps.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, ledgerDeps, async ({ path: { memberId }, query: { month } }, { ledger }) =>
  answer({ month, pairs: chargesByPair(await ledger.ofMember(memberId, month), memberId) }),
);
