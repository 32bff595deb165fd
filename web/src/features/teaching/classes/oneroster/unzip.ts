/** The most bytes that the files of an archive may have together, unpacked. */
const MOST_BYTES = 64_000_000;

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;

const inflate = async (packed: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer> => {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Response(stream).arrayBuffer();
};

/** Returns the position of the end record of an archive, which a comment may follow. */
const endOf = (view: DataView): number => {
  for (let at = view.byteLength - 22; at >= 0 && at > view.byteLength - 66_000; at -= 1) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  }
  throw new RangeError('not a ZIP archive');
};

/** Reads the files of a ZIP archive by name, without the folders before it. Throws when it is none, or is too large. */
export const unzip = async (bytes: ArrayBuffer): Promise<Map<string, ArrayBuffer>> => {
  const view = new DataView(bytes);
  const end = endOf(view);
  const files = new Map<string, ArrayBuffer>();
  let at = view.getUint32(end + 16, true);
  let sum = 0;
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (view.getUint32(at, true) !== DIRECTORY_ENTRY) throw new RangeError('a damaged ZIP archive');
    const [method, packed, size] = [
      view.getUint16(at + 10, true),
      view.getUint32(at + 20, true),
      view.getUint32(at + 24, true),
    ];
    const [nameLength, extra, comment] = [28, 30, 32].map((place) => view.getUint16(at + place, true)) as [
      number,
      number,
      number,
    ];
    const name = new TextDecoder().decode(new Uint8Array(bytes, at + 46, nameLength));
    const header = view.getUint32(at + 42, true);
    at += 46 + nameLength + extra + comment;
    sum += size;
    if (sum > MOST_BYTES) throw new RangeError('a ZIP archive that is too large');
    if (name.endsWith('/')) continue;
    if (view.getUint32(header, true) !== LOCAL_HEADER) throw new RangeError('a damaged ZIP archive');
    const from = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
    const data = new Uint8Array(bytes, from, packed);
    if (method !== 0 && method !== 8) throw new RangeError('a ZIP archive of an unknown method');
    files.set(name.split('/').at(-1) ?? name, method === 8 ? await inflate(data) : data.slice().buffer);
  }
  return files;
};
