import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import type { StaffActor } from '../../../layers/platform/http/actor.ts';
import type { ProposalDeps } from '../deps.ts';
import { kindOf } from '../domain/own-part.ts';
import { isWaiting, type RuleProposal } from '../domain/rule-proposal.ts';
import { decidesByRole, isSecondAt, type SecondPerson } from '../domain/second-person.ts';
import { proposalView } from './proposal-view.ts';

/** Returns the members for which somebody has a role. */
const membersOf = ({ grants }: StaffActor): string[] => [
  ...new Set(
    grants.flatMap((grant) => {
      if (grant.scope === 'consortium') return [];
      return grant.scope === 'member' ? [grant.member] : [memberOfBranch(grant.branch)];
    }),
  ),
];

/**
 * Lists the proposals that concern a person: those that wait for the person's decision or eyes, and the newest of the own members; with the
 * second persons of these members and of those for which the person is one.
 */
export const listProposals = async (
  { proposals, seconds, policies, names }: ProposalDeps,
  actor: StaffActor,
  now: number,
) => {
  const own = membersOf(actor);
  const [waiting, second, ...latest] = await Promise.all([
    proposals.waiting(),
    seconds.list(),
    ...own.map((memberId) => proposals.latest(memberId)),
  ]);
  const isConsortium = actor.grants.some(({ scope }) => scope === 'consortium');
  const ofMember = new Map<string, SecondPerson>(second.map((one) => [one.memberId, one]));
  const reads = (memberId: string): boolean => isConsortium || own.includes(memberId);
  const decides = (memberId: string): boolean =>
    decidesByRole(actor, memberId) || isSecondAt(ofMember.get(memberId), actor.id);
  const found = new Map<string, RuleProposal>(
    [...waiting.filter(({ memberId }) => reads(memberId) || decides(memberId)), ...latest.flat()].map((one) => [
      one.proposalId,
      one,
    ]),
  );
  const shown = [...found.values()].toSorted(
    (one, other) =>
      Number(isWaiting(other)) - Number(isWaiting(one)) || other.proposed.at.localeCompare(one.proposed.at),
  );
  const at = new Date(now).toISOString();
  const kinds = [...new Set(shown.map(kindOf))];
  const lasts = new Map(
    await Promise.all(kinds.map(async (kind) => [kind, (await policies.adopted(kind, at)).last] as const)),
  );
  const persons = second.filter(({ memberId, staffId }) => reads(memberId) || staffId === actor.id);
  const people = [
    ...shown.flatMap(({ proposed, decided, seen }) => [proposed, decided, seen].flatMap((act) => act?.by ?? [])),
    ...persons.map(({ staffId }) => `staff:${staffId}`),
  ];
  const known = await names(people);
  return {
    proposals: shown.map((one) =>
      proposalView(one, { actor, mayDecide: decides(one.memberId), last: lasts.get(kindOf(one)) ?? 0 }),
    ),
    seconds: persons.map(({ v: _, ...one }) => {
      const name = known[`staff:${one.staffId}`];
      return { ...one, ...(name !== undefined && { name }), isMe: one.staffId === actor.id };
    }),
    names: known,
  };
};
