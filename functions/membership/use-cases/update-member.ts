import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import { auditWrite } from '../../../layers/records/audit/data/audit.ts';
import type { MemberStore } from '../data/member-store.ts';
import type { Member, MemberDetails } from '../domain/member.ts';

type Deps = { members: MemberStore; ids: Ids };

/** The details, the version they were changed from, and the deciding user. `keep` returns the writes that store the response. */
type Input = {
  memberId: string;
  body: MemberDetails & { version: number };
  by: string;
  now: number;
  keep: (after: Member) => readonly Write[];
};

const names = ['name', 'type', 'fiscalYearStartsIn', 'lendsOnRequest'] as const;

const changedMeanwhile = () =>
  refuse('changed-meanwhile', 'The details are no longer as you read them.', '/body/version');

/** Sets the details of a member, with the audit entry of what differs, in one transaction. */
export const updateMember = async ({ members, ids }: Deps, { memberId, body, by, now, keep }: Input) => {
  const { version, ...details } = body;
  const before = await members.get(memberId);
  if (!before) return refuse('unknown-member', 'There is no such member.', '/path/memberId');
  if ((before.detailsVersion ?? 0) !== version) return changedMeanwhile();
  const after = { ...before, ...details, detailsVersion: version + 1 };
  const changed = names.filter((name) => before[name] !== details[name]);
  const only = (of: MemberDetails) => Object.fromEntries(changed.map((name) => [name, of[name]]));
  const line = auditWrite({
    ...{ subject: `member:${memberId}`, at: iso(now), auditId: ids.next('audit', now), by },
    ...{ did: 'update-member', detail: { before: only(before), after: only(details) } },
  });
  const isSet = await members.setDetails(memberId, { details, version }, [line, ...keep(after)]);
  return isSet ? answer(after) : changedMeanwhile();
};
