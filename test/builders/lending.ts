import { keys as catalogueKeys } from '../../functions/catalogue/data/keys.ts';
import type { ItemDescription } from '../../functions/catalogue/domain/views/views.ts';
import { recordItem } from '../../functions/catalogue/public/record-item.ts';
import { holdRecord } from '../../functions/circulation/public/hold-store.ts';
import type { Hold } from '../../functions/items/domain/hold.ts';
import type { ItemCirculation } from '../../functions/items/domain/item-circulation.ts';
import { claimBarcode } from '../../functions/items/public/claim-barcode.ts';
import { itemRecord } from '../../functions/items/public/item-record.ts';
import { keys as membershipKeys } from '../../functions/membership/data/keys.ts';
import { keys as patronsKeys } from '../../functions/patrons/data/keys.ts';
import type { PatronStatus } from '../../functions/patrons/domain/record/patron-status.ts';
import { memberOfBranch } from '../../layers/kernel/identity/roles.ts';
import { stamp, type Table } from '../../layers/platform/dynamodb/table.ts';
import type { Actor } from '../../layers/platform/http/actor.ts';
import type { Engines } from '../../layers/platform/runtime/engines.ts';
import { systemIds } from '../../layers/platform/runtime/ids.ts';
import { type Runtime, systemRuntime } from '../../layers/platform/runtime/runtime.ts';
import { policyStore } from '../../layers/records/policies/data/policy-store.ts';
import type { DeskMoney } from '../../layers/records/policies/domain/desk-money.ts';
import type { LoanRule } from '../../layers/records/policies/domain/loan-rules.ts';
import { aCalendar } from './calendar.ts';
import { anItem, aPatron as aPatronStatus, monday } from './circulation.ts';
import { blocksDocument, loanRulesDocument } from './policies.ts';

/** The branches of these tests: four members, one of them with two. All in Berlin, open on weekdays, with pickup. */
export const branches = ['ash.main', 'birch.east', 'cedar.main', 'cedar.north', 'elm.main'] as const;

/** A runtime with a clock fixed at an instant, for handlers (`handler.using`); `engines` replaces those of AWS. */
export const at = (instant: string, engines: Partial<Engines> = {}): Runtime => ({
  ...systemRuntime(),
  clock: { now: () => Date.parse(instant) },
  engines,
});

/** A self-check of a branch. */
export const selfCheckAt = (branch: string): Actor => ({
  kind: 'machine',
  id: 'mch_1',
  member: memberOfBranch(branch),
  scopes: ['self-check'],
  branch,
});

/** Writes branches and policies into a table: the base rules of `policies.ts` and the given ones, from the start of 2026. */
export const aConsortium = async (
  table: Table,
  rules: LoanRule[] = [],
  limits = {},
  desk?: DeskMoney,
): Promise<void> => {
  for (const branchId of branches) {
    const row = { branchId, memberId: memberOfBranch(branchId) };
    const branch = { name: `Branch ${branchId}`, address: '1 Mill Street', pickup: true, calendar: aCalendar() };
    await table.write([{ put: { ...membershipKeys.key('branch', row), ...stamp('branch', 1), ...row, ...branch } }]);
  }
  const policies = policyStore(table);
  const fees = { currency: 'EUR', fees: { 'damaged-item': 1500 }, ...(desk && { desk }) };
  const adopted = { effectiveFrom: '2026-01-01T00:00:00.000Z', decisionReference: 'D-1', adoptedBy: 'staff:root' };
  const { version: _, ...loanRules } = loanRulesDocument(rules);
  const { version: _too, ...blocks } = blocksDocument(limits);
  for (const document of [loanRules, blocks, { kind: 'fees' as const, ...adopted, body: fees }]) {
    await policies.adopt(document, (version) => ({
      ...{ subject: `policy:${document.kind}`, at: monday, auditId: `aud_${document.kind}`, by: 'test' },
      ...{ did: 'adopted', detail: { version } },
    }));
  }
};

const fresh = (kind: 'item' | 'patron' | 'record' | 'hold'): string => systemIds.next(kind, Date.parse(monday));

/** Writes a copy on a shelf, with its barcode, on a record of its own by default. */
export const aCopy = async (table: Table, over: Partial<ItemCirculation> = {}): Promise<ItemCirculation> => {
  const itemId = over.itemId ?? fresh('item');
  const recordId = over.recordId ?? fresh('record');
  const home = over.branchId ?? 'ash.main';
  const memberId = memberOfBranch(home);
  const sourceId = over.sourceId ?? `${memberId}:${recordId.slice(4)}`;
  const barcode = over.barcode ?? `3u${itemId.slice(-12)}`;
  const item = anItem({
    ...{ itemId, recordId, sourceId, barcode, memberId, branchId: home, currentBranch: home, v: 1 },
    ...over,
  });
  const { location, category } = item;
  const description: ItemDescription = {
    ...{ itemId, sourceId, memberId, barcode, branchId: home, location, category },
    ...{ callNumber: '', copyNumber: '', volume: '', hiddenFrom: [] },
  };
  const known = await table.get(catalogueKeys.key('record', { recordId }));
  const sources = [...new Set([...((known?.sources as string[] | undefined) ?? []), sourceId])];
  const v = (known?.v as number | undefined) ?? 0;
  await table.write([
    { put: itemRecord(item) },
    claimBarcode(barcode, item),
    { put: { ...catalogueKeys.key('itemDescription', item), ...stamp('itemDescription', 1), ...description } },
    { put: recordItem({ recordId, v, sources, absorbed: [] }) },
  ]);
  return item;
};

/** Writes a patron of cedar into a table, with a card of the given or a generated number. */
export const aBorrower = async (
  table: Table,
  over: Partial<PatronStatus> & { card?: string } = {},
): Promise<{ patronId: string; card: string; actor: Actor }> => {
  const { card: wanted, ...status } = over;
  const patronId = over.patronId ?? fresh('patron');
  // Ids have no `u`, so that a card is never part of an id: tests check that cards are not stored.
  const card = wanted ?? `2u${patronId.slice(-12)}`;
  const patron = aPatronStatus({ patronId, v: 1, ...status });
  const holders = [{ patronId, memberId: patron.homeMember }];
  await table.write([
    { put: { ...patronsKeys.key('patronStatus', patron), ...stamp('patronStatus', 1), ...patron } },
    {
      put: {
        ...patronsKeys.key('card', { number: card }),
        ...stamp('card', 1),
        number: card,
        state: 'active',
        holders,
      },
    },
  ]);
  return { patronId, card, actor: { kind: 'patron', id: patronId, member: patron.homeMember } };
};

/** Writes a hold into a table, counted for its patron. */
export const aPlacedHold = async (table: Table, hold: Hold): Promise<Hold> => {
  await table.write([
    { put: holdRecord(hold) },
    { update: patronsKeys.key('patronStatus', { patronId: hold.patronId }), add: { 'counters.holds': 1 } },
  ]);
  return hold;
};

/** Returns a patron's current counters. */
export const countersOf = async (table: Table, patronId: string): Promise<unknown> =>
  (await table.get(patronsKeys.key('patronStatus', { patronId }), { strong: true }))?.counters;
