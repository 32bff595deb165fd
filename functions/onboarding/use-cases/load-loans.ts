import { dueAtEndOf, millis } from '../../../layers/kernel/calendar/days.ts';
import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import { present, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { ruleOf } from '../../../layers/records/policies/domain/resolve.ts';
import { loanTerms } from '../../circulation/public/lend.ts';
import { countersOf } from '../../circulation/public/limit-groups.ts';
import { ruleFor } from '../../circulation/public/rule-for.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import { withoutTies } from '../../items/public/item-circulation.ts';
import { itemRecord } from '../../items/public/item-record.ts';
import { keys as itemsKeys } from '../../items/public/keys.ts';
import type { Loan } from '../../items/public/loan.ts';
import { readItem } from '../../items/public/read-item.ts';
import { counterAttribute } from '../../patrons/public/counter-attribute.ts';
import { keys as patronsKeys } from '../../patrons/public/keys.ts';
import { loadPatronStatus } from '../../patrons/public/load-patron-status.ts';
import type { PatronStatus } from '../../patrons/public/patron-status.ts';
import { derivedId, rowDigest, shortKey } from '../data/digests.ts';
import type { Row } from '../domain/files/file-kinds.ts';
import { instantOf } from '../domain/files/read-row.ts';
import { barcodeOf } from './index-file.ts';
import {
  type Lined,
  type LoadContext,
  loadedKey,
  loadedRow,
  noteLoaded,
  type Outcome,
  type Plan,
  patronOf,
  rejected,
  writeRow,
} from './load-context.ts';
import { barcodeKeys, pointerOf } from './load-items.ts';

/** The states of an item that can take a loan of the old system: nobody has a claim on it. */
const FREE: readonly ItemCirculation['state'][] = ['available', 'in-process', 'on-order', 'missing'];

/** Finds the member's own item of a barcode; in a dry run also one that is to be loaded (`coming`). */
export const ownItem = async (
  context: LoadContext,
  barcode: string,
): Promise<ItemCirculation | 'coming' | undefined> => {
  const pointer = await pointerOf(context, barcode);
  const own = pointer?.bearers.find(({ memberId }) => memberId === context.memberId);
  const found = own && (await context.reader.get(itemsKeys.key('item', own)));
  if (found) return readItem(found);
  return context.dry && context.coming.items.has(shortKey('items', barcodeOf(barcode))) ? 'coming' : undefined;
};

/** Builds a loan from the old system: with its own times, and the terms of the rules in force now. */
const loanOf = (
  { memberId, policies }: Pick<LoadContext, 'memberId' | 'policies'>,
  row: Row<'loans'>,
  { item, patron, lent, due }: { item: ItemCirculation; patron: PatronStatus; lent: string; due: string },
): Loan => {
  const rule = ruleFor(policies, item, row.branch, patron);
  const groups = [...countersOf(policies, item, row.branch).values()];
  return {
    loanId: derivedId('loan', memberId, 'loans', oldIdOf(row), millis(lent)),
    patronId: patron.patronId,
    patronMember: patron.homeMember,
    checkoutBranch: row.branch,
    checkedOutAt: lent,
    due,
    renewals: row.renewals ?? 0,
    policyVersion: policies.loanRules.version,
    ruleId: ruleOf(rule, 'loanPeriod'),
    terms: loanTerms(rule, policies.loanRules.body.currency),
    ...(groups.length > 0 && { groups }),
  };
};

const oldIdOf = ({ barcode, lent }: Row<'loans'>): string => `${barcodeOf(barcode)} ${lent}`;

const loadLoan = async (context: LoadContext, { row }: Lined<'loans'>): Promise<Outcome> => {
  const { memberId, mapping, branch, reader, at, dry } = context;
  const known = await loadedRow(context, 'loans', oldIdOf(row));
  if (known) return known.row === rowDigest(row) ? { did: 'unchanged' } : rejected('loaded-differently');
  if (memberOfBranch(row.branch) !== memberId) return rejected('branch-elsewhere', 'branch');
  const place = await branch(row.branch);
  if (!place) return rejected('branch-unknown', 'branch');
  const lent = instantOf(row.lent, mapping.timeZone);
  const due = row.due.length === 10 ? dueAtEndOf(place.calendar, row.due) : row.due;
  if (millis(lent) > millis(at)) return rejected('in-the-future', 'lent');
  if (millis(due) <= millis(lent)) return rejected('not-after-lent', 'due');
  const patronRef = await patronOf(context, row.patron);
  if (patronRef === undefined) return rejected('patron-not-loaded', 'patron');
  const first = await ownItem(context, row.barcode);
  if (first === undefined) return rejected('item-not-loaded', 'barcode');
  if (patronRef === 'coming' || first === 'coming') return dry ? { did: 'created' } : rejected('changed-meanwhile');
  const keys = [itemsKeys.key('item', first), loadedKey(memberId, 'loans', oldIdOf(row))];
  return writeRow(context, keys, async (): Promise<Plan> => {
    if (await loadedRow(context, 'loans', oldIdOf(row))) return { did: 'unchanged' };
    const [found, patron] = await Promise.all([
      reader.get(itemsKeys.key('item', first)),
      loadPatronStatus(context.table, patronRef.patronId, { strong: true }),
    ]);
    const item = found && readItem(found);
    if (!patron) return rejected('patron-not-loaded', 'patron');
    if (!item) return rejected('item-not-loaded', 'barcode');
    if (!FREE.includes(item.state)) return rejected('item-not-free', 'barcode');
    const loan = loanOf(context, row, { item, patron, lent, due });
    const after: ItemCirculation = {
      ...withoutTies(item),
      state: 'on-loan',
      currentBranch: row.branch,
      loan,
      v: item.v + 1,
    };
    const counted = [
      counterAttribute('loans'),
      ...(loan.groups ?? []).map((group) => counterAttribute(`group:${group}`)),
    ];
    return {
      did: 'created',
      writes: [
        // It carries no facts: a checkout of the old system causes no notice. Its due date is scheduled all the same.
        { put: itemRecord(after), when: unchanged(item.v), sizeOf: itemRecord(item) },
        {
          update: patronsKeys.key('patronStatus', patron),
          add: Object.fromEntries(counted.map((name) => [name, 1])),
          // The loan may be due before those that are known, even overdue: the next checkout finds out.
          remove: ['dueFrom'],
          when: present(),
        },
        noteLoaded(context, 'loans', oldIdOf(row), { ref: loan.loanId, row: rowDigest(row) }),
      ],
    };
  });
};

/** Loads open loans: each in one transaction with the item and the patron's counters. */
export const loadLoans = async (context: LoadContext, rows: readonly Lined<'loans'>[]) => {
  const { memberId, reader } = context;
  await reader.prefetch(
    rows.flatMap(({ row }) => [
      loadedKey(memberId, 'loans', oldIdOf(row)),
      loadedKey(memberId, 'patrons', row.patron),
      ...barcodeKeys(row.barcode),
    ]),
  );
  await prefetchItems(
    context,
    rows.map(({ row }) => row.barcode),
  );
  return (one: Lined<'loans'>): Promise<Outcome> => loadLoan(context, one);
};

/** Reads the member's own items of some barcodes at once. */
export const prefetchItems = async (context: LoadContext, barcodes: readonly string[]): Promise<void> => {
  const pointers = await Promise.all(barcodes.map((barcode) => pointerOf(context, barcode)));
  const own = pointers.flatMap((pointer) => pointer?.bearers.filter((one) => one.memberId === context.memberId) ?? []);
  await context.reader.prefetch(own.map((place) => itemsKeys.key('item', place)));
};
