import type { Money } from '../../../../layers/kernel/money/money.ts';

/**
 * Why a transaction of a device is on the list of a branch: it waits, was refused, cannot be read, got another due date than the device gave,
 * or was recorded although a rule was against it, because the item had left the library.
 */
export const deviceStates = ['waiting', 'refused', 'unreadable', 'due-differs', 'conflicts'] as const;
export type DeviceState = (typeof deviceStates)[number];

export const deviceKinds = ['check-out', 'check-in', 'renewal', 'payment', 'other'] as const;
export type DeviceKind = (typeof deviceKinds)[number];

/** The lists of a branch: what waits for staff, and what they have handled. */
export const deviceLists = ['open', 'handled'] as const;
export type DeviceList = (typeof deviceLists)[number];

/** What a device did that Concord did not record as the device reported it. Times are ISO 8601 UTC, days YYYY-MM-DD. */
export type DeviceTransaction = {
  branchId: string;
  /** The gateway's own number of the transaction: it reports each once. */
  transactionId: string;
  state: DeviceState;
  kind: DeviceKind;
  /** The barcode as the device read it. */
  item?: string;
  /** The patron of the card; none where no patron has it. */
  patron?: string;
  /** When the device did it. */
  madeAt?: string;
  reportedAt: string;
  /** Why Concord refused it or it waits, as codes. */
  codes: readonly string[];
  /** The day that the device gave the patron, and the day on which the loan is due. */
  promised?: string;
  due?: string;
  /** Of a payment: the amount that the device took, and the device's own number of it. */
  paid?: Money;
  reference?: string;
  /** The machine client that reported it, and its name. */
  machineId: string;
  device: string;
  handled?: { by: string; at: string };
  v: number;
};

/** What a gateway reports: a transaction for staff, or that one it reported earlier has been recorded after all. */
export type DeviceReport = Omit<DeviceTransaction, 'state' | 'v' | 'handled'> & { state: DeviceState | 'recorded' };

/**
 * Returns what a report changes: the transaction as it is to be stored, `remove` where it was recorded and nobody handled it, or undefined
 * where the report changes nothing, because it was made before or staff have handled the transaction.
 */
export const afterReport = (
  before: DeviceTransaction | undefined,
  { state, ...reported }: DeviceReport,
): DeviceTransaction | 'remove' | undefined => {
  if (before?.handled || before?.state === state) return undefined;
  if (state === 'recorded') return before && 'remove';
  return { ...reported, state, v: (before?.v ?? 0) + 1 };
};

/** Returns a transaction that a person has handled; as it is where somebody did so before. */
export const afterHandling = (before: DeviceTransaction, by: string, at: string): DeviceTransaction =>
  before.handled ? before : { ...before, handled: { by, at }, v: before.v + 1 };
