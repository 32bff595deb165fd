import type { MarcForm } from '../../../layers/protocols/marc/forms.ts';
import { MAX_PREVIEW } from '../domain/loading/import.ts';
import { addFits, type Fits } from '../domain/loading/preview-record.ts';
import type { PreviewedItems } from './preview-items.ts';

const countsOf = (records: readonly PreviewedItems[]) => {
  const items = records.flatMap(({ items }) => items);
  const became = (wanted: string): number => items.filter(({ is }) => is === wanted).length;
  return {
    records: records.length,
    recordsRefused: records.filter(({ record }) => record.refused).length,
    edited: records.filter(({ loses }) => loses).length,
    ...{ new: became('new'), changed: became('changed'), unchanged: became('unchanged') },
    refused: records.flatMap(({ rejects }) => rejects).filter(({ what }) => what === 'item').length,
    passedOver: records.reduce((sum, { record }) => sum + record.passedOver, 0),
  };
};

/** Returns a record as shown: of many copies, as of a serial, only the first ones. */
const viewOf = ({ record, items, rejects }: PreviewedItems, space: number) => {
  const { offset, localId, title, deletes, refused, passedOver } = record;
  const shown = items.slice(0, space).map(({ is, item }) => {
    const { barcode, branchId, location, callNumber, category, copyNumber, volume } = item;
    return { is, barcode, branchId, location, callNumber, category, copyNumber, volume };
  });
  return {
    ...{ offset, localId, title: title.slice(0, 200), deletes, passedOver, items: shown },
    ...(refused && { refused }),
    rejects: rejects.slice(0, space - shown.length),
  };
};

const viewsOf = (records: readonly PreviewedItems[]): ReturnType<typeof viewOf>[] => {
  let space: number = MAX_PREVIEW.items;
  return records.map((one) => {
    const view = viewOf(one, space);
    space -= view.items.length + view.rejects.length;
    return view;
  });
};

/** Returns the response of a preview: totals, the records, and what the predefined mappings would find. */
export const previewView = (
  form: MarcForm,
  { records, hasMore }: { records: readonly PreviewedItems[]; hasMore: boolean },
) => ({
  form,
  counts: countsOf(records),
  records: viewsOf(records),
  hasMore,
  fits: records.reduce<Fits>((sum, { record }) => addFits(sum, record.fits), {}),
});
