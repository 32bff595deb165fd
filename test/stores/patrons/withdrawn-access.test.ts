import { staffStore } from '../../../functions/membership/public/staff-store.ts';
import { cardStore } from '../../../functions/patrons/data/card-store.ts';
import { keys } from '../../../functions/patrons/data/keys.ts';
import { patronStore } from '../../../functions/patrons/data/patron-store.ts';
import { sessionStore } from '../../../functions/patrons/data/session-store.ts';
import { checkCardAndPin } from '../../../functions/patrons/use-cases/check-card-and-pin.ts';
import type { Grant } from '../../../layers/kernel/identity/roles.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import { readEnvironment } from '../../../layers/platform/runtime/environment.ts';
import { countingIds } from '../../../layers/platform/runtime/ids.ts';
import { hashPin } from '../../../layers/records/attempts/data/pin-hash.ts';
import { repeatWithdrawals } from '../../../local/withdrawn-access.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { addMachine, machineOf, withdrawMachine } from '../../builders/machine-clients.ts';
import { aPatron, aSession, withBranch } from '../../builders/people.ts';
import { restoredFrom } from '../../builders/restored-from.ts';
import { scanAll } from '../../builders/scan-all.ts';

const branchId = 'riverton.main';
const later = Date.parse('2026-03-03T11:00:00.000Z');
const at = new Date(later).toISOString();
const desk: Grant = { role: 'desk', scope: 'branch', branch: branchId };
const ill: Grant = { role: 'ill', scope: 'branch', branch: branchId };
const cataloguer: Grant = { role: 'cataloguer', scope: 'branch', branch: branchId };
const [pin, newPin] = ['482615', '739158'];

let serial = 0;
const audit = () => {
  serial += 1;
  return { subject: 'staff:stf_1', at: 'then', auditId: `aud_${serial}`, by: 'x', did: 'x', detail: {} };
};
const storesOf = (table: Table) => ({ cards: cardStore(table), patrons: patronStore(table) });
const opens = async (table: Table, card: string, by: string): Promise<boolean> =>
  (await checkCardAndPin(storesOf(table), card, by, undefined)) !== undefined;

const staffWith = async (table: Table, staffId: string, grants: Grant[]): Promise<void> => {
  const staff = { staffId, name: 'Ada', email: `${staffId}@your.library`, memberId: 'riverton', grants, invited: true };
  await staffStore(table).add(staff, audit());
};
const grantsOf = async (table: Table, staffId: string) => (await staffStore(table).get(staffId))?.staff.grants;
const give = async (table: Table, staffId: string, grants: Grant[]): Promise<void> => {
  const [of, by] = await Promise.all([staffStore(table).get(staffId), staffStore(table).get('stf_admin')]);
  if (!of || !by) throw new Error('Both are staff.');
  expect(await staffStore(table).changeGrants({ by, of, grants, audit: audit() })).toBe('changed');
};

const replace = async (table: Table, patronId: string, number: string): Promise<void> => {
  const { cards, patrons } = storesOf(table);
  const patron = await patrons.get(patronId);
  const old = patron && (await cards.get(patron.person.card));
  if (!patron || old?.state !== 'active') throw new Error('The patron has a card.');
  expect(await patrons.replaceCard(patron, old, number, 'stolen', at)).toBe('replaced');
};

const proxyRow = (patronId: string, proxyId: string) => ({
  ...{ ...keys.key('proxy', { patronId, proxyId }), ...stamp('proxy', 1), sponsorId: patronId, proxyId },
});

