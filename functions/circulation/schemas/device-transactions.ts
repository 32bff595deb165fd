import * as z from 'zod';
import { moneySchema } from '../../../layers/kernel/money/money.ts';
import { type DeviceTransaction, deviceKinds, deviceStates } from '../domain/devices/device-transaction.ts';

/** The gateway's own number of a transaction. */
export const transactionIdSchema = z.string().regex(/^[A-Za-z0-9-]{1,64}$/);

/** A transaction of a device as staff see it: never a card number. */
export const deviceTransactionSchema = z.strictObject({
  transactionId: z.string(),
  state: z.enum(deviceStates),
  kind: z.enum(deviceKinds),
  /** The barcode as the device read it. */
  item: z.string().exactOptional(),
  /** The patron of the card, whose page logs who looks at it; none where no patron has the card. */
  patronId: z.string().exactOptional(),
  madeAt: z.string().exactOptional(),
  reportedAt: z.string(),
  /** Why Concord refused it or it waits, as codes. */
  codes: z.array(z.string()),
  promised: z.string().exactOptional(),
  due: z.string().exactOptional(),
  /** Of a payment: what the device took, and its own number of the payment. */
  paid: moneySchema.exactOptional(),
  reference: z.string().exactOptional(),
  /** The name of the machine client. */
  device: z.string(),
  /** Who handled it, by name where the person is known, and when. */
  handled: z.strictObject({ by: z.string(), at: z.string() }).exactOptional(),
});
export type DeviceTransactionView = z.infer<typeof deviceTransactionSchema>;

/** Returns a transaction as staff see it. `names` are those of staff by their names as actors. */
export const deviceTransactionView = (
  { branchId: _branch, machineId: _machine, v: _v, patron, handled, codes, ...shown }: DeviceTransaction,
  names: Readonly<Record<string, string>> = {},
): DeviceTransactionView => ({
  ...{ ...shown, codes: [...codes] },
  ...(patron !== undefined && { patronId: patron }),
  ...(handled && { handled: { by: names[handled.by] ?? handled.by, at: handled.at } }),
});

export const exampleDeviceTransaction: DeviceTransactionView = {
  transactionId: 'sip2-0f3c9a',
  state: 'refused',
  kind: 'check-out',
  item: '31234000123456',
  madeAt: '2026-11-30T10:04:00.000Z',
  reportedAt: '2026-11-30T10:20:00.000Z',
  codes: ['unknown-patron'],
  device: 'Self-check by the entrance',
};
