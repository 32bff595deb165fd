import * as z from 'zod';
import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import type { Table } from '../../../../layers/platform/dynamodb/table.ts';
import { findRecord } from '../../../catalogue/public/find-record.ts';
import { keys as catalogueKeys } from '../../../catalogue/public/keys.ts';
import { memberOfSource } from '../../../catalogue/public/member-of-source.ts';
import type { Titles } from '../../../catalogue/public/titles.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';
import type { ItemStore } from '../../../items/public/item-store.ts';
import { indexPartition, key, listKey } from '../../data/keys.ts';
import { readAsk, readHead } from '../../data/loan-request-schemas.ts';
import { isFreeFor } from '../../domain/items/reserved-item.ts';
import type { Ask, LoanRequest } from '../../domain/requests/request.ts';
import { byShelf } from '../../domain/slips/shelf-order.ts';
import type { PullSlip } from '../../domain/slips/slip.ts';
import { slipDay } from '../../domain/slips/slip-day.ts';
import { type SlipLanguage, slipTexts } from '../../domain/slips/slip-texts.ts';
import { describedCopy } from './described-copy.ts';
import { type PlaceStores, requesterPlace } from './places.ts';

/** The dependencies of pull slips. */
export type SlipStores = PlaceStores & { table: Table; items: ItemStore; titles: Titles };

type Head = Omit<LoanRequest, 'rota' | 'asks' | 'history'>;
type Wanted = { head: Head; ask: Ask };

/** States in which an item is to be fetched: requested and not answered, or promised and not sent. */
const TO_FETCH: readonly string[] = ['request-received', 'will-supply'];

const ofRequest = z.object({ requestId: z.string() });

/** Lists what others request of a member and is to be fetched: open requests only, so the list stays short. */
const wantedOf = async (table: Table, memberId: string): Promise<Wanted[]> => {
  const partition = indexPartition('loanRequestAsk', 'gsi2', { list: listKey('supplier', memberId) });
  const rows = (await table.queryAll({ index: 'gsi2', partition })).filter(({ supplierState }) =>
    TO_FETCH.includes(String(supplierState)),
  );
  const heads = await table.getMany(rows.map((row) => key('loanRequest', ofRequest.parse(row))));
  return rows.flatMap((row, place) => {
    const head = heads[place];
    return head ? [{ head: readHead(head).head, ask: readAsk(row) }] : [];
  });
};

/**
 * Finds a member's copies of a record that could be fetched for requests; undefined when the record is not in the
 * catalogue.
 */
const freeCopies = async (
  { table, items }: SlipStores,
  memberId: string,
  { recordId, requestId }: Head,
): Promise<ItemCirculation[] | undefined> => {
  const found = await findRecord(table, recordId);
  if (!found) return undefined;
  const sources = found.now.sources.filter((sourceId) => memberOfSource(sourceId) === memberId);
  const begins = catalogueKeys.sortPrefix('itemDescription');
  const rows = await Promise.all(
    sources.map((sourceId) => table.queryAll({ partition: catalogueKeys.key('source', { sourceId }).pk, begins })),
  );
  const copies = await items.getMany(rows.flat().map(({ itemId }) => String(itemId)));
  return copies
    .filter((copy) => copy.memberId === memberId && isFreeFor(copy, requestId))
    .toSorted((one, other) => (one.itemId < other.itemId ? -1 : 1));
};

/**
 * Chooses the copy to fetch: the promised or requested one while it can be fetched, else another of the member.
 * `unknown` when only a citation describes the item, `none` when no copy is on a shelf: then the request is answered,
 * not fetched.
 */
const copyFor = async (
  stores: SlipStores,
  memberId: string,
  { head, ask }: Wanted,
): Promise<ItemCirculation | 'unknown' | 'none'> => {
  const named = ask.itemId === undefined ? undefined : await stores.items.get(ask.itemId);
  if (named?.memberId === memberId && isFreeFor(named, head.requestId)) return named;
  const copies = await freeCopies(stores, memberId, head);
  return copies === undefined ? 'unknown' : (copies[0] ?? 'none');
};

type Printing = { branchId: string; zone: string; language: SlipLanguage; now: number };

const slipOf = async (
  stores: SlipStores,
  { head, ask }: Wanted,
  item: ItemCirculation | undefined,
  { zone, language, now }: Printing,
): Promise<PullSlip> => {
  const day = (at: string): string => slipDay(at, zone, language);
  const [described, { name, place }] = await Promise.all([
    describedCopy(stores, head, item, slipTexts[language].someTitle, now),
    requesterPlace(stores, head, now),
  ]);
  return {
    ...described,
    ...{ requestId: head.requestId, service: head.service },
    recipient: { name, ...(place !== undefined && { place }) },
    ...(head.partner && { theirNumber: head.partner.requestId }),
    ...(head.needBy !== undefined && { needBy: day(head.needBy) }),
    ...(ask.supplierState === 'request-received' && { answerBy: day(ask.answerBy) }),
  };
};

/**
 * Builds the pull slips of a branch for loan requests, in shelf order. Each copy is on the slips of its current branch;
 * items known by a citation alone come last on the slips of the branch that prints. `now` in epoch ms.
 */
export const pullSlipsOf = async (stores: SlipStores, printing: Printing): Promise<PullSlip[]> => {
  const memberId = memberOfBranch(printing.branchId);
  const slips = await Promise.all(
    (await wantedOf(stores.table, memberId)).map(async (wanted): Promise<PullSlip[]> => {
      const copy = await copyFor(stores, memberId, wanted);
      if (copy === 'none') return [];
      if (copy === 'unknown') return [await slipOf(stores, wanted, undefined, printing)];
      return copy.currentBranch === printing.branchId ? [await slipOf(stores, wanted, copy, printing)] : [];
    }),
  );
  return slips.flat().toSorted((one, other) => byShelf(one, other) || (one.requestId < other.requestId ? -1 : 1));
};
