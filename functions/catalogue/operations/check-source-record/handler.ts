import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { openBucket } from '../../../../layers/platform/objects/object-store.ts';
import { checkRecord } from '../../../../layers/protocols/marc/rules/check-record.ts';
import { contentVersion } from '../../data/source-record.ts';
import { sourceStore } from '../../data/source-store.ts';
import { memberOfSource } from '../../domain/source-id.ts';
import { viewerOf } from '../../domain/viewer.ts';
import { maySee } from '../../domain/visibility.ts';
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
