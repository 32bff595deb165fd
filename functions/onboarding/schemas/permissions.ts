import type { Permission } from '../../../layers/platform/http/contract.ts';

/** Who moves a member in: its own administrator, or the consortium's. */
export const movers: readonly Permission[] = [
  { who: 'staff', roles: ['member-admin'], at: { member: 'path.memberId' } },
  { who: 'staff', roles: ['admin'], at: 'consortium' },
];

/** The same, or a machine of the member that sends its patrons' file again and again, such as a registrar's. */
export const feeders: readonly Permission[] = [
  ...movers,
  { who: 'machine', scope: 'patron-feed', at: { member: 'path.memberId' } },
];
