/** A machine client. It acts for its member; a self-check is also bound to one branch. */
export type DemoMachine = {
  account: string;
  name: string;
  kind: 'self-check' | 'integration';
  member: string;
  branch?: string;
};

/** The machine clients of the demo. Their secrets are created at seeding and are not in this file. */
export const machines: readonly DemoMachine[] = [
  {
    account: 'riverton-self-check',
    name: 'Self-check by the entrance, Riverton Central',
    kind: 'self-check',
    member: 'riverton',
    branch: 'riverton.main',
  },
  { account: 'harcourt-integration', name: 'Harcourt student portal', kind: 'integration', member: 'harcourt' },
];
