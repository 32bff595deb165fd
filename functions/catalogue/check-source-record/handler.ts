import { contentVersion } from '../../../layers/data/catalogue/source-record.ts';
import { sourceStore } from '../../../layers/data/catalogue/source-store.ts';
import { memberOfSource } from '../../../layers/domain/catalogue/source-id.ts';
import { maySee } from '../../../layers/domain/catalogue/visibility.ts';
import { viewerOf } from '../../../layers/http/viewer.ts';
import { openTable } from '../../../layers/platform/dynamodb/table.ts';
import { handle } from '../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { openBucket } from '../../../layers/platform/objects/object-store.ts';
import { checkRecord } from '../../../layers/protocols/marc/rules/check-record.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => ({ sources: sourceStore(openTable(runtime), openBucket(runtime)) }),
  async ({ actor, path: { sourceId }, body: { record } }, { sources }) => {
    const source = await sources.get(sourceId);
    if (!source || !maySee(viewerOf(actor), memberOfSource(sourceId), source.hiddenFrom))
      return refuse('unknown-record', 'There is no such record.');
    const findings = checkRecord(record, await sources.marc(source));
    return answer({ version: contentVersion(source), findings });
  },
);
