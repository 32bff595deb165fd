import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { auditWrite } from '../../../../layers/records/audit/data/audit.ts';
import { memberDeps } from '../../deps.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  memberDeps,
  async ({ actor, path: { memberId }, body, now, keep }, { members, ids }) => {
    const { memberSince, leftOn } = body;
    if (leftOn !== undefined && leftOn < memberSince)
      return refuse('left-before-joined', 'A library leaves no earlier than it joined.', '/body/leftOn');
    const before = await members.get(memberId);
    if (!before) return refuse('unknown-member', 'There is no such member.', '/path/memberId');
    const { leftOn: was, ...rest } = before;
    const after = { ...rest, memberSince, ...(leftOn !== undefined && { leftOn }) };
    const audit = auditWrite({
      ...{ subject: `member:${memberId}`, at: iso(now), auditId: ids.next('audit', now), by: actorName(actor) },
      ...{ did: 'set-membership', detail: { before: { memberSince: before.memberSince, leftOn: was }, after: body } },
    });
    const isSet = await members.setMembership(memberId, body, [audit, ...keep(after)]);
    return isSet ? answer(after) : refuse('unknown-member', 'There is no such member.', '/path/memberId');
  },
);
