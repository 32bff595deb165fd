import { normaliseScan } from '../../../../layers/kernel/identity/card-number.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { duplicateDeps } from '../../deps.ts';
import { finishSignUp } from '../../use-cases/finish-sign-up.ts';
import { patronChange } from '../../use-cases/patron-change.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, duplicateDeps, (request, deps) =>
  finishSignUp(deps, {
    ...{ ...request.body, patronId: request.path.patronId, card: normaliseScan(request.body.card), now: request.now },
    change: patronChange(request, deps.ids, 'verified', {}),
    beside: request.keep,
  }),
);