test('finding S6: what was withdrawn after the point of a restore is listed, and withdrawn again in the restored table', async () => {
  const table = await aTable();
  await withBranch(table, branchId);
  await staffWith(table, 'stf_admin', []);
  await staffWith(table, 'stf_left', [desk, ill]);
  await staffWith(table, 'stf_same', [desk]);
  const machine = { name: 'Self-check', memberId: 'riverton', branchId, scopes: ['self-check'], createdAt: 'then' };
  for (const clientId of ['mac_gone', 'mac_same'])
    expect(await addMachine(table, { clientId, ...machine }, 'the secret', audit())).toBe(true);
  const [robbed, changed, same] = await Promise.all(Array.from({ length: 3 }, () => aPatron(table, { pin })));
  if (!robbed || !changed || !same) throw new Error('three patrons');
  await table.write([{ put: proxyRow(robbed.patronId, changed.patronId) }]);
  await table.write([{ put: proxyRow(same.patronId, changed.patronId) }]);
  const [left, over, stays] = [
    await aSession(table, same.patronId, later - 60_000),
    await aSession(table, same.patronId, later - 24 * 60 * 60_000),
    await aSession(table, same.patronId, later - 60_000),
  ];
  const point = await scanAll(table.name);

  await give(table, 'stf_left', [ill, cataloguer]);
  await staffStore(table).signOut('stf_left', undefined, later);
  await withdrawMachine(table, 'mac_gone', at, audit());
  for (const number of ['29999000000001', '29999000000002']) await replace(table, robbed.patronId, number);
  await patronStore(table).setPin(changed.patronId, await hashPin(newPin), later);
  for (const session of [left, over]) await sessionStore(table).end({ patronId: same.patronId, session });
  await table.write([{ delete: keys.key('proxy', { patronId: robbed.patronId, proxyId: changed.patronId }) }]);

  const restored = await restoredFrom(point);
  const scan = { environment: readEnvironment({ TABLE_NAME: restored.name }) };
  const tables = { old: table, restored, scan, ids: countingIds(), clock: { now: () => later } };
  const lines: string[] = [];
  const say = (line: string): void => void lines.push(line.trim());
  expect(await repeatWithdrawals(tables, false, say)).toEqual({ found: 7, written: 0, byHand: 0 });
  expect(lines.toSorted()).toEqual(
    [
      `PATRON#${changed.patronId}: change the PIN or end sessions`,
      `PATRON#${robbed.patronId}: change the PIN or end sessions`,
      `PATRON#${same.patronId}: end a session`,
      'machine mac_gone: withdraw',
      `patron ${robbed.patronId}: replace the card`,
      `patron ${robbed.patronId}: take back the proxy ${changed.patronId}`,
      'staff stf_left: withdraw desk',
    ].toSorted(),
  );
  expect([await opens(restored, robbed.card, pin), await opens(restored, changed.card, pin)]).toEqual([true, true]);
  expect(await machineOf(restored, 'mac_gone', 'the secret')).toBeDefined();
  expect(await grantsOf(restored, 'stf_left')).toEqual([desk, ill]);

  expect(await repeatWithdrawals(tables, true, say)).toEqual({ found: 7, written: 7, byHand: 0 });
  expect([await opens(restored, robbed.card, pin), await opens(restored, changed.card, pin)]).toEqual([false, false]);
  // The patron carries the newest card, and has the present PIN.
  expect([await opens(restored, '29999000000002', pin), await opens(restored, changed.card, newPin)]).toEqual([
    true,
    true,
  ]);
  await replace(restored, robbed.patronId, '29999000000003');
  expect(await machineOf(restored, 'mac_gone', 'the secret')).toBeUndefined();
  expect(await machineOf(restored, 'mac_same', 'the secret')).toBeDefined();
  // Roles that were given since are not given again.
  expect(await grantsOf(restored, 'stf_left')).toEqual([ill]);
  expect((await staffStore(restored).get('stf_left'))?.sessions.endedBefore).toBe(later);
  expect(await grantsOf(restored, 'stf_same')).toEqual([desk]);
  expect(await opens(restored, same.card, pin)).toBe(true);
  const open = await sessionStore(restored).list(same.patronId, later);
  expect(open.map(({ session }) => session)).toEqual([stays]);
  const proxies = (await scanAll(restored.name, 'proxy')).map(({ sponsorId }) => sponsorId);
  expect(proxies).toEqual([same.patronId]);
  expect((await scanAll(restored.name, 'audit')).filter(({ by }) => by === 'restore')).toHaveLength(2);
});

test('finding S6: after a restore, what no row can repeat is left to a person, and a repeated run finds nothing more', async () => {
  const table = await aTable();
  await withBranch(table, branchId);
  const robbed = await aPatron(table, { pin });
  const point = await scanAll(table.name);
  await replace(table, robbed.patronId, '29999000000011');
  const restored = await restoredFrom(point);
  const scan = { environment: readEnvironment({ TABLE_NAME: restored.name }) };
  const tables = { old: table, restored, scan, ids: countingIds(), clock: { now: () => later } };
  // The new number is another patron's in the restored table.
  await aPatron(restored, { card: '29999000000011' });
  const lines: string[] = [];
  const say = (line: string): void => void lines.push(line.trim());
  expect(await repeatWithdrawals(tables, true, say)).toEqual({ found: 2, written: 1, byHand: 1 });
  expect(lines).toContain(`patron ${robbed.patronId}: replace the card, by hand`);
  await replace(restored, robbed.patronId, '29999000000012');
  const again = await repeatWithdrawals(tables, true, () => {});
  expect([again.byHand, await opens(restored, robbed.card, pin)]).toEqual([0, false]);
});
