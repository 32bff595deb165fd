import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { whoamiDeps } from '../../deps.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, whoamiDeps, async ({ actor }, { staff, patronNames, machines }) => {
  const gone = refuse('gone', 'Who this token was made for is no longer here.');
  if (actor?.kind === 'staff') {
    const found = (await staff.get(actor.id))?.staff;
    if (!found) return gone;
    return answer({ kind: 'staff', id: actor.id, name: found.name, member: found.memberId, grants: found.grants });
  }
  if (actor?.kind === 'patron') {
    const name = await patronNames(actor.id);
    return name === undefined ? gone : answer({ kind: 'patron', id: actor.id, member: actor.member, name });
  }
  const found = actor && (await machines.get(actor.id));
  return found && actor ? answer({ ...actor, name: found.name }) : gone;
});
