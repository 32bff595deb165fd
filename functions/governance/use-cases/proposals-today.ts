import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { StaffActor } from '../../../layers/platform/http/actor.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { ballotStore } from '../data/ballot-store.ts';
import { proposalStore } from '../data/proposal-store.ts';
import { hasVoted } from '../domain/ballots/voter-row.ts';
import { type ConsortiumProposal, questionOf } from '../domain/consortium-proposals/consortium-proposal.ts';
import { alternateOf, membersOf } from '../domain/consortium-proposals/who-acts.ts';
import type { RuleProposal } from '../domain/rule-proposal.ts';
import { decidesByRole, isSecondAt } from '../domain/second-person.ts';

/** An open ballot in which a member has not voted. */
export type VoteToCast = { proposalId: string; title: string; memberId: string; closesAt: string };

/**
 * The proposals that a person decides or sees, the oldest first, the members that ask the person to be their second one, and the votes that
 * the person has not cast, the first to close first.
 */
export type ProposalsToday = {
  toDecide: RuleProposal[];
  asking: string[];
  votes: VoteToCast[];
};

/** Returns the votes of a person's members that are not cast: one read of the rows, where a ballot is open. */
const votesToCast = async (
  table: Table,
  pending: readonly ConsortiumProposal[],
  { actor, now }: { actor: StaffActor; now: number },
): Promise<VoteToCast[]> => {
  const own = membersOf(actor);
  const votesFor = [...own, ...alternateOf(actor)];
  const open = pending.filter(({ state, closesAt = '' }) => state === 'voting' && closesAt > iso(now));
  const wanted = open.flatMap(({ proposalId, ballotId = '', closesAt = '', ...proposal }) =>
    votesFor.map((memberId) => ({ proposalId, title: questionOf(proposal), ballotId, closesAt, memberId })),
  );
  if (wanted.length === 0) return [];
  const rows = await ballotStore(table).rowsOf(wanted);
  const lacks = (ballotId: string, memberId: string): boolean => {
    const row = rows.find((one) => one.ballotId === ballotId && one.memberId === memberId);
    return row !== undefined && !hasVoted(row) && !row.recused && (own.includes(memberId) || row.alternates === true);
  };
  return wanted
    .filter(({ ballotId, memberId }) => lacks(ballotId, memberId))
    .map(({ ballotId: _, ...vote }) => vote)
    .toSorted((one, other) => one.closesAt.localeCompare(other.closesAt));
};

/** Reads what waits for a person who adopts changes of rules or votes for a member: one read of the index, and one of open votes. */
export const proposalsToday = async (table: Table, actor: StaffActor, now: number): Promise<ProposalsToday> => {
  const { waiting, seconds, pending } = await proposalStore(table).waitingAndSeconds();
  const secondOf = (memberId: string) => seconds.find((one) => one.memberId === memberId);
  const decides = (memberId: string): boolean =>
    decidesByRole(actor, memberId) || isSecondAt(secondOf(memberId), actor.id);
  const toDecide = waiting.filter(({ memberId, authorId }) => authorId !== actor.id && decides(memberId));
  const asking = seconds.filter(({ staffId, state }) => staffId === actor.id && state === 'named');
  return {
    toDecide: toDecide.toSorted((one, other) => one.proposed.at.localeCompare(other.proposed.at)),
    asking: asking.map(({ memberId }) => memberId),
    votes: await votesToCast(table, pending, { actor, now }),
  };
};
