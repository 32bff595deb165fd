import { canonicalJson } from '../../../layers/kernel/text/canonical-json.ts';
import { absent, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { sha256 } from '../../../layers/platform/objects/sha-256.ts';
import { type AuditLine, auditWrite } from '../../../layers/records/audit/data/audit.ts';
import type { PriceChange } from '../domain/pricing/price-change.ts';
import { type PriceProposal, priceProposalSchema } from '../domain/pricing/price-proposal.ts';
import { key } from './keys.ts';
import { whilePrepared } from './prepared.ts';

/** Returns the seal of a proposal. */
export const proposalSeal = (proposed: {
  effectiveFrom: string;
  decisionReference: string;
  body: PriceChange;
}): string => {
  const { effectiveFrom, decisionReference, body } = proposed;
  return sha256(canonicalJson({ effectiveFrom, decisionReference, body }));
};

/** Stores the one price change that is proposed, or was adopted last: one decision at a time. */
export type PriceProposalStore = {
  /** A strong read. */
  get(): Promise<PriceProposal | undefined>;
  /** Writes a prepared proposal in place of the one that was read (`v` is one above it). False after a concurrent change. */
  prepare(proposal: PriceProposal, audit: AuditLine, beside: readonly Write[]): Promise<boolean>;
};

/** Returns the write that adopts it, for the transaction that adopts its policy: while it is prepared with this seal. */
export const adoptedWrite = (proposal: PriceProposal): Write => ({
  put: { ...key('priceProposal', {}), ...stamp('priceProposal', proposal.v), ...proposal },
  when: whilePrepared(proposal),
});

/** Stores the proposal in the table. */
export const priceProposalStore = (table: Table): PriceProposalStore => ({
  get: async () => {
    const item = await table.get(key('priceProposal', {}), { strong: true });
    if (!item) return undefined;
    const { pk: _pk, sk: _sk, entity: _e, schema: _s, ...proposal } = item;
    return priceProposalSchema.parse(proposal);
  },
  prepare: async (proposal, audit, beside) => {
    const put = { ...key('priceProposal', {}), ...stamp('priceProposal', proposal.v), ...proposal };
    const when = proposal.v === 1 ? absent() : unchanged(proposal.v - 1);
    return (await table.write([{ put, when }, auditWrite(audit), ...beside])) === undefined;
  },
});
