import { consumer } from '../../../../layers/platform/http/consumer.ts';

/** Invites the first administrator, named in the settings, by e-mail after the first deployment. No password is preset. */
export const contract = consumer({
  id: 'membership-invite-first-administrator',
  context: 'membership',
  service: 'administration',
  summary: 'Invite the first administrator by e-mail',
  trigger: { by: 'deploy' },
  touches: { table: 'write', userPool: 'invite' },
  timeoutSeconds: 30,
  errorImpact: 'Nobody can sign in to a fresh deployment.',
});
