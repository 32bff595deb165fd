import * as z from 'zod';
import type { RowChange } from '../../../layers/platform/dynamodb/row-change.ts';
import { TRIGGERS, type Trigger } from '../domain/workflow/triggers.ts';

/** A change of a loan request from the stream: its version before and after, and the steps that caused it. */
export type LoanChange = {
  before?: number;
  v: number;
  requestId: string;
  recordId: string;
  requesterMember: string;
  patronId?: string;
  documentId?: string;
  steps: readonly { trigger: Trigger; at: string }[];
};

const stored = z.object({
  requestId: z.string(),
  recordId: z.string(),
  requesterMember: z.string(),
  documentId: z.string().optional(),
  patron: z.object({ patronId: z.string() }).optional(),
  v: z.number(),
  facts: z
    .array(
      z.object({
        trigger: z.custom<Trigger>((name) => typeof name === 'string' && Object.hasOwn(TRIGGERS, name)),
        at: z.string(),
      }),
    )
    .default([]),
});

/** Reads a change of a loan request's row from the stream. */
export const readLoanChange = ({ before, after }: Pick<RowChange, 'before' | 'after'>): LoanChange => {
  const { facts, patron, documentId, ...request } = stored.parse(after);
  return {
    ...request,
    ...(typeof before?.v === 'number' && { before: before.v }),
    ...(patron && { patronId: patron.patronId }),
    ...(documentId !== undefined && { documentId }),
    steps: facts,
  };
};
