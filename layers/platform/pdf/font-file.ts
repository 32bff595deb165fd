import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/** Noto Sans: Latin with all diacritics, Greek, Cyrillic (and Devanagari), under the Open Font License. */
const FONT = '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf';

let read: Buffer | undefined;

/** Returns the font's bytes: from beside the bundle when present (infra/bundle.ts puts it there), otherwise from its package. */
export const letterFont = (): Buffer => {
  const beside = fileURLToPath(new URL('./letter-font.ttf', import.meta.url));
  read ??= readFileSync(existsSync(beside) ? beside : createRequire(import.meta.url).resolve(FONT));
  return read;
};
