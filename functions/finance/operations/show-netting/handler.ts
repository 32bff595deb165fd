import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { nettingHouse, nettingOf } from '../../use-cases/netting.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, nettingHouse, async ({ path: { month } }, { ledger }) =>
  answer(await nettingOf(ledger, month)),
);
