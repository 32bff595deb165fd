import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { openBucket } from '../../../../layers/platform/objects/object-store.ts';
import { protectedFields } from '../../data/field-protection-store.ts';
import { contentVersion } from '../../data/source-record.ts';
import { sourceStore } from '../../data/source-store.ts';
import { findRecord } from '../../data/union-record.ts';
import { ownMembers, sharedPart } from '../../domain/local-fields.ts';
import { memberOfSource } from '../../domain/source-id.ts';
import { viewerOf } from '../../domain/viewer.ts';
import { maySee } from '../../domain/visibility.ts';
import { cataloguedBy } from '../../use-cases/decisions.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => {
    const table = openTable(runtime);
    return { table, sources: sourceStore(table, openBucket(runtime)) };
  },
  async ({ actor, path: { sourceId } }, { table, sources }) => {
    const source = await sources.get(sourceId);
    const memberId = memberOfSource(sourceId);
    const viewer = viewerOf(actor);
    // One hidden from other members is as if it were not there: the refusal tells nothing.
    if (!source || !maySee(viewer, memberId, source.hiddenFrom))
      return refuse('unknown-record', `There is no record ${sourceId}.`);
    const isOwn = ownMembers(viewer).includes(memberId);
    const [bytes, record, found, fields] = await Promise.all([
      isOwn ? sources.bytes(source) : undefined,
      sources.marc(source),
      findRecord(table, source.recordId),
      isOwn ? protectedFields(table, memberId) : [],
    ]);
    const { localId, importId, checksum, hiddenFrom, form, came } = source;
    return answer({
      ...{ sourceId, memberId, localId, importId, checksum, hiddenFrom },
      record: isOwn ? record : sharedPart(record),
      recordId: found?.now.recordId ?? source.recordId,
      format: (came ?? { form }).form,
      ...(bytes && { bytes: Buffer.from(bytes).toString('base64') }),
      version: contentVersion(source),
      isEdited: source.edited !== undefined,
      mayEdit: cataloguedBy(actor).includes(memberId),
      protected: fields,
    });
  },
);
