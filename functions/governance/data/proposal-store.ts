import { absent, and, differs, equals, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import type { ConsortiumProposal } from '../domain/consortium-proposals/consortium-proposal.ts';
import { isWaiting, type RuleProposal, ruleProposalSchema } from '../domain/rule-proposal.ts';
import type { SecondPerson } from '../domain/second-person.ts';
import { readConsortiumProposal } from './consortium-proposal-store.ts';
import { gsi2, indexPartition, key } from './keys.ts';
import { readSecond } from './second-store.ts';

/** How many settled proposals of a member are listed. */
const SETTLED = 10;

/** Stores the proposals of members. */
export type ProposalStore = {
  /** A strong read. */
  get(memberId: string, proposalId: string): Promise<RuleProposal | undefined>;
  /** Returns all that wait for a second person. */
  waiting(): Promise<RuleProposal[]>;
  /**
   * Returns all that wait for a second person, the second persons of members, and the proposals of the consortium that are on a ballot or to be
   * enacted: one read.
   */
  waitingAndSeconds(): Promise<{ waiting: RuleProposal[]; seconds: SecondPerson[]; pending: ConsortiumProposal[] }>;
  /** Returns the newest of a member. */
  latest(memberId: string): Promise<RuleProposal[]>;
};

const read = ({ pk: _p, sk: _s, gsi2pk: _gp, gsi2sk: _gs, entity: _e, schema: _c, ...rest }: Record<string, unknown>) =>
  ruleProposalSchema.parse(rest);

const item = (proposal: RuleProposal) => ({
  ...key('ruleProposal', proposal),
  ...(isWaiting(proposal) && gsi2('ruleProposal', proposal)),
  ...stamp('ruleProposal', proposal.v),
  ...proposal,
});

/** Returns the write of a new proposal. */
export const newProposal = (proposal: RuleProposal): Write => ({ put: item(proposal), when: absent() });

/** Returns the write of a step of the author: while nobody else changed it. */
export const authorStep = (after: RuleProposal): Write => ({
  put: item(after),
  when: and(unchanged(after.v - 1), equals('authorId', after.authorId)),
});

/** Returns the write of a step of a second person: while nobody changed it, and never by its author. */
export const secondStep = (after: RuleProposal, staffId: string): Write => ({
  put: item(after),
  when: and(unchanged(after.v - 1), differs('authorId', staffId)),
});

/** Stores proposals in the table. */
export const proposalStore = (table: Table): ProposalStore => {
  const waitingAndSeconds: ProposalStore['waitingAndSeconds'] = async () => {
    const partition = indexPartition('ruleProposal', 'gsi2', {});
    const rows = await table.queryAll({ index: 'gsi2', partition });
    const of = (name: string) => rows.filter(({ entity }) => entity === name);
    return {
      waiting: of('ruleProposal').map(read),
      seconds: of('secondPerson').map(readSecond),
      pending: of('consortiumProposal').map(readConsortiumProposal),
    };
  };
  return {
    waitingAndSeconds,
    get: async (memberId, proposalId) => {
      const found = await table.get(key('ruleProposal', { memberId, proposalId }), { strong: true });
      return found && read(found);
    },
    waiting: async () => (await waitingAndSeconds()).waiting,
    latest: async (memberId) => {
      const { pk } = key('ruleProposal', { memberId, proposalId: '-' });
      return (await table.query({ partition: pk, limit: SETTLED, backwards: true })).items.map(read);
    },
  };
};
