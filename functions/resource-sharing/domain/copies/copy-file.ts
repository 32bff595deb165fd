/** The kinds of file in which a scan may come: media type, and how names of such files end. */
export const COPY_FORMATS = {
  pdf: { type: 'application/pdf', endings: ['pdf'] },
  tiff: { type: 'image/tiff', endings: ['tif', 'tiff'] },
  jpeg: { type: 'image/jpeg', endings: ['jpg', 'jpeg'] },
  png: { type: 'image/png', endings: ['png'] },
} as const;

/** The kind of a scan's file. */
export type CopyFormat = keyof typeof COPY_FORMATS;

/** All kinds, for schemas. */
export const copyFormats = Object.keys(COPY_FORMATS) as [CopyFormat, ...CopyFormat[]];

/** The largest scan that is taken, in bytes: some hundred pages at 300 dpi. */
export const MAX_COPY_BYTES = 100 * 1024 * 1024;

/** So many bytes of a file's beginning tell its kind. */
export const HEAD_BYTES = 8;

// The first bytes of each kind: PDF (ISO 32000), TIFF of both byte orders and its large form, JPEG, PNG.
const BEGINNINGS: readonly [CopyFormat, readonly number[]][] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['tiff', [0x49, 0x49, 0x2a, 0x00]],
  ['tiff', [0x4d, 0x4d, 0x00, 0x2a]],
  ['tiff', [0x49, 0x49, 0x2b, 0x00]],
  ['tiff', [0x4d, 0x4d, 0x00, 0x2b]],
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
];

/** The kind that a file's name says; undefined when it ends otherwise. */
export const formatOfName = (fileName: string): CopyFormat | undefined => {
  const ending = /\.([a-z]+)$/.exec(fileName.trim().toLowerCase())?.[1];
  return copyFormats.find((format) => (COPY_FORMATS[format].endings as readonly string[]).includes(ending ?? ''));
};

/** The kind that a file is by its first bytes (HEAD_BYTES suffice), whatever it is called; undefined when it is none of these. */
export const formatOfBytes = (head: Uint8Array): CopyFormat | undefined =>
  BEGINNINGS.find(([, bytes]) => bytes.every((byte, place) => head[place] === byte))?.[0];
