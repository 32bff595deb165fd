import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { attemptRefusals, pinRefusals } from '../../schemas.ts';

/** Changes the requesting patron's PIN, given the current one. Wrong ones count towards the lock as at sign-in; guesses of others elsewhere do not stop it. */
export const contract = operation({
  id: 'patrons-set-my-pin',
  context: 'patrons',
  service: 'administration',
  method: 'POST',
  path: '/v1/patrons/me/pin',
  summary: 'Change one’s own PIN',
  permission: [{ who: 'patron' }],
  touches: { table: 'write' },
  idempotency: 'none',
  body: z.strictObject({ currentPin: z.string().min(1).max(64), pin: z.string().min(1).max(64) }),
  output: z.strictObject({ changedAt: z.string() }),
  refusals: {
    'pin-wrong': { status: 422, meaning: 'The present PIN is another one.' },
    ...attemptRefusals,
    gone: { status: 410, meaning: 'This patron is no longer here.' },
    ...pinRefusals,
  },
  example: { body: { currentPin: '482615', pin: '739164' }, output: { changedAt: '2026-03-02T10:00:00.000Z' } },
  errorImpact: 'Patrons cannot change their PIN.',
});
