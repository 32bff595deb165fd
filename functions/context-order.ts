/**
 * The contexts from the top: each may import those after it, through their `public/` folder only. The walls, the choice of tests and the
 * generator of contexts read it here. A new context takes its place above all that it uses.
 * Analytics is above webhooks, governance, teaching, finance and resource sharing because its page Today reads their lists, besides those of all
 * contexts below.
 */
export const contextOrder: readonly string[] = [
  'outbox',
  'onboarding',
  'analytics',
  'webhooks',
  'governance',
  'teaching',
  'notices',
  'finance',
  'acquisitions',
  'resource-sharing',
  'digital-lending',
  'payments',
  'circulation',
  'discovery',
  'catalogue',
  'patrons',
  'items',
  'membership',
];
