import { inflateRawSync } from 'node:zlib';

const cellsOf = (row: string): string[] =>
  [...row.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  );

/** Returns the rows of a CSV by its heading; cells must not contain line ends. */
export const csvRows = (csv: string): Record<string, string>[] => {
  const [head = '', ...rows] = csv.trimEnd().split('\r\n');
  return rows.map(cellsOf).map((row) => Object.fromEntries(head.split(',').map((name, at) => [name, row[at] ?? ''])));
};

/** Returns the sum of decimals with two places, in cents; empty values count zero. */
export const centsOf = (values: (string | undefined)[]): number =>
  values.reduce((sum, value) => sum + Math.round(Number(value || 0) * 100), 0);

/** Returns the files of a ZIP archive by name, read from its local headers. */
export const unzipped = (bytes: Buffer): Map<string, string> => {
  const files = new Map<string, string>();
  for (let at = 0; bytes.readUInt32LE(at) === 0x04034b50; ) {
    const [packed, named] = [bytes.readUInt32LE(at + 18), bytes.readUInt16LE(at + 26)];
    const data = at + 30 + named;
    files.set(
      bytes.toString('utf8', at + 30, data),
      inflateRawSync(bytes.subarray(data, data + packed)).toString('utf8'),
    );
    at = data + packed;
  }
  return files;
};
