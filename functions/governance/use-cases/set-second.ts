import { holds } from '../../../layers/kernel/identity/roles.ts';
import { actorName, type StaffActor } from '../../../layers/platform/http/actor.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import type { ProposalDeps } from '../deps.ts';
import type { SecondPerson } from '../domain/second-person.ts';

type Step = { step: 'name'; email: string } | { step: 'accept' } | { step: 'withdraw' };
type Input = { memberId: string; wanted: Step; actor: StaffActor; now: number };

const changed = refuse('changed-meanwhile', 'Somebody changed it just now: look again.');

const viewOf = ({ v: _, ...second }: SecondPerson, actor: StaffActor) =>
  answer({ second: { ...second, isMe: second.staffId === actor.id } });

/**
 * Names the person outside a member who adopts its changes, by e-mail address; that person accepts; either of them withdraws it. The person is
 * an administrator of the consortium or of another member.
 */
export const setSecond = async (
  { seconds, staffByEmail, ids }: ProposalDeps & { ids: Ids },
  { memberId, wanted, actor, now }: Input,
) => {
  const before = await seconds.get(memberId);
  const isAdmin = holds(actor.grants, 'member-admin', { scope: 'member', member: memberId });
  const isMe = before?.staffId === actor.id;
  if (!isAdmin && !isMe) return refuse('unknown-second', 'You neither administer this member nor are named for it.');
  const by = actorName(actor);
  const audit = (did: string, staffId: string) => ({
    ...{ subject: `member:${memberId}`, at: iso(now), auditId: ids.next('audit', now), by, did, detail: { staffId } },
  });
  if (wanted.step === 'withdraw') {
    if (!before) return answer({});
    return (await seconds.remove(before, audit('withdraw-second', before.staffId))) ? answer({}) : changed;
  }
  if (wanted.step === 'accept') {
    if (!before || !isMe) return refuse('unknown-second', 'Only the named person accepts.');
    const accepted: SecondPerson = { ...before, state: 'accepted', v: before.v + 1 };
    return (await seconds.put(accepted, audit('accept-second', actor.id))) ? viewOf(accepted, actor) : changed;
  }
  if (!isAdmin) return refuse('unknown-second', 'An administrator of the member names the person.');
  const person = await staffByEmail(wanted.email);
  const mayBe = person?.grants.some(({ role }) => role === 'admin' || role === 'member-admin');
  if (!person || !mayBe || person.staffId === actor.id)
    return refuse('unknown-person', 'Name another administrator, of a member or of the consortium.', '/body/email');
  const named: SecondPerson = {
    ...{ memberId, staffId: person.staffId, state: 'named', namedBy: by, namedAt: iso(now), v: (before?.v ?? 0) + 1 },
  };
  return (await seconds.put(named, audit('name-second', person.staffId))) ? viewOf(named, actor) : changed;
};
