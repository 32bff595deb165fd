import { work } from '../../../../layers/platform/http/work.ts';
import { providerDeps } from '../../deps.ts';
import { settlePayments } from '../../use-cases/settle-payments.ts';
import { contract } from './contract.ts';

export const handler = work(contract, providerDeps, (_event: unknown, deps, { now }) => settlePayments(deps, now));
