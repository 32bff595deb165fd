import { holds } from '../../../../layers/kernel/identity/roles.ts';
import { actorName, staffOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { statementDeps } from '../../deps.ts';
import { discussLine } from '../../use-cases/discuss-line.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, statementDeps, ({ actor, path: line, body: contribution, now, keep }, deps) => {
  // Staff of the member act for it, even when the same person prepares the consortium's accounts.
  const ofMember = holds(staffOf(actor).grants, 'member-finance', { scope: 'member', member: line.memberId });
  return discussLine(deps, { line, contribution, by: actorName(actor), ofMember, now, keep });
});
