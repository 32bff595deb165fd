import * as z from 'zod';
import type { Refusal } from '../../../layers/platform/http/contract.ts';
import { billKinds } from '../domain/decisions/decision.ts';
import { billLineSchema } from '../domain/money/bill-line.ts';
import { placeRefusals } from './decisions.ts';

/** A bill as returned; amounts in minor units. */
export const billViewSchema = z.strictObject({
  billId: z.string(),
  kind: z.enum(billKinds),
  /** The member that is owed. */
  memberId: z.string(),
  at: z.string(),
  amount: z.number().int(),
  open: z.number().int(),
  currency: z.string(),
  itemId: z.string().optional(),
  title: z.string().optional(),
});

export type BillView = z.infer<typeof billViewSchema>;

/** A bill for staff: with its history, oldest first, and the actors (empty for another member's bill). */
export const staffBillSchema = z.strictObject({ ...billViewSchema.shape, lines: z.array(billLineSchema) });

/** A desk's money settings by the fees in force, in their currency's minor units. No currency when none were adopted. */
export const deskMoneyViewSchema = z.strictObject({
  currency: z.string().optional(),
  means: z.array(z.string()),
  waiveLimit: z.number().int(),
  refundLimit: z.number().int(),
  fees: z.array(z.strictObject({ fee: z.string(), amount: z.number().int() })),
});

/** A means of payment that the fees in force name. */
export const meansSchema = z.string().min(1).max(20);

export const billRefusals = {
  'unknown-bill': { status: 404, meaning: 'The patron has no such bill.' },
  'unknown-branch': placeRefusals['unknown-branch'],
} as const satisfies Record<string, Refusal>;

export const moneyRefusals = {
  ...billRefusals,
  'till-closed': { status: 409, meaning: 'The till of this branch is closed for the day.' },
  'unknown-means': { status: 422, meaning: 'Desks do not take this means of payment.' },
} as const satisfies Record<string, Refusal>;

export const supervisorRefusal = {
  'needs-supervisor': { status: 403, meaning: 'So much takes a desk supervisor of this branch.' },
  'full-sign-in-needed': {
    status: 403,
    meaning: 'This amount needs a supervisor with the full sign-in: a badge or code at a shared desk is not enough.',
  },
} as const satisfies Record<string, Refusal>;

export const exampleBill: BillView = {
  billId: 'bil_01kb0000000000000000000000',
  kind: 'overdue',
  memberId: 'harcourt',
  at: '2026-11-24T15:00:00.000Z',
  amount: 350,
  open: 350,
  currency: 'USD',
  itemId: 'itm_01kb0000000000000000000000',
  title: 'Emma',
};

export const exampleStaffBill: z.infer<typeof staffBillSchema> = {
  ...exampleBill,
  lines: [{ at: exampleBill.at, did: 'charged', amount: 350, by: 'staff:stf_01kb0000000000000000000000' }],
};
