import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { auditWrite } from '../../../layers/records/audit/data/audit.ts';
import type { MemberStore } from '../data/member-store.ts';
import type { Member } from '../domain/member.ts';

/** From when to when a library is to be a member, and who says so. `keep` gives the writes that save the answer. */
type Setting = {
  memberId: string;
  membership: { memberSince: string; leftOn?: string | undefined };
  audit: { auditId: string; by: string };
  now: number;
  keep: (after: Member) => readonly Write[];
};

const unknown = () => refuse('unknown-member', 'There is no such member.', '/path/memberId');

/** Sets from when to when a library is a member, with the line of audit, in one transaction. */
export const setMembership = async (
  { members }: { members: MemberStore },
  { memberId, membership, audit, now, keep }: Setting,
) => {
  const { memberSince, leftOn } = membership;
  if (leftOn !== undefined && leftOn < memberSince)
    return refuse('left-before-joined', 'A library leaves no earlier than it joined.', '/body/leftOn');
  const before = await members.get(memberId);
  if (!before) return unknown();
  const { leftOn: was, ...rest } = before;
  const after = { ...rest, memberSince, ...(leftOn !== undefined && { leftOn }) };
  const line = auditWrite({
    ...{ ...audit, subject: `member:${memberId}`, at: iso(now), did: 'set-membership' },
    detail: { before: { memberSince: before.memberSince, leftOn: was }, after: membership },
  });
  return (await members.setMembership(memberId, membership, [line, ...keep(after)])) ? answer(after) : unknown();
};
