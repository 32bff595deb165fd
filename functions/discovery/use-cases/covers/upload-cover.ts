import type { Keep } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { sha256 } from '../../../../layers/platform/objects/sha-256.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../../layers/platform/runtime/ids.ts';
import { auditWrite } from '../../../../layers/records/audit/data/audit.ts';
import { memberOfSource } from '../../../catalogue/public/member-of-source.ts';
import type { UploadDeps } from '../../deps.ts';
import { isCoverSize, pictureIn } from '../../domain/covers/picture.ts';
import { withoutMetadata } from '../../domain/covers/without-metadata.ts';
import type { ShownUpload } from '../../schemas/covers.ts';

/** The most bytes of a picture that is uploaded. */
const MOST_BYTES = 2_000_000;

type Of = { recordId: string; memberId: string };
type Acting = { by: string; now: number };
type Input = Of & Acting & { picture: string; keep: Keep<ShownUpload> };
type Deps = UploadDeps & { ids: Ids };

const changed = refuse('changed-meanwhile', 'Others of your library changed this cover at the same time.');

const auditOf = ({ ids }: { ids: Ids }, { recordId, memberId, by, now }: Of & Acting, did: string, file: string) =>
  auditWrite({
    ...{ subject: `record:${recordId}`, at: iso(now), auditId: ids.next('audit', now), by, did },
    detail: { memberId, file },
  });

/** Returns the picture without its metadata, with its size, or why it is refused. */
const readPicture = (base64: string) => {
  const sent = Buffer.from(base64, 'base64');
  if (sent.length > MOST_BYTES)
    return refuse('picture-too-large', 'The file has more than 2,000,000 bytes.', '/body/picture');
  const bytes = withoutMetadata(sent);
  const picture = bytes && pictureIn(bytes);
  if (!picture) return refuse('not-a-picture', 'The file is no whole JPEG, PNG or WebP.', '/body/picture');
  if (!isCoverSize(picture))
    return refuse('not-cover-size', `It has ${picture.width} by ${picture.height} pixels.`, '/body/picture');
  return { bytes, picture };
};

/**
 * Stores a cover that the staff of a library upload for a title of theirs, instead of the one before. The file has a key of its own, so that a
 * write that is refused changes nothing that is shown.
 */
export const uploadCover = async (deps: Deps, { recordId: asked, picture: base64, keep, ...input }: Input) => {
  const found = await deps.find(asked);
  if (!found?.sources.some((sourceId) => memberOfSource(sourceId) === input.memberId))
    return refuse('not-your-title', 'Your library has no record of this title.', '/path/recordId');
  const read = readPicture(base64);
  if ('refused' in read) return read;
  const of = { ...input, recordId: found.recordId };
  const { recordId, memberId, by, now } = of;
  const before = await deps.uploads.get(of);
  const { width, height } = read.picture;
  const file = deps.files.uploadKey(of, sha256(read.bytes).slice(0, 32));
  await deps.files.put(file, read.bytes);
  const at = iso(now);
  const cover = { recordId, memberId, file, at, by, width, height, v: (before?.v ?? 0) + 1 };
  const shown = { memberId, at, width, height };
  const beside = [auditOf(deps, of, 'upload-cover', file), ...keep(shown)];
  if (!(await deps.uploads.put(cover, beside))) return changed;
  if (before && before.file !== file) await deps.files.clear(before.file);
  return answer(shown);
};

/** Removes the cover that a library uploaded for a title; that of another library, of a provider or a drawn one is shown then. */
export const removeCover = async (deps: Deps, { keep, ...of }: Of & Acting & { keep: Keep<Record<string, never>> }) => {
  const before = await deps.uploads.get(of);
  if (!before) return refuse('no-cover', 'The library has no cover of this title.', '/path/recordId');
  const beside = [auditOf(deps, of, 'remove-cover', before.file), ...keep({})];
  if (!(await deps.uploads.remove(before, beside))) return changed;
  await deps.files.clear(before.file);
  return answer({});
};
