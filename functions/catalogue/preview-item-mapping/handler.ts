import { itemMappingStore } from '../../../layers/data/catalogue/item-mapping-store.ts';
import { type PreviewedItems, previewItems } from '../../../layers/data/catalogue/preview-items.ts';
import { openTable } from '../../../layers/data/table.ts';
import { MAX_PREVIEW } from '../../../layers/domain/catalogue/import.ts';
import { defaultItemMapping, wishedItemMapping } from '../../../layers/domain/catalogue/item-mapping-schema.ts';
import { addFits, type Fits } from '../../../layers/domain/catalogue/preview-record.ts';
import { fileKind } from '../../../layers/domain/marc/file-kind.ts';
import { rejectReasons } from '../../../layers/domain/marc/reasons.ts';
import { handle } from '../../../layers/http/handle.ts';
import { answer } from '../../../layers/http/outcome.ts';
import { refuseBranchesElsewhere } from '../mapped-branches.ts';
import { contract } from './contract.ts';

const countsOf = (records: readonly PreviewedItems[]) => {
  const items = records.flatMap(({ items }) => items);
  const became = (wanted: string): number => items.filter(({ is }) => is === wanted).length;
  return {
    records: records.length,
    recordsRefused: records.filter(({ record }) => record.refused).length,
    ...{ new: became('new'), changed: became('changed'), unchanged: became('unchanged') },
    refused: records.flatMap(({ rejects }) => rejects).filter(({ what }) => what === 'item').length,
    passedOver: records.reduce((sum, { record }) => sum + record.passedOver, 0),
  };
};

/** A record of many copies, such as a serial, is shown with its first ones. */
const viewOf = ({ record, items, rejects }: PreviewedItems, room: number) => {
  const { offset, localId, title, deletes, refused, passedOver } = record;
  const shown = items.slice(0, room).map(({ is, item }) => {
    const { barcode, branchId, location, callNumber, category, copyNumber, volume } = item;
    return { is, barcode, branchId, location, callNumber, category, copyNumber, volume };
  });
  return {
    ...{ offset, localId, title: title.slice(0, 200), deletes, passedOver, items: shown },
    ...(refused && { refused }),
    rejects: rejects.slice(0, room - shown.length),
  };
};

const viewsOf = (records: readonly PreviewedItems[]): ReturnType<typeof viewOf>[] => {
  let room: number = MAX_PREVIEW.items;
  return records.map((one) => {
    const view = viewOf(one, room);
    room -= view.items.length + view.rejects.length;
    return view;
  });
};

export const handler = handle(
  contract,
  (runtime) => {
    const table = openTable(runtime);
    return { table, mappings: itemMappingStore(table) };
  },
  async ({ path: { memberId }, body }, { table, mappings }) => {
    const branches = await mappings.branches(memberId);
    const refused = refuseBranchesElsewhere(memberId, body.mapping ?? {}, branches, '/body/mapping');
    if (refused.length > 0) return { refused };
    const bytes = Buffer.from(body.records, 'base64');
    const kind = fileKind(bytes);
    if ('rejected' in kind) {
      const why = kind.rejected;
      return {
        refused: [{ code: 'not-marc', detail: rejectReasons[why], pointer: '/body/records', params: { why } }],
      };
    }
    const wished = body.mapping && wishedItemMapping(body.mapping);
    const mapping = wished ?? (await mappings.get(memberId)) ?? defaultItemMapping;
    const file = { bytes, form: kind.kind, isBeginning: body.isBeginning };
    const { records, hasMore } = await previewItems(table, { memberId, mapping, branches }, file);
    const fits = records.reduce<Fits>((sum, { record }) => addFits(sum, record.fits), {});
    return answer({ form: kind.kind, counts: countsOf(records), records: viewsOf(records), hasMore, fits });
  },
);
