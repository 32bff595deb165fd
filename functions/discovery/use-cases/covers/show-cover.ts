import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import type { Clock } from '../../../../layers/platform/runtime/clock.ts';
import type { CoverDeps } from '../../deps.ts';
import type { CoverSize } from '../../domain/covers/cover-providers.ts';
import { pictureIn } from '../../domain/covers/picture.ts';

type Wanted = { recordId: string; size: CoverSize };

/** For how long it is known that a title has no cover, in seconds: one may be added, or a provider answer again. */
const NONE_SECONDS = 300;

const noCover = {
  ...refuse('no-cover', 'There is no cover of this title: draw one.'),
  headers: { 'cache-control': `public, max-age=${NONE_SECONDS}` },
};

const asPicture = (bytes: Uint8Array) => {
  const type = pictureIn(bytes)?.type;
  return type === undefined ? noCover : answer(Buffer.from(bytes).toString('base64'), { 'content-type': type });
};

/**
 * Shows the cover of a title that everybody may see: the newest that a library uploaded, what a provider gave lately, or what the chosen
 * providers give now. What they answered is stored; that one did not answer is not.
 */
export const showCover = async (deps: CoverDeps & { clock: Clock }, { recordId: asked, size }: Wanted, now: number) => {
  const { recordId, recordIds } = await deps.unionOf(asked);
  const [[uploaded], { providers, v }] = await Promise.all([deps.uploads.ofRecord(recordIds), deps.chosen(now)]);
  if (!uploaded && providers.length === 0) return noCover;
  // Pictures may be stored of a title that was hidden since.
  if (!(await deps.isPublic(recordId))) return noCover;
  const own = uploaded && (await deps.files.get(uploaded.file));
  if (own?.length) return asPicture(own);
  if (providers.length === 0) return noCover;
  const wanted = { recordId, size, v };
  const stored = await deps.files.stored(wanted);
  if (stored !== undefined) return stored === 'none' ? noCover : asPicture(stored);
  const numbers = await deps.numbersOf(recordId, now);
  // Nothing is stored of records that do not exist: anybody can ask for any id.
  if (!numbers) return noCover;
  const found = await deps.ask(providers, numbers, size, deps.clock);
  if (found === 'later') return noCover;
  if (found !== 'none') {
    await deps.files.store(wanted, found);
    return asPicture(found);
  }
  await deps.files.storeNone(wanted);
  return noCover;
};
