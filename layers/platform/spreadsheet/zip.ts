import { crc32, deflateRawSync } from 'node:zlib';

/** A file inside an archive. */
export type ZipEntry = { name: string; data: Buffer };

/** 1 January 1980, the earliest date of the format; a constant date makes the output deterministic. */
const DOS_DATE = 0x21;
const DEFLATED = 8;
/** The flag for names in UTF-8. */
const UTF8 = 0x800;
const VERSION = 20;

const numbers = (bytes: 2 | 4, values: readonly number[]): Buffer => {
  const fields = Buffer.alloc(bytes * values.length);
  for (const [at, value] of values.entries()) fields.writeUIntLE(value, at * bytes, bytes);
  return fields;
};
const u16 = (...values: number[]): Buffer => numbers(2, values);
const u32 = (...values: number[]): Buffer => numbers(4, values);

/**
 * Returns entries as a ZIP archive (APPNOTE 6.3, deflate, below 4 GB), the container of a workbook. The same entries give the same
 * bytes.
 */
export const zipped = (entries: readonly ZipEntry[]): Buffer => {
  const [locals, central]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const { name, data } of entries) {
    const [path, packed] = [Buffer.from(name, 'utf8'), deflateRawSync(data)];
    const sizes = u32(crc32(data), packed.length, data.length);
    const about = Buffer.concat([u16(VERSION, UTF8, DEFLATED, 0, DOS_DATE), sizes, u16(path.length, 0)]);
    const local = Buffer.concat([u32(0x04034b50), about, path, packed]);
    // The comment length, disk and internal attributes, then the external attributes and the offset.
    const place = Buffer.concat([u16(0, 0, 0), u32(0, offset)]);
    central.push(Buffer.concat([u32(0x02014b50), u16(VERSION), about, place, path]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const counts = u16(0, 0, entries.length, entries.length);
  const end = Buffer.concat([u32(0x06054b50), counts, u32(directory.length, offset), u16(0)]);
  return Buffer.concat([...locals, directory, end]);
};
