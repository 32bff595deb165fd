import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { PACKED_HTTP_ROW_BYTES, PACKED_WORK_ROW_BYTES } from '../domain/estimate/evidence-work.ts';
import { packedText, type Row, readRows } from './evidence-rows.ts';

/** Returns pseudo-random bytes, the same each time. */
const bytesOf = (at: number): Buffer => createHash('sha256').update(String(at)).digest();

const gatewayId = (at: number): string => `${bytesOf(at).subarray(0, 10).toString('base64url')}=`.padStart(15, 'K');
const lambdaId = (at: number): string => {
  const hex = bytesOf(at).toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
};

/** Returns a request of one of forty members at some instant of a day, with realistic counts. */
const aRow = (at: number, id: string): Row => {
  const random = (most: number, byte: number): number => bytesOf(at).readUInt16BE(20 + 2 * byte) % most;
  const counts = [6, 1.5, 0, 0, 0, 1, 0, 0, 1, 300 + random(40, 0), 900 + random(300, 1), 560 + random(30, 2), 1];
  return [
    ...[`member-${random(40, 3)}`, id, bytesOf(at).readUInt32BE(28) % 86_400_000, random(50, 4) === 0 ? 409 : 200],
    ...['staff-workplace', ...counts, 512 * (8 + random(14, 5)), 0, 0, 0],
  ] as Row;
};
const rowsOf = (idOf: (at: number) => string): Row[] =>
  Array.from({ length: 3000 }, (_, at) => aRow(at, idOf(at))).toSorted((a, b) => (a[0] < b[0] ? -1 : 1));

test.each([
  ['over HTTP', gatewayId, PACKED_HTTP_ROW_BYTES],
  ['of work', lambdaId, PACKED_WORK_ROW_BYTES],
] as const)('a packed row %s takes no more bytes than the estimate assumes', (_, idOf, expected) => {
  const rows = rowsOf(idOf);
  const bytes = gzipSync(packedText(rows), { level: 9 }).length / rows.length;
  expect(bytes).toBeLessThan(expected);
  expect(bytes).toBeGreaterThan(expected * 0.8);
});

test('packed rows are read unchanged, including shorter old ones and those that were packed row by row', () => {
  const [one, two] = rowsOf(gatewayId) as [Row, Row];
  const rows: Row[] = [one, two.slice(0, -3) as unknown as Row];
  expect(readRows(packedText(rows))).toEqual(rows);
  expect(readRows(JSON.stringify(rows))).toEqual(rows);
  expect(readRows(packedText([]))).toEqual([]);
});
