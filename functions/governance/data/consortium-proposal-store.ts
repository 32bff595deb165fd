import { gunzipSync, gzipSync } from 'node:zlib';
import * as z from 'zod';
import { absent, expectedVersion, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { type CursorPage, type PageRequest, readPage } from '../../../layers/platform/dynamodb/cursor.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { type AuditLine, auditWrite } from '../../../layers/records/audit/data/audit.ts';
import {
  type ConsortiumProposal,
  consortiumProposalSchema,
  dueAt,
  type ProposedChange,
  type Remark,
  remarkSchema,
} from '../domain/consortium-proposals/consortium-proposal.ts';
import { type ProposalEffect, proposalEffectSchema } from '../domain/consortium-proposals/proposal-effect.ts';
import { gsi2, indexPartition, key } from './keys.ts';

/** How many remarks are read. */
const REMARKS = 500;

/** One version of the text of a proposal, never changed. */
export type ProposalText = {
  proposalId: string;
  number: number;
  title: string;
  text: string;
  /** The policy that is adopted if it is carried. */
  change?: ProposedChange;
  /** The options among which the members choose. */
  options?: string[];
  hash: string;
  by: string;
  at: string;
};

const textSchema = z.object({
  ...{ proposalId: z.string(), number: z.int(), title: z.string(), text: z.string() },
  ...{ hash: z.string(), by: z.string(), at: z.string() },
  ...{ change: z.instanceof(Uint8Array).exactOptional(), options: z.array(z.string()).exactOptional() },
});

const storedReport = z.instanceof(Uint8Array);

/** Stores the proposals on which the members vote, their texts, and the remarks on them. */
export type ConsortiumProposalStore = {
  /** A strong read. */
  get(proposalId: string): Promise<ConsortiumProposal | undefined>;
  /** Returns a page of all proposals, the newest first. */
  list(page: PageRequest): Promise<CursorPage<ConsortiumProposal> | 'bad-cursor'>;
  /** Returns those on a ballot, and those carried whose policy is not adopted: the one that is due first comes first. */
  pending(): Promise<ConsortiumProposal[]>;
  text(proposalId: string, number: number): Promise<ProposalText | undefined>;
  remarks(proposalId: string): Promise<Remark[]>;
  /** Writes a new version of a text with the proposal and the writes beside it; false when the proposal was changed since it was read. */
  putText(after: ConsortiumProposal, text: ProposalText, audit: AuditLine, beside?: readonly Write[]): Promise<boolean>;
  put(after: ConsortiumProposal, audit: AuditLine, beside?: readonly Write[]): Promise<boolean>;
  /** Reads the simulations of a proposal. */
  effects(proposalId: string): Promise<ProposalEffect[]>;
  /** Replaces simulations, with the writes beside them; false when one of their conditions failed. */
  putEffects(proposalId: string, effects: readonly ProposalEffect[], beside?: readonly Write[]): Promise<boolean>;
  /** Adds a remark while the proposal is as it was read. */
  remark(proposal: ConsortiumProposal, remark: Remark): Promise<boolean>;
};

const plain = ({
  pk: _p,
  sk: _s,
  gsi2pk: _gp,
  gsi2sk: _gs,
  entity: _e,
  schema: _c,
  ...rest
}: Record<string, unknown>) => rest;

/** Decodes a stored proposal. */
export const readConsortiumProposal = (row: Record<string, unknown>): ConsortiumProposal => {
  const { dueAt: _due, ...rest } = plain(row);
  return consortiumProposalSchema.parse(rest);
};

/** Returns the write of a proposal after a change: while it is as it was read. */
export const proposalStep = (after: ConsortiumProposal): Write => {
  const due = dueAt(after);
  return {
    put: {
      ...key('consortiumProposal', after),
      ...(due !== undefined && gsi2('consortiumProposal', { ...after, dueAt: due })),
      ...stamp('consortiumProposal', after.v),
      ...after,
    },
    when: expectedVersion(after.v - 1),
  };
};

const paddedNumber = (number: number): string => String(number).padStart(4, '0');
const textKey = (proposalId: string, number: number) =>
  key('proposalText', { proposalId, number: paddedNumber(number) });

/** Returns the write of a new version of a text. */
export const newText = ({ change, ...text }: ProposalText): Write => ({
  put: {
    ...textKey(text.proposalId, text.number),
    ...stamp('proposalText', 1),
    ...text,
    ...(change && { change: gzipSync(JSON.stringify(change)) }),
  },
  when: absent(),
});

/** Stores proposals in the table. */
export const consortiumProposalStore = (table: Table): ConsortiumProposalStore => ({
  get: async (proposalId) => {
    const found = await table.get(key('consortiumProposal', { proposalId }), { strong: true });
    return found && readConsortiumProposal(found);
  },
  list: (page) => {
    const { pk: partition } = key('consortiumProposal', { proposalId: '-' });
    return readPage(table, { partition, backwards: true }, page, readConsortiumProposal);
  },
  pending: async () => {
    const partition = indexPartition('consortiumProposal', 'gsi2', {});
    return (await table.queryAll({ index: 'gsi2', partition, begins: 'BALLOT#' })).map(readConsortiumProposal);
  },
  text: async (proposalId, number) => {
    const row = await table.get(textKey(proposalId, number), { strong: true });
    if (!row) return undefined;
    const { change, ...text } = textSchema.parse(plain(row));
    if (!change) return text;
    return { ...text, change: JSON.parse(gunzipSync(change).toString('utf8')) as ProposedChange };
  },
  remarks: async (proposalId) => {
    const { pk: partition } = key('proposalRemark', { proposalId, remarkId: '-' });
    const { items } = await table.query({ partition, begins: 'REMARK#', limit: REMARKS });
    return items.map((row) => {
      const { v: _v, proposalId: _id, ...rest } = plain(row);
      return remarkSchema.parse(rest);
    });
  },
  putText: async (after, text, audit, beside = []) =>
    (await table.write([proposalStep(after), newText(text), auditWrite(audit), ...beside])) === undefined,
  put: async (after, audit, beside = []) =>
    (await table.write([proposalStep(after), auditWrite(audit), ...beside])) === undefined,
  effects: async (proposalId) => {
    const { pk: partition } = key('proposalEffect', { proposalId, part: '-' });
    const rows = await table.queryAll({ partition, begins: 'EFFECT#' });
    return rows.map(({ report }) =>
      proposalEffectSchema.parse(JSON.parse(gunzipSync(storedReport.parse(report)).toString('utf8'))),
    );
  },
  putEffects: async (proposalId, effects, beside = []) => {
    const puts = effects.map((effect) => {
      const { part, hash, at } = effect;
      const report = gzipSync(JSON.stringify(effect));
      const row = { proposalId, part, hash, at, report };
      return { put: { ...key('proposalEffect', { proposalId, part }), ...stamp('proposalEffect', 1), ...row } };
    });
    return (await table.write([...puts, ...beside])) === undefined;
  },
  remark: async ({ proposalId, v }, remark) => {
    const put = {
      ...key('proposalRemark', { proposalId, remarkId: remark.remarkId }),
      ...stamp('proposalRemark', 1),
      ...{ proposalId, ...remark },
    };
    const check = { check: key('consortiumProposal', { proposalId }), when: unchanged(v) };
    return (await table.write([{ put, when: absent() }, check])) === undefined;
  },
});
