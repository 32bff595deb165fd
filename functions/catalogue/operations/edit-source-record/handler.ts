import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { openBucket } from '../../../../layers/platform/objects/object-store.ts';
import { sourceStore } from '../../data/source-store.ts';
import { memberOfSource } from '../../domain/source-id.ts';
import { viewerOf } from '../../domain/viewer.ts';
import { maySee } from '../../domain/visibility.ts';
import { cataloguedBy } from '../../use-cases/decisions.ts';
import { type Edited, editSource, type NotEdited } from '../../use-cases/edit-source.ts';
import { contract } from './contract.ts';

const unknown = refuse('unknown-record', 'There is no such record.');

/** Why the edit was not stored, in a sentence; each finding at its place in the record. */
const refusalOf = (why: NotEdited) => {
  if (why === 'unknown-record') return unknown;
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

export const handler = handle(
  contract,
  (runtime) => {
    const [table, bucket] = [openTable(runtime), openBucket(runtime)];
    return { table, bucket, sources: sourceStore(table) };
  },
  async ({ actor, path: { sourceId }, body, now, keep }, { table, bucket, sources, ids }) => {
    const source = await sources.get(sourceId);
    const memberId = memberOfSource(sourceId);
    if (!source || !maySee(viewerOf(actor), memberId, source.hiddenFrom)) return unknown;
    if (!cataloguedBy(actor).includes(memberId))
      return refuse('not-yours', `You do not catalogue for ${memberId}, whose record it is.`);
    const output = (edited: Edited) => ({ sourceId, ...edited });
    const done = await editSource({
      ...{ table, bucket, ids, now, sourceId, ...body, by: actorName(actor) },
      keep: (edited) => keep(output(edited)),
    });
    return typeof done === 'object' && 'version' in done ? answer(output(done)) : refusalOf(done);
  },
);
