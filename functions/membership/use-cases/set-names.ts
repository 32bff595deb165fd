import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import { auditWrite } from '../../../layers/records/audit/data/audit.ts';
import type { MemberStore } from '../data/member-store.ts';
import type { Member } from '../domain/member.ts';
import type { ShelvingNames } from '../domain/shelving-names.ts';

/** The names, and the deciding user. `keep` returns the writes that store the response. */
type Input = {
  memberId: string;
  names: ShelvingNames;
  by: string;
  now: number;
  keep: (after: Member) => readonly Write[];
};

const unknown = () => refuse('unknown-member', 'There is no such member.', '/path/memberId');

const changedMeanwhile = 'The names are no longer as you read them.';

/** Replaces the names of a member's locations and item types, with the audit entry, in one transaction. */
export const setNames = async (
  { members, ids }: { members: MemberStore; ids: Ids },
  { memberId, names, by, now, keep }: Input,
) => {
  const before = await members.get(memberId);
  if (!before) return unknown();
  if ((before.names?.v ?? 0) !== names.v) return refuse('changed-meanwhile', changedMeanwhile, '/body/v');
  const set = { ...names, v: names.v + 1 };
  const after = { ...before, names: set };
  const line = auditWrite({
    ...{ subject: `member:${memberId}`, at: iso(now), auditId: ids.next('audit', now), by },
    ...{ did: 'set-names', detail: { before: before.names, after: set } },
  });
  const outcome = await members.setNames(memberId, set, [line, ...keep(after)]);
  if (outcome === 'full') return refuse('directory-full', 'Shorten the names, or give fewer.', '/body');
  return outcome === 'set' ? answer(after) : refuse('changed-meanwhile', changedMeanwhile, '/body/v');
};
