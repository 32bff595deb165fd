/** A person of the demo on the page of all of them: the hour at which they show their work, and where it begins. */
export type Welcomed = { account: string; hour: string; to: string };

/** The eleven people, by the hour of the day. */
export const welcomed: readonly Welcomed[] = [
  { account: 'northfield-librarian', hour: '07:45', to: '/today' },
  { account: 'riverton-desk', hour: '08:50', to: '/desk' },
  { account: 'riverton-supervisor', hour: '09:05', to: '/today' },
  { account: 'riverton-cataloguer', hour: '09:40', to: '/loads' },
  { account: 'riverton-ill', hour: '10:15', to: '/loans' },
  { account: 'okafor-amara', hour: '11:00', to: '/account' },
  { account: 'adler-miriam', hour: '13:20', to: '/account' },
  { account: 'harcourt-admin', hour: '14:00', to: '/loan-rules' },
  { account: 'riverton-finance', hour: '15:10', to: '/costs?member=riverton' },
  { account: 'finance-approver', hour: '16:00', to: '/workbench' },
  { account: 'consortium-admin', hour: '17:30', to: '/today' },
];
