import * as z from 'zod';
import { loanRules } from '../policy-loan-rules.ts';
import type { Performer } from './in-process.ts';
import { type StaffActors, staffFor } from './staff-actors.ts';

const anything = z.unknown();
const DAY = 86_400_000;

/** Who adopts the changes of rules of whom: each library names the administrator of another one, and one has accepted. */
const seconds = [
  { memberId: 'northfield', asked: 'ashgrove', accepted: true },
  { memberId: 'ashgrove', asked: 'northfield' },
  { memberId: 'riverton', asked: 'lakeshore' },
  { memberId: 'lakeshore', asked: 'harcourt' },
  { memberId: 'harcourt', asked: 'calder' },
  { memberId: 'calder', asked: 'riverton' },
];

/** The changes that wait for a second person: of the consortium, and of the neighbour who accepted. */
const proposals = [
  { memberId: 'riverton', id: 'riverton-child', renewals: 8, reason: 'Children read long series in the holidays' },
  { memberId: 'northfield', id: 'northfield-own-patrons', renewals: 3, reason: 'Pupils write long papers in spring' },
];

/**
 * Lets libraries name who adopts their changes of rules at another one, which one of them accepted, and propose changes of their own loan
 * rules, which wait for a second person. `now` in epoch ms.
 */
export const proposeRules = async (performer: Performer, actor: StaffActors, now: number): Promise<void> => {
  for (const { memberId, asked, accepted } of seconds) {
    const path = { memberId };
    const { email } = staffFor('member-admin', asked);
    const named = { by: actor('member-admin', memberId), at: now - 30 * DAY, path, body: { step: 'name', email } };
    await performer.act('governance-set-second-person', anything, named);
    const acceptance = { by: actor('member-admin', asked), at: now - 29 * DAY, path, body: { step: 'accept' } };
    if (accepted) await performer.act('governance-set-second-person', anything, acceptance);
  }
  for (const { memberId, id, renewals, reason } of proposals) {
    const rule = loanRules.rules.find((one) => one.id === id);
    if (!rule) throw new Error(`The demo has no rule ${id}.`);
    await performer.act('governance-propose-rules', anything, {
      ...{ by: actor('member-admin', memberId), at: now - DAY },
      body: { memberId, follows: 1, reason, rules: [{ ...rule, values: { ...rule.values, renewals } }] },
    });
  }
};
