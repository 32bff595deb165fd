import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { uploadKey } from '../../data/load-store.ts';
import { FILE_DAYS, MAX_LOAD_BYTES } from '../../domain/run.ts';
import { mayWorkOn } from '../../use-cases/may-work-on.ts';
import { fileStores } from '../../use-cases/stores.ts';
import { contract } from './contract.ts';

/** How long the address takes the file, in seconds. */
const OPEN_SECONDS = 3600;

export const handler = handle(contract, fileStores, async ({ actor, path, body, now }, { loads, bucket, ids }) => {
  const { memberId, loadId } = path;
  const load = await loads.get(loadId);
  if (load?.memberId !== memberId) return refuse('unknown-load', `${memberId} has no load ${loadId}.`);
  if (!mayWorkOn(actor, load)) return refuse('not-a-feed', 'This load is a cut-over: staff work on it.');
  if (load.purpose === 'patron-feed' && body.kind !== 'patrons')
    return refuse('patrons-only', 'Open a cut-over for other files.', '/body/kind');
  if (body.bytes > MAX_LOAD_BYTES)
    return refuse('file-too-large', `The file has ${body.bytes} bytes; ${MAX_LOAD_BYTES} are taken.`, '/body/bytes');
  const fileId = ids.next('load-file', now);
  await loads.addFile({ fileId, loadId, ...body, createdAt: iso(now) });
  const url = await bucket.uploadUrl(uploadKey(loadId, fileId), body.bytes, OPEN_SECONDS);
  const expiresAt = iso(now + OPEN_SECONDS * 1000);
  return answer({ fileId, deletedAfterDays: FILE_DAYS, upload: { method: 'PUT' as const, url, expiresAt } });
});
