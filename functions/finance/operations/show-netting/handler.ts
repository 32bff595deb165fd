import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { nettingDeps } from '../../deps.ts';
import { calculateNetting } from '../../use-cases/calculate-netting.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, nettingDeps, async ({ path: { month } }, { ledger }) =>
  answer(await calculateNetting(ledger, month)),
);
