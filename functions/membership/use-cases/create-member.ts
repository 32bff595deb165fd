import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { MemberStore } from '../data/member-store.ts';
import type { Member } from '../domain/member.ts';

/** Creates a member of the consortium: as of today (UTC), unless another start is given. */
export const createMember = async (members: MemberStore, wanted: Member, now: number) => {
  const member = { ...wanted, memberSince: wanted.memberSince ?? iso(now).slice(0, 10) };
  return (await members.create(member, iso(now)))
    ? answer(member)
    : refuse('member-exists', `${wanted.memberId} is taken: choose another id.`, '/body/memberId');
};
