import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import type { StoredImport } from '../data/import-store.ts';
import type { importStartDeps } from '../deps.ts';
import { MAX_IMPORT_BYTES } from '../domain/loading/import.ts';
import { openImport } from './run-import.ts';

type Deps = ReturnType<typeof importStartDeps> & { ids: Ids };
type Input = Pick<StoredImport, 'memberId' | 'fileName' | 'bytes'> & {
  type?: StoredImport['type'] | undefined;
  kind?: StoredImport['kind'] | undefined;
  by: string;
  now: number;
};

/** Opens a load of a member's file, when it is not too large. */
export const startImport = async (
  { members, ids, ...files }: Deps,
  { memberId, fileName, bytes, type, kind, by, now }: Input,
) => {
  if (bytes > MAX_IMPORT_BYTES)
    return refuse('file-too-large', `The file has ${bytes} bytes; ${MAX_IMPORT_BYTES} are taken.`, '/body/bytes');
  if (!(await members.get(memberId))) return refuse('unknown-member', `There is no member ${memberId}.`);
  const load = {
    ...{ importId: ids.next('import', now), memberId, fileName, bytes, openedBy: by },
    ...(type && { type }),
    ...(kind && { kind }),
  };
  return answer(await openImport(files, load, now));
};
