import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { SourceStore } from '../../catalogue/public/source-store.ts';
import type { Viewer } from '../../catalogue/public/visibility.ts';
import { type ExportedRecord, exportFile, exportRecord } from '../domain/export/export-records.ts';
import { type ExportForm, exportFiles } from '../domain/export/forms.ts';
import { recordAddress } from '../domain/record-address.ts';
import { readVisibleRecord } from './read-visible-record.ts';

/** A record in a form, under its current id. */
export type Exported = ExportedRecord & { recordId: string };

/** The dependencies of exporting: the table, the source records, and the site's address. */
export type ExportDeps = { table: Table; sources: SourceStore; site: () => Promise<string> };

/** Exports one record in a form. Undefined when there is none that the viewer may see. */
export const exportOne = async (
  { table, sources, site }: ExportDeps,
  recordId: string,
  [form, viewer, now]: readonly [ExportForm, Viewer, number],
): Promise<Exported | undefined> => {
  const [address, show, visible] = await Promise.all([
    site(),
    sources.headingsAt(now),
    readVisibleRecord(table, sources, recordId, viewer, now),
  ]);
  if (!visible) return undefined;
  const url = recordAddress(address, visible.recordId);
  return { recordId: visible.recordId, ...exportRecord({ ...visible, url, show }, form) };
};

/**
 * Exports one record as a file in a form, with its headers. Undefined when there is none that the viewer may see; `refused` when it cannot
 * be written in this form.
 */
export const fileOfRecord = async (
  deps: ExportDeps,
  recordId: string,
  [form, viewer, now]: readonly [ExportForm, Viewer, number],
): Promise<{ file: string; headers: Record<string, string> } | { refused: string } | undefined> => {
  const found = await exportOne(deps, recordId, [form, viewer, now]);
  if (!found || 'refused' in found) return found;
  return { file: exportFile([found.text], form), headers: fileHeaders(form, found.recordId) };
};

/** Returns the headers of a file in a form, under a name without extension. */
export const fileHeaders = (form: ExportForm, name: string): Record<string, string> => ({
  'content-type': `${exportFiles[form].type}; charset=utf-8`,
  'content-disposition': `attachment; filename="${name}.${exportFiles[form].ending}"`,
});

/** The largest file: the response of a function may have 6 MB in JSON, where a delimiter of ISO 2709 takes six characters. */
const MOST_BYTES = 5_000_000;
/** Records read concurrently. */
const AT_ONCE = 10;

type Found = { asked: string; one: Exported | undefined };

/**
 * Exports records as one file, each once, in the order of their ids, and names those that are left out: not visible to the viewer, or not
 * possible in this form. Or returns why there is no file.
 */
export const fileOfRecords = async (
  deps: ExportDeps,
  recordIds: readonly string[],
  [form, viewer, now]: readonly [ExportForm, Viewer, number],
): Promise<{ file: string; leftOut: string[] } | 'too-large' | 'none-there'> => {
  // By the current id: two records that were merged are exported once.
  const texts = new Map<string, string>();
  const leftOut: string[] = [];
  let bytes = 0;
  for (let i = 0; i < recordIds.length; i += AT_ONCE) {
    const read = recordIds
      .slice(i, i + AT_ONCE)
      .map(async (id): Promise<Found> => ({ asked: id, one: await exportOne(deps, id, [form, viewer, now]) }));
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

/** The most records that a header names as left out: gateways truncate headers at 10 kB. */
const MOST_NAMED = 200;

/** Returns the headers of a file of records in a form, naming the requested records that are not included. */
export const headersOfRecords = (
  form: ExportForm,
  name: string,
  leftOut: readonly string[],
): Record<string, string> => ({
  ...fileHeaders(form, name),
  ...(leftOut.length > 0 && { 'x-left-out': leftOut.slice(0, MOST_NAMED).join(',') }),
});
