import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { memberStore } from '../../data/member-store.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => ({ members: memberStore(openTable(runtime)) }),
  async ({ body, now }, { members }) => {
    const member = { ...body, memberSince: body.memberSince ?? iso(now).slice(0, 10) };
    const created = await members.create(member, iso(now));
    return created
      ? answer(member)
      : refuse('member-exists', `${body.memberId} is taken: choose another id.`, '/body/memberId');
  },
);
