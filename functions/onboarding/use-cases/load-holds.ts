import { dueAtEndOf, instant, millis } from '../../../layers/kernel/calendar/days.ts';
import { absent, present, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { findRecord } from '../../catalogue/public/find-record.ts';
import { keys as catalogueKeys } from '../../catalogue/public/keys.ts';
import { readSource } from '../../catalogue/public/read-source.ts';
import { sourceIdOf } from '../../catalogue/public/source-id-of.ts';
import { HOLD_LOADED } from '../../circulation/public/hold-loaded.ts';
import { holdRecord } from '../../circulation/public/hold-store.ts';
import { shelfExpiryOf } from '../../circulation/public/shelf-expiry.ts';
import type { Hold } from '../../items/public/hold.ts';
import type { HoldClaim } from '../../items/public/hold-claim.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import { withoutTies } from '../../items/public/item-circulation.ts';
import { itemRecord } from '../../items/public/item-record.ts';
import { keys as itemsKeys } from '../../items/public/keys.ts';
import { readItem } from '../../items/public/read-item.ts';
import type { Branch } from '../../membership/public/branch.ts';
import { keys as patronsKeys } from '../../patrons/public/keys.ts';
import { loadPatronStatus } from '../../patrons/public/load-patron-status.ts';
import type { PatronStatus } from '../../patrons/public/patron-status.ts';
import { derivedId, rowDigest } from '../data/digests.ts';
import type { Row } from '../domain/files/file-kinds.ts';
import { instantOf } from '../domain/files/read-row.ts';
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
import { barcodeKeys } from './load-items.ts';
import { ownItem, prefetchItems } from './load-loans.ts';

type Target = { recordId: string } | 'coming' | Outcome;
const isTarget = (target: Target): target is { recordId: string } => typeof target === 'object' && 'recordId' in target;

const recordOf = async (
  context: LoadContext,
  row: Row<'holds'>,
  copy: ItemCirculation | 'coming' | undefined,
): Promise<Target> => {
  if (row.record === undefined) {
    if (row.barcode === undefined) return rejected('record-needed', 'record');
    if (copy === undefined) return rejected('item-not-loaded', 'barcode');
    return copy === 'coming' || copy.recordId === undefined ? 'coming' : { recordId: copy.recordId };
  }
  const found = await context.reader.get(
    catalogueKeys.key('source', { sourceId: sourceIdOf(context.memberId, row.record) }),
  );
  const record = found && (await findRecord(context.table, readSource(found).recordId, { strong: true }));
  return record ? { recordId: record.now.recordId } : rejected('record-unknown', 'record');
};

/** Builds a waiting hold from the old system: it queues by its request time there, among the holds of all members. */
const waiting = (
  { memberId, at, queued, mapping }: LoadContext,
  { line, row }: Lined<'holds'>,
  {
    patron,
    recordId,
    pickup,
    copy,
  }: { patron: PatronStatus; recordId: string; pickup: Branch; copy: ItemCirculation | undefined },
): Hold => {
  const placedAt = instantOf(row.requested, mapping.timeZone);
  const moved = queued.get(line);
  const until = (time: string): string => (time.length === 10 ? dueAtEndOf(pickup.calendar, time) : time);
  const suspended = row.status === 'suspended' || row.suspended === true || row.suspendedUntil !== undefined;
  return {
    holdId: derivedId('hold', memberId, 'holds', row.id, millis(placedAt)),
    recordId,
    ...(row.onlyCopy === true && copy && { itemId: copy.itemId }),
    ...(row.volume !== undefined && { part: row.volume }),
    ...{ patronId: patron.patronId, patronMember: patron.homeMember, patronCategory: patron.category },
    ...(patron.residence !== undefined && { patronResidence: patron.residence }),
    ...{ pickupBranch: pickup.branchId, placedAt },
    ...(moved !== undefined && { queuedAt: instant(moved) }),
    ...(row.neededUntil !== undefined && { neededUntil: until(row.neededUntil) }),
    ...(suspended && {
      suspended: { from: at, ...(row.suspendedUntil !== undefined && { until: until(row.suspendedUntil) }) },
    }),
    ...{ priority: 0, state: suspended ? 'frozen' : 'placed', v: 1 },
  };
};

type Claimed = { hold: Hold; item: ItemCirculation };

/** Assigns a hold its copy: on the hold shelf of the pickup branch, or in transit to it. */
const withCopy = (
  context: LoadContext,
  row: Row<'holds'>,
  hold: Hold,
  item: ItemCirculation,
  pickup: Branch,
): Claimed => {
  const { policies, at } = context;
  const { suspended: _none, ...rest } = hold;
  const claim: HoldClaim = { holdId: hold.holdId, patronId: hold.patronId, pickupBranch: pickup.branchId };
  const free = { ...withoutTies(item), v: item.v + 1 };
  if (row.status === 'in-transit') {
    const way = {
      from: item.currentBranch,
      to: pickup.branchId,
      purpose: 'hold' as const,
      holdId: hold.holdId,
      sentAt: at,
    };
    return {
      hold: { ...rest, state: 'in-transit', targetItemId: item.itemId },
      item: { ...free, state: 'in-transit', transit: way, hold: claim },
    };
  }
  const given = row.shelfUntil;
  const shelfUntil = given?.length === 10 ? dueAtEndOf(pickup.calendar, given) : given;
  const shelfExpiresAt = shelfUntil ?? shelfExpiryOf({ policies, item, hold, calendar: pickup.calendar, at });
  return {
    hold: { ...rest, state: 'on-shelf', targetItemId: item.itemId, shelfExpiresAt },
    item: { ...free, state: 'on-hold-shelf', currentBranch: pickup.branchId, hold: { ...claim, shelfExpiresAt } },
  };
};

const FREE: readonly ItemCirculation['state'][] = ['available', 'in-process'];
const hasCopy = ({ status }: Row<'holds'>): boolean => status === 'on-shelf' || status === 'in-transit';

const writesOf = (
  context: LoadContext,
  row: Row<'holds'>,
  hold: Hold,
  changed?: { before: ItemCirculation; after: ItemCirculation },
): Write[] => [
  { put: holdRecord(hold, [HOLD_LOADED]), when: absent() },
  ...(changed
    ? [{ put: itemRecord(changed.after), when: unchanged(changed.before.v), sizeOf: itemRecord(changed.before) }]
    : []),
  { update: patronsKeys.key('patronStatus', hold), add: { 'counters.holds': 1 }, when: present() },
  noteLoaded(context, 'holds', row.id, { ref: hold.holdId, row: rowDigest(row) }),
];

const loadHold = async (context: LoadContext, one: Lined<'holds'>): Promise<Outcome> => {
  const { row } = one;
  const { memberId, mapping, branch, reader, table, at, dry } = context;
  const known = await loadedRow(context, 'holds', row.id);
  if (known) return known.row === rowDigest(row) ? { did: 'unchanged' } : rejected('loaded-differently');
  const pickup = await branch(row.pickup);
  if (!pickup) return rejected('branch-unknown', 'pickup');
  if (!pickup.pickup) return rejected('no-pickup', 'pickup');
  if (millis(instantOf(row.requested, mapping.timeZone)) > millis(at)) return rejected('in-the-future', 'requested');
  const patronRef = await patronOf(context, row.patron);
  if (patronRef === undefined) return rejected('patron-not-loaded', 'patron');
  const copy = row.barcode === undefined ? undefined : await ownItem(context, row.barcode);
  if (row.barcode !== undefined && copy === undefined) return rejected('item-not-loaded', 'barcode');
  if (copy === undefined && (hasCopy(row) || row.onlyCopy)) return rejected('copy-needed', 'barcode');
  const target = await recordOf(context, row, copy);
  if (typeof target === 'object' && !isTarget(target)) return target;
  if (patronRef === 'coming' || copy === 'coming' || target === 'coming')
    return dry ? { did: 'created' } : rejected('changed-meanwhile');
  const { recordId } = target;
  const keys = [loadedKey(memberId, 'holds', row.id), ...(copy ? [itemsKeys.key('item', copy)] : [])];
  return writeRow(context, keys, async (): Promise<Plan> => {
    if (await loadedRow(context, 'holds', row.id)) return { did: 'unchanged' };
    const [patron, found] = await Promise.all([
      loadPatronStatus(table, patronRef.patronId, { strong: true }),
      copy && reader.get(itemsKeys.key('item', copy)),
    ]);
    if (!patron) return rejected('patron-not-loaded', 'patron');
    const item = found && readItem(found);
    const hold = waiting(context, one, { patron, recordId, pickup, copy: item });
    if (!hasCopy(row) || !item) return { did: 'created', writes: writesOf(context, row, hold) };
    if (!FREE.includes(item.state)) return rejected('item-not-free', 'barcode');
    const claimed = withCopy(context, row, hold, item, pickup);
    return {
      did: 'created',
      writes: writesOf(context, row, claimed.hold, { before: item, after: claimed.item }),
    };
  });
};

/** Loads open holds: waiting, suspended, in transit or on the hold shelf, each counted with its patron. */
export const loadHolds = async (context: LoadContext, rows: readonly Lined<'holds'>[]) => {
  const { memberId, reader } = context;
  await reader.prefetch(
    rows.flatMap(({ row }) => [
      loadedKey(memberId, 'holds', row.id),
      loadedKey(memberId, 'patrons', row.patron),
      ...(row.record === undefined
        ? []
        : [catalogueKeys.key('source', { sourceId: sourceIdOf(memberId, row.record) })]),
      ...(row.barcode === undefined ? [] : barcodeKeys(row.barcode)),
    ]),
  );
  await prefetchItems(
    context,
    rows.flatMap(({ row }) => (row.barcode === undefined ? [] : [row.barcode])),
  );
  return (one: Lined<'holds'>): Promise<Outcome> => loadHold(context, one);
};
