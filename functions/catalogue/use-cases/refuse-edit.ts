import { refuse } from '../../../layers/platform/http/outcome.ts';
import { memberOfSource } from '../domain/source-id.ts';
import type { NotEdited } from './edit-source.ts';

const unknownRecord = refuse('unknown-record', 'There is no such record.');

/** Returns the refusal of an edit of a source that was not stored, with each finding at its place in the record. */
export const refuseEdit = (sourceId: string, why: NotEdited | 'not-yours') => {
  if (why === 'not-yours')
    return refuse('not-yours', `You do not catalogue for ${memberOfSource(sourceId)}, whose record it is.`);
  if (why === 'unknown-record') return unknownRecord;
  if (why === 'withdrawn') return refuse('record-withdrawn', 'Its library withdrew the record.');
  if (why === 'nothing-changed') return refuse('nothing-changed', 'The record is as it stands already.');
  if ('changed' in why) {
    const { by, at } = why.changed;
    const detail = `${by} changed the record on ${at}: look at it as it is now.`;
    return { refused: [{ code: 'changed-since' as const, detail, params: { by, at } }] };
  }
  const unsound = why.findings.filter(({ level }) => level === 'refusal');
  return {
    refused: unsound.map(({ pointer, params, detail, code: finding }) => ({
      ...{ code: 'record-unsound' as const, detail, pointer: `/body/record${pointer}` },
      params: { ...params, finding },
    })),
  };
};
