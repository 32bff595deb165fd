import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { auditWrite } from '../../../../layers/records/audit/data/audit.ts';
import { memberDeps } from '../../deps.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, memberDeps, async ({ actor, path: { memberId }, body, now, keep }, deps) => {
  const unknown = () => refuse('unknown-member', 'There is no such member.', '/path/memberId');
  const before = await deps.members.get(memberId);
  if (!before) return unknown();
  const after = { ...before, names: body };
  const line = auditWrite({
    ...{ subject: `member:${memberId}`, at: iso(now), auditId: deps.ids.next('audit', now), by: actorName(actor) },
    ...{ did: 'set-names', detail: { before: before.names, after: body } },
  });
  return (await deps.members.setNames(memberId, body, [line, ...keep(after)])) ? answer(after) : unknown();
});
