import { sourceStore } from '../../../layers/data/catalogue/source-store.ts';
import { findRecord } from '../../../layers/data/catalogue/union-record.ts';
import { openBucket } from '../../../layers/data/object-store.ts';
import { openTable } from '../../../layers/data/table.ts';
import { fieldLines, readStored } from '../../../layers/domain/catalogue/load-record.ts';
import { memberOfSource } from '../../../layers/domain/catalogue/source-id.ts';
import { maySee } from '../../../layers/domain/catalogue/visibility.ts';
import { handle } from '../../../layers/http/handle.ts';
import { answer, refuse } from '../../../layers/http/outcome.ts';
import { viewerOf } from '../../../layers/http/viewer.ts';
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
    // One hidden from other members is as if it were not there: the refusal tells nothing.
    if (!source || !maySee(viewerOf(actor), memberId, source.hiddenFrom))
      return refuse('unknown-record', `There is no record ${sourceId}.`);
    const [bytes, found] = await Promise.all([sources.bytes(source), findRecord(table, source.recordId)]);
    const record = readStored(source.form, bytes);
    return answer({
      sourceId,
      memberId,
      localId: source.localId,
      recordId: found?.now.recordId ?? source.recordId,
      importId: source.importId,
      checksum: source.checksum,
      hiddenFrom: source.hiddenFrom,
      format: source.form,
      bytes: Buffer.from(bytes).toString('base64'),
      leader: record.leader,
      fields: fieldLines(record),
    });
  },
);
