import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { memberDeps } from '../../deps.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, memberDeps, async ({ body, now }, { members }) => {
  const member = { ...body, memberSince: body.memberSince ?? iso(now).slice(0, 10) };
  const created = await members.create(member, iso(now));
  return created
    ? answer(member)
    : refuse('member-exists', `${body.memberId} is taken: choose another id.`, '/body/memberId');
});
