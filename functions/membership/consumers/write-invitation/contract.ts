import { consumer } from '../../../../layers/platform/http/consumer.ts';

/** Writes the invitation that the user pool sends to a person: with the person's name, the consortium's and the site's address. */
export const contract = consumer({
  id: 'membership-write-invitation',
  context: 'membership',
  service: 'administration',
  summary: 'Write the invitation of a staff member',
  trigger: { by: 'user-pool' },
  touches: { site: true },
  // The pool waits five seconds.
  timeoutSeconds: 5,
  errorImpact: 'Invitations to staff have neither name nor the site’s address, or are not sent.',
});
