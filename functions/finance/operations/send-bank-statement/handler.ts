import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { bankStatementDeps } from '../../deps.ts';
import { sendBankStatement } from '../../use-cases/send-bank-statement.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, bankStatementDeps, ({ actor, body, now }, deps) =>
  sendBankStatement(deps, { ...body, by: actorName(actor), now }),
);
