import * as z from 'zod';
import type { Refusal } from '../../../layers/platform/http/contract.ts';

/** The path parameters of a hold: with the record that it was placed on. */
export const holdPath = z.strictObject({ recordId: z.string().min(1).max(64), holdId: z.string().min(1).max(64) });

/** A hold, identified by the record that it was placed on. */
export type HoldReference = z.output<typeof holdPath>;

export const holdRefusal = {
  'unknown-hold': { status: 404, meaning: 'There is no such hold, or it is somebody else’s.' },
} as const satisfies Record<string, Refusal>;
