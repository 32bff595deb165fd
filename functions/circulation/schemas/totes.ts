import * as z from 'zod';
import type { Refusal } from '../../../layers/platform/http/contract.ts';
import { type Tote, toteStates } from '../domain/items/tote.ts';

export const toteItemSchema = z.strictObject({ itemId: z.string(), barcode: z.string() });

/** A tote of the courier with what is in it, and what its receipt found. Instants are ISO 8601 UTC. */
export const toteSchema = z.strictObject({
  toteId: z.string(),
  from: z.string(),
  to: z.string(),
  state: z.enum(toteStates),
  items: z.array(toteItemSchema),
  openedAt: z.string(),
  sentAt: z.string().optional(),
  receivedAt: z.string().optional(),
  missing: z.array(toteItemSchema).optional(),
  unexpected: z.array(z.string()).optional(),
  settled: z.array(z.string()).optional(),
  settledAt: z.string().optional(),
});

/** Returns a tote in the format of the response. */
export const toteView = ({ v: _v, ...tote }: Tote): z.input<typeof toteSchema> => tote;

export const exampleTote: z.input<typeof toteSchema> = {
  toteId: 'tot_01kb0000000000000000000000',
  from: 'riverton.main',
  to: 'lakeshore.main',
  state: 'packing',
  items: [{ itemId: 'itm_01kb0000000000000000000000', barcode: '31234000123456' }],
  openedAt: '2026-11-24T14:00:00.000Z',
};

export const toteRefusals = {
  'unknown-tote': { status: 404, meaning: 'This branch neither packs nor awaits such a tote.' },
  'tote-wrong-state': { status: 409, meaning: 'The tote is not in a state in which this can be done.' },
  'not-for-tote': { status: 409, meaning: 'The item does not travel from here to where the tote goes.' },
  'tote-full': { status: 409, meaning: 'The tote has as many items as one may have.' },
  'tote-empty': { status: 409, meaning: 'Nothing is in the tote.' },
  'tote-not-empty': { status: 409, meaning: 'Something is in the tote: take it out first.' },
  'not-in-tote': { status: 409, meaning: 'The item is not in this tote.' },
  'in-other-tote': { status: 409, meaning: 'The item is in another tote: take it out of that one first.' },
} as const satisfies Record<string, Refusal>;
