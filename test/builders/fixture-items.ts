import { contract as getItem } from '../../functions/catalogue/operations/get-item/contract.ts';
import { exampleOffer } from '../../functions/catalogue/schemas/copy-offers.ts';
import { exampleBatch, exampleBatchNames, exampleRecordBatch } from '../../functions/catalogue/schemas/item-batches.ts';
import { offerDays } from '../../functions/items/domain/withdrawal.ts';
import { fixtureRecordLine, isRecordBatch } from './fixture-record-changes.ts';

type Batch = { state: string; counts: Record<string, number> };

/** Changes started in this fixture, by id: the next read finds them finished. */
const going = new Map<string, Batch>();

const previewed: Batch = { state: 'previewed', counts: exampleBatch.counts };
const running: Batch = { state: 'running', counts: { ...exampleBatch.counts, done: 200 } };
const done: Batch = { state: 'done', counts: { ...exampleBatch.counts, done: 411, failed: 1 } };
const undoing: Batch = { state: 'undoing', counts: { ...done.counts, undone: 200 } };
const undone: Batch = { state: 'undone', counts: { ...done.counts, undone: 410, retained: 1 } };
const ends: Record<string, Batch> = { running: done, undoing: undone };

const batchOf = (batchId: string) =>
  isRecordBatch(batchId)
    ? { ...exampleRecordBatch, ...going.get(batchId) }
    : { ...exampleBatch, batchId, ...(going.get(batchId) ?? previewed) };

/** A change that is started, or undone. */
export const fixtureRun = ({ batchId = '' }: Record<string, string>, { way }: Record<string, unknown>) => {
  going.set(batchId, way === 'back' ? undoing : running);
  return batchOf(batchId);
};

const why: Record<string, string> = { refused: 'on-reserve', failed: 'changed-since', retained: 'changed-since' };

/** A change with a copy in the requested state; a running one is finished at the next read. */
export const fixtureBatch = ({ batchId = '' }: Record<string, string>, query: URLSearchParams) => {
  const batch = batchOf(batchId);
  const end = ends[batch.state];
  if (end) going.set(batchId, end);
  const state = query.get('of') ?? 'planned';
  if (isRecordBatch(batchId)) return { batch, names: exampleBatchNames, items: [fixtureRecordLine(state)] };
  const steps = { from: { location: 'Adult fiction' }, to: { location: 'Stacks' } };
  const line = { itemId: exampleOffer.itemId, barcode: exampleOffer.barcode, state };
  const reason = why[state];
  return {
    batch,
    names: exampleBatchNames,
    items: [{ ...line, ...(state === 'refused' ? {} : steps), ...(reason && { reason }) }],
  };
};

/** A copy by its barcode: one ending in 5 belongs to another library, one ending in 9 is under a retention commitment. */
export const fixtureCopy = (barcode: string) => {
  const { output } = getItem.example;
  const owner = barcode.endsWith('5') ? 'lakeshore' : 'riverton';
  const retention = { program: 'Shared print', until: '2046-12-31' };
  return {
    ...{ ...output, barcode, memberId: owner, branchId: `${owner}.main`, currentBranch: `${owner}.main` },
    ...(barcode.endsWith('9') && { retention }),
  };
};

const DAY_MS = 86_400_000;
const inDays = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString();

/** Last copies: an expired offer of the own library, two of others, of which the second has a title that is not held here. */
export const fixtureOffers = () => ({
  offers: [
    { ...exampleOffer, itemId: 'itm_1', offeredAt: inDays(-offerDays.usual - 2), until: inDays(-2) },
    { ...exampleOffer, itemId: 'itm_2', memberId: 'lakeshore', title: 'Charts of the inner lakes', until: inDays(9) },
    {
      ...exampleOffer,
      ...{ itemId: 'itm_3', memberId: 'lakeshore', recordId: 'rec_elsewhere', title: 'Songs of the ferrymen' },
      until: inDays(20),
    },
  ],
});
