import type { Bucket } from '../../../layers/platform/objects/object-store.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { fileKey, type ImportStore, importView, type StoredImport } from '../data/import-store.ts';
import type { ImportView } from '../domain/loading/import.ts';

/** How long the upload address is valid, in seconds. */
const OPEN_SECONDS = 3600;

type Files = { imports: ImportStore; bucket: Bucket };

/** Opens a load and returns the address to which its file is uploaded. */
export const openImport = async (
  { imports, bucket }: Files,
  load: Omit<StoredImport, 'parts' | 'state' | 'createdAt'>,
  now: number,
): Promise<{
  importId: string;
  upload: { method: 'PUT'; url: string; headers: Record<string, string>; expiresAt: string };
}> => {
  const { importId, bytes } = load;
  await imports.create({ ...load, createdAt: iso(now) });
  const url = await bucket.uploadUrl(fileKey(importId), bytes, OPEN_SECONDS);
  return { importId, upload: { method: 'PUT', url, headers: {}, expiresAt: iso(now + OPEN_SECONDS * 1000) } };
};

/** Starts a load, or restarts a failed one. Returns its new state, or why it cannot be started. */
export const runImport = async (
  { imports, bucket, start }: Files & { start: (name: string, input: Record<string, string>) => Promise<void> },
  { memberId, importId, now }: { memberId: string; importId: string; now: number },
): Promise<
  ImportView | { refused: 'unknown-import' | 'import-running' | 'import-ended' | 'file-missing'; state?: string }
> => {
  const load = await imports.get(importId);
  if (!load || load.memberId !== memberId) return { refused: 'unknown-import' };
  const { state } = load;
  if (state === 'running') return { refused: 'import-running' };
  if (state === 'done' || state === 'rejected') return { refused: 'import-ended', state };
  if ((await bucket.size(fileKey(importId))) === undefined) return { refused: 'file-missing' };
  await start(`${importId}-${now}`, { importId });
  return importView(load, await imports.parts(importId));
};
