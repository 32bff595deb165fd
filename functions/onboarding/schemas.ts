import * as z from 'zod';
import { memberIdSchema } from '../../layers/kernel/identity/member-id.ts';
import type { Permission } from '../../layers/platform/http/contract.ts';
import { mappingSchema } from './domain/files/mapping.ts';
import type { LoadView, RunView } from './domain/run.ts';

const id = z.string().min(1).max(64);
export const loadPath = z.strictObject({ memberId: memberIdSchema, loadId: id });
export const runPath = z.strictObject({ memberId: memberIdSchema, loadId: id, runId: id });

export const loadRefusals = { 'unknown-load': { status: 404, meaning: 'The member has no such load.' } } as const;
export const feedRefusals = {
  ...loadRefusals,
  'not-a-feed': { status: 403, meaning: 'A machine works only on feeds of patrons.' },
} as const;

export const examplePath = { memberId: 'riverton', loadId: 'lod_01kb0000000000000000000000' };

/** An example load: a library with its own codes. */
export const exampleLoad: LoadView = {
  ...examplePath,
  name: 'From the old system',
  purpose: 'cut-over',
  createdAt: '2026-11-24T10:00:00.000Z',
  mapping: mappingSchema.parse({
    dayFormat: 'MM/dd/yyyy',
    timeZone: 'America/New_York',
    currency: 'USD',
    headings: { patrons: { 'Borrower No': 'id' } },
    codes: { patronCategories: { AD: 'adult' }, branches: { M: 'riverton.main' } },
  }),
};

/** An example dry run that found one wrong bill. */
export const exampleRun: RunView = {
  runId: 'lrn_01kb0000000000000000000000',
  mode: 'dry-run',
  state: 'done',
  createdAt: '2026-11-24T10:10:00.000Z',
  startedAt: '2026-11-24T10:10:01.000Z',
  endedAt: '2026-11-24T10:10:09.000Z',
  parts: { all: 1, done: 1 },
  files: [
    {
      fileId: 'lfl_01kb0000000000000000000000',
      kind: 'bills',
      tally: {
        ...{ read: 2, accepted: 1, rejected: 1, created: 1, changed: 0, unchanged: 0, sum: 1740, sumAccepted: 250 },
        codes: { type: { F: { read: 1, accepted: 1, sum: 250, sumAccepted: 250 } } },
        ...{ unmapped: { billTypes: { X: 1 } }, reasons: { unmapped: 1 }, warnings: {} },
      },
      totals: [{ of: 'sum', theirs: 1740, read: 1740, accepted: 250, missing: 0, rejected: 1490, agrees: false }],
      agrees: false,
    },
  ],
};

/** The permissions to load a member's data: the member's administrator, or the consortium's. */
export const loadManagers: readonly Permission[] = [
  { who: 'staff', roles: ['member-admin'], at: { member: 'path.memberId' } },
  { who: 'staff', roles: ['admin'], at: 'consortium' },
];

/** The permissions to load patrons, including machines of the member that send its patron file regularly, such as a registrar's. */
export const feedSenders: readonly Permission[] = [
  ...loadManagers,
  { who: 'machine', scope: 'patron-feed', at: { member: 'path.memberId' } },
];
