import * as z from 'zod';
import type { Actor } from '../../layers/platform/http/actor.ts';
import type { Account } from '../../local/endpoints.ts';
import { copies } from '../holdings.ts';
import { patrons } from '../patrons.ts';
import type { Performer } from './in-process.ts';

const HOUR = 3_600_000;
const branchId = 'riverton.main';
const signInSchema = z.object({ body: z.object({ clientId: z.string() }) });

/** Reports what the self-check of the demo did off line and Concord did not record, for the staff of its branch. `now` in epoch ms. */
export const reportDevices = async ({ act }: Performer, machines: readonly Account[], now: number): Promise<void> => {
  const account = machines.find(({ role }) => role === 'self-check');
  const { clientId: id } = signInSchema.parse(account?.signIn).body;
  const by: Actor = { kind: 'machine', id, member: 'riverton', scopes: ['self-check'], branch: branchId };
  const [item] = copies.filter(({ branch }) => branch === branchId);
  const [patron] = patrons.filter(({ branch }) => branch === branchId);
  const reports = [
    { kind: 'check-out', item: '31234000998877', card: patron?.card, codes: ['unknown-item'], hoursAgo: 27 },
    { kind: 'check-in', item: item?.barcode, codes: ['newer-status'], hoursAgo: 26 },
  ];
  for (const [place, { hoursAgo, ...report }] of reports.entries()) {
    const madeAt = new Date(now - hoursAgo * HOUR).toISOString();
    const body = { ...report, branchId, transactionId: `sip2-demo-${place}`, state: 'refused', madeAt };
    await act('circulation-report-device-transaction', z.unknown(), { by, at: now - 25 * HOUR, body });
  }
};
