import * as z from 'zod';
import { loanRules } from '../policy-loan-rules.ts';
import type { Performer } from './in-process.ts';
import { type StaffActors, staffFor } from './staff-actors.ts';

const anything = z.unknown();
const DAY = 86_400_000;

/**
 * Lets a library propose a change of its own loan rules, which waits for a second person, and another one name its second person at a
 * neighbour, who accepted. `now` in epoch ms.
 */
export const proposeRules = async (performer: Performer, actor: StaffActors, now: number): Promise<void> => {
  const child = loanRules.rules.find(({ id }) => id === 'riverton-child');
  if (!child) throw new Error('The demo has no rule for the children of Riverton.');
  await performer.act('governance-propose-rules', anything, {
    ...{ by: actor('member-admin', 'riverton'), at: now - DAY },
    body: {
      ...{ memberId: 'riverton', follows: 1, reason: 'Children read long series in the holidays' },
      rules: [{ ...child, values: { ...child.values, renewals: 8 } }],
    },
  });
  const path = { memberId: 'northfield' };
  const { email } = staffFor('member-admin', 'ashgrove');
  const named = { by: actor('member-admin', 'northfield'), at: now - 30 * DAY, path, body: { step: 'name', email } };
  const accepted = { by: actor('member-admin', 'ashgrove'), at: now - 29 * DAY, path, body: { step: 'accept' } };
  for (const step of [named, accepted]) await performer.act('governance-set-second-person', anything, step);
};
