/** The file types of scans: media type, and file extensions. */
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

/** The maximum size of a scan, in bytes: some hundred pages at 300 dpi. */
export const MAX_COPY_BYTES = 100 * 1024 * 1024;

/** The number of first bytes that determine a file's type. */
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

/** The type by a file's name; undefined for other extensions. */
export const formatOfName = (fileName: string): CopyFormat | undefined => {
  const ending = /\.([a-z]+)$/.exec(fileName.trim().toLowerCase())?.[1];
  return copyFormats.find((format) => (COPY_FORMATS[format].endings as readonly string[]).includes(ending ?? ''));
};

/** The type by a file's first bytes (HEAD_BYTES suffice), whatever its name; undefined for other types. */
export const formatOfBytes = (head: Uint8Array): CopyFormat | undefined =>
  BEGINNINGS.find(([, bytes]) => bytes.every((byte, place) => head[place] === byte))?.[0];
