import { openTable } from '../../../layers/platform/dynamodb/table.ts';
import { openBucket } from '../../../layers/platform/objects/object-store.ts';
import type { Runtime } from '../../../layers/platform/runtime/runtime.ts';
import { siteAddress } from '../../../layers/platform/runtime/site-address.ts';
import { sourceStore } from '../../catalogue/public/source-store.ts';
import type { Viewer } from '../../catalogue/public/visibility.ts';
import { type ExportedRecord, exportFile, exportRecord } from '../domain/export/export-records.ts';
import { type ExportForm, exportFiles } from '../domain/export/forms.ts';
import { readVisibleRecord } from './visible-record.ts';

/** A record in a form, under the id that it has now. */
export type Exported = ExportedRecord & { recordId: string };

/** Composes what exports need; gives what reads one record for a viewer and puts it into a form: undefined when there is none that the viewer may see. */
export const exporting = (runtime: Runtime) => {
  const table = openTable(runtime);
  const sources = sourceStore(table, openBucket(runtime));
  return {
    exported: async (
      recordId: string,
      form: ExportForm,
      viewer: Viewer,
      now: number,
    ): Promise<Exported | undefined> => {
      const [site, visible] = await Promise.all([
        siteAddress(runtime),
        readVisibleRecord(table, sources, recordId, viewer, now),
      ]);
      if (!visible) return undefined;
      const url = `${site}/record/${visible.recordId}`;
      return { recordId: visible.recordId, ...exportRecord({ ...visible, url }, form) };
    },
  };
};

/** The headers of a file in a form, under a name without its ending. */
export const fileHeaders = (form: ExportForm, name: string): Record<string, string> => ({
  'content-type': `${exportFiles[form].type}; charset=utf-8`,
  'content-disposition': `attachment; filename="${name}.${exportFiles[form].ending}"`,
});

/** A function's answer ends at 6 MB, in JSON, where a mark of ISO 2709 takes six characters. */
const MOST_BYTES = 5_000_000;
/** Records read side by side. */
const AT_ONCE = 10;

type Reader = ReturnType<typeof exporting>['exported'];
type Found = { asked: string; one: Exported | undefined };

/**
 * Records as one file, each once, in the order of their ids; with those that are not in it: none that the viewer may see, or
 * without room in this form. Or why there is no file.
 */
export const fileOfRecords = async (
  exported: Reader,
  recordIds: readonly string[],
  [form, viewer, now]: readonly [ExportForm, Viewer, number],
): Promise<{ file: string; leftOut: string[] } | 'too-large' | 'none-there'> => {
  // By the id a record has now: two that were merged are one, and told once.
  const texts = new Map<string, string>();
  const leftOut: string[] = [];
  let bytes = 0;
  for (let i = 0; i < recordIds.length; i += AT_ONCE) {
    const read = recordIds
      .slice(i, i + AT_ONCE)
      .map(async (id): Promise<Found> => ({ asked: id, one: await exported(id, form, viewer, now) }));
    for (const { asked: id, one } of await Promise.all(read)) {
      if (!one || 'refused' in one) leftOut.push(id);
      else if (!texts.has(one.recordId)) {
        texts.set(one.recordId, one.text);
        bytes += Buffer.byteLength(JSON.stringify(one.text));
      }
    }
    if (bytes > MOST_BYTES) return 'too-large';
  }
  return texts.size === 0 ? 'none-there' : { file: exportFile([...texts.values()], form), leftOut };
};

/** The most records that a header names as left out: gateways end headers at 10 kB. */
const MOST_NAMED = 200;

/** The headers of a file of records in a form, with which of those asked for are not in it. */
export const headersOfRecords = (
  form: ExportForm,
  name: string,
  leftOut: readonly string[],
): Record<string, string> => ({
  ...fileHeaders(form, name),
  ...(leftOut.length > 0 && { 'x-left-out': leftOut.slice(0, MOST_NAMED).join(',') }),
});
