import { branchesIn } from '../../demo/branches.ts';
import { type DemoStaff, staff } from '../../demo/staff.ts';
import { demoOn } from '../builders/demo.ts';
import { deployed } from '../builders/deployed.ts';

const demo = demoOn(deployed());
const branches = branchesIn([]);

/** Returns the branch at which a person begins; undefined at the consortium. */
const beginsAt = ({ member, grants }: DemoStaff): string | undefined => {
  const own = grants.find((grant) => grant.scope === 'branch');
  const main = branches.find((one) => one.member === member && (one.main || one.branchId === `${member}.main`));
  return own?.branch ?? main?.branchId;
};

type List = { count: number; asking?: readonly string[]; votes?: readonly object[] };

/** Returns how many entries a list of Today has. */
const sizeOf: Record<string, (list: never) => number> = {
  loans: ({ counts }: { counts: object }) => Object.keys(counts).length,
  ownFinance: ({ statement }: { statement?: object }) => (statement ? 1 : 0),
  finance: ({ periods, disputes }: { periods: unknown[]; disputes: List }) => Math.min(periods.length, disputes.count),
  policies: (policies: readonly unknown[]) => policies.length,
  terms: (terms: readonly unknown[]) => terms.length,
};
const counted = ({ count, asking = [], votes = [] }: List): number => count + asking.length + votes.length;

test('every list on Today of every account of the demo has something in it', async () => {
  const empty: string[] = [];
  let lists = 0;
  for (const person of staff) {
    const branch = beginsAt(person);
    const path = `/analytics/today${branch ? `?branch=${branch}` : ''}`;
    const { status, body } = await demo.call('GET', path, { as: person.account });
    expect([person.account, status]).toEqual([person.account, 200]);
    for (const [name, list] of Object.entries(body)) {
      lists += 1;
      const size = sizeOf[name] ?? counted;
      if (size(list as never) === 0) empty.push(`${person.account}: ${name}`);
    }
  }
  expect(empty).toEqual([]);
  expect(lists).toBeGreaterThan(staff.length);
});
