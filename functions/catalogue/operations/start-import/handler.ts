import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { importStartDeps } from '../../deps.ts';
import { MAX_IMPORT_BYTES } from '../../domain/loading/import.ts';
import { openImport } from '../../use-cases/run-import.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  importStartDeps,
  async ({ actor, path: { memberId }, body, now }, { imports, members, bucket, ids }) => {
    const { fileName, bytes, type, kind } = body;
    if (bytes > MAX_IMPORT_BYTES)
      return refuse('file-too-large', `The file has ${bytes} bytes; ${MAX_IMPORT_BYTES} are taken.`, '/body/bytes');
    if (!(await members.get(memberId))) return refuse('unknown-member', `There is no member ${memberId}.`);
    const load = {
      ...{ importId: ids.next('import', now), memberId, fileName, bytes, openedBy: actorName(actor) },
      ...(type && { type }),
      ...(kind && { kind }),
    };
    return answer(await openImport({ imports, bucket }, load, now));
  },
);
