import type { Actor } from '../../../layers/platform/http/actor.ts';
import { actorName } from '../../../layers/platform/http/actor.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { DeviceDeps } from '../deps.ts';
import { afterHandling } from '../domain/devices/device-transaction.ts';
import { deviceTransactionView } from '../schemas/device-transactions.ts';

type Input = { branchId: string; transactionId: string; actor: Actor | undefined; now: number };

const TRIES = 3;

/** Notes that a person has handled a transaction of a device; the first one who did is returned to every later one. */
export const settleDeviceTransaction = async (
  { devices, staffNames }: Pick<DeviceDeps, 'devices' | 'staffNames'>,
  { branchId, transactionId, actor, now }: Input,
) => {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const before = await devices.get(branchId, transactionId);
    if (!before)
      return refuse('unknown-transaction', 'No device of the branch has this transaction.', '/path/transactionId');
    const after = afterHandling(before, actorName(actor), iso(now));
    if (after === before || (await devices.save(after)))
      return answer(deviceTransactionView(after, await staffNames([after.handled?.by ?? ''])));
  }
  return refuse('changed-meanwhile', 'Somebody else changes it: try again.');
};
