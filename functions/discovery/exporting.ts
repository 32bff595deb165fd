import { sourceStore } from '../../layers/data/catalogue/source-store.ts';
import { openBucket } from '../../layers/data/object-store.ts';
import { siteAddress } from '../../layers/data/site-address.ts';
import { openTable } from '../../layers/data/table.ts';
import { readVisibleRecord } from '../../layers/data/visible-record.ts';
import type { Viewer } from '../../layers/domain/catalogue/visibility.ts';
import { type ExportedRecord, exportRecord } from '../../layers/domain/discovery/export/export-records.ts';
import { type ExportForm, exportFiles } from '../../layers/domain/discovery/export/forms.ts';
import type { Runtime } from '../../layers/runtime/runtime.ts';

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
