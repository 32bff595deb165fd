import { handler as checkOut } from '../functions/circulation/operations/check-out/handler.ts';
import { branchStore } from '../functions/membership/data/branch-store.ts';
import type { Table } from '../layers/platform/dynamodb/table.ts';
import { policyStore } from '../layers/records/policies/data/policy-store.ts';
import { aCalendar } from '../test/builders/calendar.ts';
import { call } from '../test/builders/call.ts';
import { aTable } from '../test/builders/dynamodb-local.ts';
import { aBorrower, aConsortium, aCopy, at } from '../test/builders/lending.ts';
import { staffAt } from '../test/builders/people.ts';
import { aRule, baseValues, loanRules } from '../test/builders/policies.ts';

const MONDAY = '2026-03-02T11:00:00.000Z';
const RULES = 600;

/** The read units of a checkout in a container that has read nothing yet, after versions of 600 loan rules and as many calendars. */
export type ColdCheckout = { versions: number; rules: number; readUnits: number };

/** Adopts versions of 600 loan rules, each from another hour on. */
export const adoptVersions = async (table: Table, versions: number): Promise<void> => {
  const rules = Array.from({ length: RULES }, (_, index) =>
    aRule({
      ...{ id: `rule-${index}`, setBy: 'ash', when: { itemOwner: 'ash', location: `shelf-${index}` } },
      values: { loanPeriod: { days: 7 + (index % 21) }, renewals: index % 5 },
    }),
  );
  const policies = policyStore(table);
  for (let number = 0; number < versions; number += 1) {
    const effectiveFrom = new Date(Date.parse('2026-01-02T00:00:00.000Z') + number * 3_600_000).toISOString();
    const body = loanRules(rules, { base: { ...baseValues, renewals: number } });
    const decided = { effectiveFrom, decisionReference: 'D', adoptedBy: 'staff:root' };
    await policies.adopt({ kind: 'loan-rules', ...decided, body }, (version) => ({
      ...{ subject: 'policy:loan-rules', at: effectiveFrom, auditId: `aud_cold_${version}`, by: 'test' },
      ...{ did: 'adopted', detail: { version } },
    }));
  }
};

/** Sets versions of the hours of the branch that lends, each with one closure more than the last. */
const setCalendars = async (table: Table, versions: number): Promise<void> => {
  const branches = branchStore(table);
  for (let number = 0; number < versions; number += 1) {
    const now = Date.parse('2026-01-02T00:00:00.000Z') + number * 3_600_000;
    const closures = Array.from({ length: number % 30 }, (_, day) => {
      const on = `2027-01-${String(day + 1).padStart(2, '0')}`;
      return { from: on, to: on, reason: 'Works' };
    });
    const calendar = { ...aCalendar(), closures };
    await branches.setCalendar('birch.east', { calendar, from: new Date(now).toISOString(), by: 'staff:root' }, now);
  }
};

/** Lends a copy in a container whose caches are empty. Throws when it is refused. */
export const checkOutCold = async (table: Table): Promise<void> => {
  const [{ card }, { barcode }] = [await aBorrower(table), await aCopy(table)];
  const body = { branchId: 'birch.east', item: barcode, patron: card };
  const headers = { 'idempotency-key': barcode };
  const { status } = await call(checkOut.using(at(MONDAY)), { actor: staffAt('birch.east', 'desk'), body, headers });
  if (status !== 201) throw new Error(`The checkout answered ${status}.`);
};

/** Measures cold checkouts after each number of versions, in a table of its own. `last` returns the units of the last request. */
export const coldCheckouts = async (
  numbers: readonly number[],
  last: () => { readUnits: number },
): Promise<ColdCheckout[]> => {
  const rows: ColdCheckout[] = [];
  for (const versions of numbers) {
    const table = await aTable();
    await aConsortium(table);
    await adoptVersions(table, versions);
    await setCalendars(table, versions);
    await checkOutCold(table);
    rows.push({ versions, rules: RULES, readUnits: last().readUnits });
  }
  return rows;
};
