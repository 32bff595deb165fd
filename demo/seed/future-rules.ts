import * as z from 'zod';
import { noticesSchema } from '../../layers/records/policies/domain/notices.ts';
import { notices } from '../policies.ts';
import type { Performer } from './in-process.ts';
import type { StaffActors } from './staff-actors.ts';

const DAY = 86_400_000;

/**
 * Adopts rules for notices that begin in some weeks: Riverton reminds its patrons of overdue loans later than it does now. `now` in epoch
 * ms.
 */
export const adoptFutureRules = async ({ act }: Performer, actor: StaffActors, now: number): Promise<void> => {
  const { members } = notices;
  const body = noticesSchema.parse({
    ...notices,
    members: { ...members, riverton: { ...members.riverton, overdueDays: [5, 15, 30] } },
  });
  await act('governance-adopt-policy', z.unknown(), {
    ...{ by: actor('admin', 'consortium'), at: now - 9 * DAY },
    body: {
      ...{ kind: 'notices', effectiveFrom: new Date(now + 33 * DAY).toISOString(), follows: 1, body },
      decisionReference: 'DEMO-3',
    },
  });
};
