import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { auditWrite } from '../../../layers/records/audit/data/audit.ts';
import type { MemberStore } from '../data/member-store.ts';
import type { Member } from '../domain/member.ts';

/** The start and end of a membership, and the deciding user. `keep` returns the writes that store the response. */
type Setting = {
  memberId: string;
  membership: { memberSince: string; leftOn?: string | undefined };
  audit: { auditId: string; by: string };
  now: number;
  keep: (after: Member) => readonly Write[];
};

const unknown = () => refuse('unknown-member', 'There is no such member.', '/path/memberId');

/** Sets the start and end of a membership, with the audit entry, in one transaction. */
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
  return (await members.setMembership(after, [line, ...keep(after)])) ? answer(after) : unknown();
};
