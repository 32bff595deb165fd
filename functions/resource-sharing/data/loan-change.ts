import * as z from 'zod';
import type { RowChange } from '../../../layers/platform/dynamodb/row-change.ts';
import type { LoanChange } from '../../notices/domain/notices-of-loan.ts';
import { TRIGGERS, type Trigger } from '../domain/workflow/triggers.ts';

const stored = z.object({
  requestId: z.string(),
  recordId: z.string(),
  requesterMember: z.string(),
  documentId: z.string().optional(),
  patron: z.object({ patronId: z.string() }).optional(),
  v: z.number(),
  told: z
    .array(
      z.object({
        trigger: z.custom<Trigger>((name) => typeof name === 'string' && Object.hasOwn(TRIGGERS, name)),
        at: z.string(),
      }),
    )
    .default([]),
});

/** A change of a loan request's row as the stream gives it, with the facts that rode on the write. */
export const readLoanChange = ({ before, after }: Pick<RowChange, 'before' | 'after'>): LoanChange => {
  const { told, patron, documentId, ...request } = stored.parse(after);
  return {
    ...request,
    ...(typeof before?.v === 'number' && { before: before.v }),
    ...(patron && { patronId: patron.patronId }),
    ...(documentId !== undefined && { documentId }),
    steps: told,
  };
};
