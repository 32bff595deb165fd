import type { MarcRecord, Source } from '../edit-record/edit.ts';

/**
 * A record that an editor begins with. `over` makes it from the source record as the editor reads it: that may have changed since the user
 * saw it in the version `version`.
 */
export type Draft = { sourceId: string; version: string; over: (source: Source) => MarcRecord };

let draft: Draft | undefined;

/** Keeps a draft for the editor of a source record, which the next page opens; in memory only. */
export const putDraft = (one: Draft): void => {
  draft = one;
};

/** Returns the draft that was put for this source record. */
export const draftFor = (sourceId: string): Draft | undefined => (draft?.sourceId === sourceId ? draft : undefined);

/** Discards the draft: an editor that is opened later starts empty. */
export const dropDraft = (): void => {
  draft = undefined;
};
