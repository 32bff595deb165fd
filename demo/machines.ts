/** A machine client: it acts for its member; a self-check also stands at one branch and never leaves it. */
export type DemoMachine = {
  account: string;
  name: string;
  kind: 'self-check' | 'integration';
  member: string;
  branch?: string;
};

/** The machine clients of the demo. Their secrets are made at seeding, never kept here. */
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
