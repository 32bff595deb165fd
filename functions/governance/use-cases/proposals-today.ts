import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { StaffActor } from '../../../layers/platform/http/actor.ts';
import { proposalStore } from '../data/proposal-store.ts';
import type { RuleProposal } from '../domain/rule-proposal.ts';
import { decidesByRole, isSecondAt } from '../domain/second-person.ts';

/** The proposals that a person decides or sees, the oldest first, and the members that ask the person to be their second one. */
export type ProposalsToday = { toDecide: RuleProposal[]; asking: string[] };

/** Reads what waits for a person who adopts changes of rules: one read of the index. */
export const proposalsToday = async (table: Table, actor: StaffActor): Promise<ProposalsToday> => {
  const { waiting, seconds } = await proposalStore(table).waitingAndSeconds();
  const secondOf = (memberId: string) => seconds.find((one) => one.memberId === memberId);
  const decides = (memberId: string): boolean =>
    decidesByRole(actor, memberId) || isSecondAt(secondOf(memberId), actor.id);
  const toDecide = waiting.filter(({ memberId, authorId }) => authorId !== actor.id && decides(memberId));
  const asking = seconds.filter(({ staffId, state }) => staffId === actor.id && state === 'named');
  return {
    toDecide: toDecide.toSorted((one, other) => one.proposed.at.localeCompare(other.proposed.at)),
    asking: asking.map(({ memberId }) => memberId),
  };
};
