import type { Actor } from '../../../layers/platform/http/actor.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import { type StoredFile, uploadKey } from '../data/load-store.ts';
import type { FileDeps } from '../deps.ts';
import { FILE_DAYS, MAX_LOAD_BYTES } from '../domain/run.ts';
import { findWorkableLoad } from './find-load.ts';

/** How long the upload address is valid, in seconds. */
const UPLOAD_SECONDS = 3600;

type AddedFile = {
  actor: Actor | undefined;
  path: { memberId: string; loadId: string };
  file: Omit<StoredFile, 'fileId' | 'loadId' | 'createdAt'>;
};

/** Adds a file to a load and gives the address to upload it to. */
export const addFile = async (
  { loads, bucket, ids }: FileDeps & { ids: Ids },
  { actor, path, file }: AddedFile,
  now: number,
) => {
  const found = await findWorkableLoad(loads, actor, path);
  if ('refused' in found) return found;
  if (found.load.purpose === 'patron-feed' && file.kind !== 'patrons')
    return refuse('patrons-only', 'Open a cut-over for other files.', '/body/kind');
  if (file.bytes > MAX_LOAD_BYTES)
    return refuse('file-too-large', `The file has ${file.bytes} bytes; ${MAX_LOAD_BYTES} are taken.`, '/body/bytes');
  const { loadId } = path;
  const fileId = ids.next('load-file', now);
  await loads.addFile({ fileId, loadId, ...file, createdAt: iso(now) });
  const url = await bucket.uploadUrl(uploadKey(loadId, fileId), file.bytes, UPLOAD_SECONDS);
  const expiresAt = iso(now + UPLOAD_SECONDS * 1000);
  return answer({ fileId, deletedAfterDays: FILE_DAYS, upload: { method: 'PUT' as const, url, expiresAt } });
};
