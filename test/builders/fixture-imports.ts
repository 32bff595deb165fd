import { demoConsortium } from '../../demo/consortium.ts';
import { keys as catalogueKeys } from '../../functions/catalogue/data/keys.ts';
import { itemMappingInputSchema, wishedItemMapping } from '../../functions/catalogue/domain/items/item-mapping.ts';
import { type ImportReject, type ImportView, noCounts } from '../../functions/catalogue/domain/loading/import.ts';
import { exampleImport, exampleOpeners } from '../../functions/catalogue/domain/loading/import-example.ts';
import { previewItems } from '../../functions/catalogue/use-cases/preview-items.ts';
import { previewView } from '../../functions/catalogue/use-cases/preview-mapping-view.ts';
import type { Table } from '../../layers/platform/dynamodb/table.ts';
import { fileKind } from '../../layers/protocols/marc/file-kind.ts';

const MINUTE = 60_000;
const ago = (minutes: number): string => new Date(Date.now() - minutes * MINUTE).toISOString();

const half = {
  ...exampleImport.counts,
  read: 1000,
  accepted: 999,
  rejected: 1,
  created: 991,
  changed: 8,
  unchanged: 0,
};
const whole = {
  ...noCounts(),
  ...{ read: 2304, accepted: 2301, rejected: 3, created: 990, changed: 8, unchanged: 1301, withdrawn: 2 },
  ...{ matched: 310, itemsCreated: 1203, itemsChanged: 4, itemsRejected: 2, barcodesShared: 1 },
};
const base = {
  ...exampleImport,
  importId: 'imp_done',
  fileName: 'march.mrc',
  parts: { all: 3, done: 3 },
  counts: whole,
};
const awaiting = (load: ImportView): ImportView => {
  const { form: _, startedAt: _started, endedAt: _ended, ...rest } = load;
  return { ...rest, state: 'awaiting-file', parts: { all: 0, done: 0 }, counts: noCounts() };
};
const running = (load: ImportView): ImportView => {
  const { endedAt: _, ...rest } = load;
  return { ...rest, state: 'running', parts: { all: 3, done: 1 }, counts: half };
};

/** Loads opened in this fixture, newest first; each read advances a load by one step. */
const opened: ImportView[] = [];
/** Loads that stopped and were run again. */
const again = new Set<string>();

const steps: Partial<Record<ImportView['state'], (load: ImportView) => ImportView>> = {
  'awaiting-file': running,
  running: (load) => ({ ...base, ...load, state: 'done', parts: base.parts, counts: whole, endedAt: ago(0) }),
};

const before = (): ImportView[] => [
  awaiting({ ...base, importId: 'imp_awaits', fileName: 'broken-off.mrc', createdAt: ago(3) }),
  awaiting({ ...base, importId: 'imp_never', fileName: 'never-came.xml', createdAt: ago(90) }),
  base,
  {
    ...base,
    importId: 'imp_names',
    fileName: 'names.mrc',
    kind: 'authorities',
    counts: { ...whole, itemsRejected: 0 },
  },
  {
    ...awaiting({ ...base, importId: 'imp_pdf', fileName: 'Records of March.pdf' }),
    ...{ state: 'rejected', endedAt: base.createdAt },
    problem: { reason: 'file-is-pdf', detail: 'The file is a PDF, not MARC.' },
  },
  again.has('imp_failed')
    ? running({ ...base, importId: 'imp_failed', fileName: 'february.mrc' })
    : {
        ...running({ ...base, importId: 'imp_failed', fileName: 'february.mrc' }),
        ...{ state: 'failed', endedAt: base.createdAt },
        problem: { reason: 'stopped', detail: 'The load stopped before its end: run it again, what was done is kept.' },
      },
];

/** All loads of the library, newest first. */
export const fixtureLoads = () => ({ imports: [...opened, ...before()], names: exampleOpeners });

