import * as z from 'zod';
import { waySchema } from '../domain/requests/request-ways.ts';
import { possibleRecordSchema } from '../domain/requests/view-schemas.ts';
import { serviceSchema } from './loan-request-input.ts';

/** The requested item and the ways to it; `recordId` is generated (`cit_…`) when only a citation names it. */
export const optionsFields = {
  recordId: z.string(),
  /** Whether the union catalogue has a record of it. */
  inConsortium: z.boolean(),
  /** The record that the citation led to: by a number, or by exactly its title, author and year. */
  record: possibleRecordSchema.optional(),
  /** Further records that may be meant: before a library outside is asked, the patron states that they are not. */
  possible: z.array(possibleRecordSchema),
  service: serviceSchema,
  pickupBranch: z.string(),
  /** The parts of the citation to add before anybody can search for it. */
  missing: z.array(z.string()),
  /** The suggested way first. */
  ways: z.array(waySchema),
};

export const exampleWays: z.infer<z.ZodObject<typeof optionsFields>> = {
  recordId: 'rec_01kb0000000000000000000000',
  inConsortium: true,
  possible: [],
  service: 'loan',
  pickupBranch: 'riverton.main',
  missing: [],
  ways: [
    {
      way: 'consortium-loan',
      open: true,
      suggested: true,
      by: '2026-11-29T15:00:00.000Z',
      asks: 'ashgrove',
      closed: [],
    },
    {
      way: 'hold',
      open: false,
      closed: [{ code: 'only-on-request', detail: '0 copies now, 0 later, 2 on request only' }],
    },
    {
      way: 'outside-loan',
      open: true,
      by: '2026-12-02T15:00:00.000Z',
      cost: { amount: 1500, currency: 'USD' },
      asks: 'prt_01kb0000000000000000000000',
      after: 'consortium-loan',
      closed: [],
    },
  ],
};
