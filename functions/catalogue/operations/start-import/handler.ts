import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { openBucket } from '../../../../layers/platform/objects/object-store.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { memberStore } from '../../../membership/public/member-store.ts';
import { fileKey, importStore } from '../../data/import-store.ts';
import { MAX_IMPORT_BYTES } from '../../domain/import.ts';
import { contract } from './contract.ts';

/** How long the address takes the file, in seconds. */
const OPEN_SECONDS = 3600;

export const handler = handle(
  contract,
  (runtime) => {
    const table = openTable(runtime);
    return { imports: importStore(table), members: memberStore(table), bucket: openBucket(runtime) };
  },
  async ({ actor, path: { memberId }, body, now }, { imports, members, bucket, ids }) => {
    if (body.bytes > MAX_IMPORT_BYTES)
      return refuse(
        'file-too-large',
        `The file has ${body.bytes} bytes; ${MAX_IMPORT_BYTES} are taken.`,
        '/body/bytes',
      );
    if (!(await members.get(memberId))) return refuse('unknown-member', `There is no member ${memberId}.`);
    const importId = ids.next('import', now);
    const { fileName, bytes, type, kind } = body;
    const said = { ...(type ? { type } : {}), ...(kind ? { kind } : {}) };
    const opened = { createdAt: iso(now), openedBy: actorName(actor) };
    await imports.create({ importId, memberId, fileName, bytes, ...opened, ...said });
    const url = await bucket.uploadUrl(fileKey(importId), bytes, OPEN_SECONDS);
    return answer({
      importId,
      upload: { method: 'PUT' as const, url, headers: {}, expiresAt: iso(now + OPEN_SECONDS * 1000) },
    });
  },
);
