import { patronOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { pastLoanDeps } from '../../deps.ts';
import { listPastLoans } from '../../use-cases/list-past-loans.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, pastLoanDeps, ({ actor, query: { after }, now }, deps) =>
  listPastLoans(deps, { patronId: patronOf(actor).id, after, now }),
);
