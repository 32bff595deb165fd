import { consumer } from '../../../../layers/platform/http/consumer.ts';

/** Verifies a token and resolves the caller. It never denies: handlers respond 401 and 403 as problem+json. */
export const contract = consumer({
  id: 'membership-authorize',
  context: 'membership',
  service: 'administration',
  summary: 'Resolve the actor of a request',
  trigger: { by: 'authorizer' },
  touches: { table: 'read', signingKey: 'verify', userPool: 'verify', originSecret: true },
  errorImpact: 'Every request of a signed-in user is refused.',
});
