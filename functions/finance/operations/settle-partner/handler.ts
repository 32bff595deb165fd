import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { settlementDeps } from '../../deps.ts';
import { settlePartner } from '../../use-cases/settle-partner.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, settlementDeps, ({ actor, body, now, keep }, deps) => {
  const { memberId, partnerId, ...settlement } = body;
  return settlePartner(deps, { memberId, partnerId, settlement, by: actorName(actor), now, keep });
});
