import type { MarcRecord } from '../edit-record/edit.ts';

let draft: { sourceId: string; record: MarcRecord } | undefined;

/** Keeps a record for the editor of a source record, which the next page opens; in memory only. */
export const putDraft = (sourceId: string, record: MarcRecord): void => {
  draft = { sourceId, record };
};

/** Returns the record that was put for this source record. */
export const draftFor = (sourceId: string): MarcRecord | undefined =>
  draft?.sourceId === sourceId ? draft.record : undefined;

/** Forgets the record: an editor that is opened later begins anew. */
export const dropDraft = (): void => {
  draft = undefined;
};
