import type { PolicyVersion } from '../../../components/policy-versions.ts';

/** The rules of the API until the consortium adopts others. */
export const usualAttribution: PolicyVersion<'attribution'>['body']['rules'] = [
  ...[{ when: 'ill-request', to: 'requester' } as const, { when: 'caused-work', to: 'cause' } as const],
  ...[{ when: 'staff', to: 'workplace' } as const, { when: 'staff', to: 'home' } as const],
  ...[{ when: 'patron', to: 'home' } as const, { when: 'machine', to: 'home' } as const],
  ...[{ when: 'anonymous', to: 'portal' } as const, { when: 'anonymous', to: 'public-use' } as const],
  { when: 'consortium', to: 'consortium' },
];
