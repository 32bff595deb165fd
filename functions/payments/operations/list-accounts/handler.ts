import { staffOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { paymentDeps } from '../../deps.ts';
import { listAccounts } from '../../use-cases/list-accounts.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, paymentDeps, ({ actor }, deps) => listAccounts(deps, staffOf(actor).grants));
