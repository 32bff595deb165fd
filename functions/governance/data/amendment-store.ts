import { expectedVersion } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { amendmentSchema, type ProposalAmendment } from '../domain/consortium-proposals/amendment.ts';
import { key } from './keys.ts';

/** Stores the amendments of proposals; each is written together with its proposal. */
export type AmendmentStore = {
  /** Reads the amendments of a proposal, strongly, the oldest first. */
  of(proposalId: string): Promise<ProposalAmendment[]>;
};

/** Returns the write of an amendment after a change: while it is as it was read. */
export const amendmentStep = (proposalId: string, after: ProposalAmendment): Write => ({
  put: {
    ...key('proposalAmendment', { proposalId, amendmentId: after.amendmentId }),
    ...stamp('proposalAmendment', after.v),
    ...{ proposalId, ...after },
  },
  when: expectedVersion(after.v - 1),
});

/** Stores amendments in the table. */
export const amendmentStore = (table: Table): AmendmentStore => ({
  of: async (proposalId) => {
    const { pk: partition } = key('proposalAmendment', { proposalId, amendmentId: '-' });
    const rows = await table.queryAll({ partition, begins: 'AMENDMENT#', strong: true });
    return rows.map((row) => amendmentSchema.strip().parse(row));
  },
});
