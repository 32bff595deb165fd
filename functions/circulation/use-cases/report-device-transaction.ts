import type { MachineActor } from '../../../layers/platform/http/actor.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { cardNumberSchema } from '../../patrons/public/card.ts';
import type { DeviceDeps } from '../deps.ts';
import { afterReport, type DeviceReport } from '../domain/devices/device-transaction.ts';
import { resolvePatron } from './resolve-patron.ts';

/** A report as the gateway sends it: with the card, which is not stored. */
type Body = Omit<DeviceReport, 'patron' | 'reportedAt' | 'machineId' | 'device'> & { card?: string | undefined };

const TRIES = 3;

const patronWith = async (deps: DeviceDeps, card: string | undefined): Promise<string | undefined> => {
  const read = cardNumberSchema.safeParse(card);
  if (!read.success) return undefined;
  const patron = await resolvePatron(deps, { patron: read.data }, { strong: false });
  return 'refused' in patron ? undefined : patron.patronId;
};

/**
 * Stores for staff what a device did and Concord did not record: once for each transaction, without the card. A report that is repeated, or comes
 * after staff have handled the transaction, changes nothing.
 */
export const reportDeviceTransaction = async (
  deps: DeviceDeps,
  { body: { card, ...body }, machine, now }: { body: Body; machine: MachineActor; now: number },
) => {
  const { branchId, transactionId, state } = body;
  const [patron, device] = await Promise.all([patronWith(deps, card), deps.machineName(machine.id)]);
  const by = { machineId: machine.id, device, reportedAt: iso(now) };
  const report: DeviceReport = { ...body, ...by, ...(patron !== undefined && { patron }) };
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const before = await deps.devices.get(branchId, transactionId);
    const after = afterReport(before, report);
    if (after === undefined) return answer({ transactionId, state });
    const saved = after === 'remove' ? before && (await deps.devices.remove(before)) : await deps.devices.save(after);
    if (saved) return answer({ transactionId, state });
  }
  return refuse('changed-meanwhile', 'The transaction changes all the time: report it again.');
};
