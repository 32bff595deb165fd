import { handle } from '../../../../layers/platform/http/handle.ts';
import { coverCreditDeps } from '../../deps.ts';
import { listCoverCredits } from '../../use-cases/covers/list-cover-credits.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, coverCreditDeps, (_, deps) => listCoverCredits(deps));