const rejects: ImportReject[][] = [
  [
    { what: 'record', offset: 52_344, reason: 'truncated-record', detail: 'The record breaks off before its end.' },
    { what: 'record', offset: 61_002, reason: 'no-title', detail: 'The record has no title (245).', localId: 'b1007' },
    {
      ...{ what: 'item', offset: 70_118, localId: 'b1000', barcode: '31234000123464', value: 'EAST' },
      ...{ reason: 'branch-unknown', detail: 'The member has no such branch: add it to the mapping. It says "EAST".' },
    },
  ],
  [
    {
      ...{ what: 'barcode', offset: 1_204_338, localId: 'b1001', barcode: '31234000123472', value: 'lakeshore' },
      ...{ reason: 'barcode-shared', detail: 'The item is taken; one of lakeshore bears its barcode too.' },
    },
    // The web app has no message for this reason and shows the API's text.
    {
      what: 'record',
      offset: 1_300_000,
      reason: 'of-tomorrow',
      detail: '=1+1 is no record, "really".',
      localId: 'b1008',
    },
  ],
];

/** One load with the rejects of one of its parts. */
export const fixtureLoad = (importId: string, part: number) => {
  const load = fixtureLoads().imports.find((one) => one.importId === importId);
  if (!load) return undefined;
  const at = opened.indexOf(load);
  if (at >= 0) opened[at] = steps[load.state]?.(load) ?? load;
  const hasRejects = load.counts.rejected > 0;
  return {
    import: load,
    names: exampleOpeners,
    rejects: hasRejects ? (rejects[part === 0 ? 0 : 1] ?? []) : [],
    ...(hasRejects && part === 0 && { nextPart: 2 }),
  };
};

/** A load that is opened here; its file is uploaded to the fixture's own bucket. */
export const fixtureOpened = ({ fileName, bytes, kind }: Record<string, unknown>, origin: string) => {
  const importId = `imp_opened_${opened.length}`;
  const file = { fileName: String(fileName), bytes: Number(bytes), createdAt: ago(0) };
  opened.unshift(awaiting({ ...base, ...file, importId, ...(kind === 'authorities' && { kind }) }));
  const expiresAt = new Date(Date.now() + 60 * MINUTE).toISOString();
  return { importId, upload: { method: 'PUT', url: `${origin}/bucket/${importId}`, headers: {}, expiresAt } };
};

/** A stopped load, run again. */
export const fixtureRunAgain = (importId: string) => {
  again.add(importId);
  return running({ ...base, importId });
};

const branches = new Set(demoConsortium([2026]).branches.map(({ branchId }) => branchId));
/** A record whose source changed and that was edited since. */
const edited = {
  ...{ sourceId: 'riverton:edited', localId: 'edited', recordId: 'rec_1', importId: 'imp_done', offset: 0, v: 2 },
  ...{
    loadedAs: 'created',
    form: 'iso2709',
    checksum: 'came',
    itemsBy: '',
    edited: 'stands',
    bare: true,
    matchKeys: [],
  },
};
const { pk } = catalogueKeys.key('source', edited);
const onlyEdited = {
  getMany: async (keys: { pk: string }[]) => keys.map((one) => (one.pk === pk ? edited : undefined)),
} as unknown as Table;

/** Returns the result of a mapping for some records, by the operation's own code, in a catalogue with only one record. */
export const fixtureTried = async (body: Record<string, unknown>) => {
  const bytes = Buffer.from(String(body.records), 'base64');
  const kind = fileKind(bytes);
  if ('rejected' in kind) return { why: kind.rejected };
  const mapping = wishedItemMapping(itemMappingInputSchema.parse(body.mapping));
  const context = { memberId: 'riverton', mapping, branches };
  const file = { bytes, form: kind.kind, isBeginning: body.isBeginning === true };
  return previewView(kind.kind, await previewItems(onlyEdited, context, file));
};
