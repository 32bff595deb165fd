import { code39 } from '../../../../layers/platform/pdf/code39.ts';
import { slipNumber } from '../../../../layers/platform/pdf/slip-number.ts';
import { pageCount, pdfPages, rectangles } from '../../../../test/builders/pdf-text.ts';
import type { PackingSlip, PullSlip } from '../../domain/slips/slip.ts';
import { packingSlipsPdf } from './packing-slip-pdf.ts';
import { pullSlipsPdf } from './pull-slip-pdf.ts';

const at = '2026-11-24T15:00:00.000Z';
const id = (n: number): string => `req_01kb0v7q3m${String(n).padStart(4, '0')}d8x2k9w5tcz6`.slice(0, 30);
const pull = (n: number, more: Partial<PullSlip> = {}): PullSlip => ({
  ...{ requestId: id(n), service: 'loan', title: 'Emma', location: 'Stacks 2', callNumber: 'PR4034 .E5' },
  ...{ barcode: '31234000123456', recipient: { name: 'Riverton Public Library', place: 'Main Library' } },
  answerBy: 'Friday, November 27, 2026',
  ...more,
});
const packing = (n: number, more: Partial<PackingSlip> = {}): PackingSlip => ({
  ...{ requestId: id(n), way: 'out', title: 'Emma', barcode: '31234000123456', due: 'Thursday, December 24, 2026' },
  to: ['Riverton Public Library', 'Main Library', '1 Mill Street', 'Riverton, NY 12345'],
  from: ['Ashgrove College', '3 Birch Lane'],
  conditions: ['For use in the library only', 'Not to be copied'],
  ...more,
});
const many = <T>(count: number, make: (n: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i + 1));

test('pull slips are four on a sheet of either paper, each with the item, the location and the library', async () => {
  for (const size of ['A4', 'LETTER'] as const) {
    expect(pageCount(await pullSlipsPdf(many(9, pull), size, 'eng', at))).toBe(3);
  }
  const copy = {
    service: 'copy' as const,
    part: 'Of bees, vol. 4, pp. 1-9',
    theirNumber: 'OAK-77',
    needBy: 'Monday, December 7, 2026',
  };
  const [page = []] = pdfPages(await pullSlipsPdf([pull(1), pull(2, copy)], 'A4', 'eng', at));
  const whole = page.join('|');
  for (const text of [
    ...['Stacks 2', 'PR4034 .E5', 'Emma', '31234000123456', 'Riverton Public Library', 'Main Library', 'Lend'],
    ...['Copy', 'Of bees, vol. 4, pp. 1-9', 'OAK-77', `Request ${slipNumber(id(1))}`, `Request ${slipNumber(id(2))}`],
  ]) {
    expect(whole).toContain(text);
  }
});

test('each slip has the bar code of its number', async () => {
  const bars = code39(slipNumber(id(1))).bars.length;
  expect(rectangles(await pullSlipsPdf([pull(1)], 'A4', 'eng', at))).toBe(bars);
  expect(rectangles(await packingSlipsPdf(many(3, packing), 'A4', 'eng', at))).toBe(3 * bars);
});

test('packing slips are three on a sheet, with recipient, date and conditions, in the requested language', async () => {
  expect(pageCount(await packingSlipsPdf(many(4, packing), 'LETTER', 'eng', at))).toBe(2);
  const [page = []] = pdfPages(await packingSlipsPdf([packing(1), packing(2, { way: 'home' })], 'A4', 'spa', at));
  const whole = page.join('|');
  for (const text of [
    ...['Préstamo interbibliotecario', 'Préstamo interbibliotecario: devolución', 'Riverton, NY 12345'],
    ...['Thursday, December 24, 2026', 'Condiciones', `Petición ${slipNumber(id(2))}`],
    'For use in the library only; Not to be copied',
  ]) {
    expect(whole).toContain(text);
  }
});

test('a text that is too long ends in an ellipsis and displaces nothing', async () => {
  const long = 'A very long title indeed, '.repeat(20);
  const slips = many(4, (n) => pull(n, { title: long, callNumber: long, location: long, author: long, part: long }));
  const pdf = await pullSlipsPdf(slips, 'LETTER', 'eng', at);
  expect(pageCount(pdf)).toBe(1);
  expect(pdfPages(pdf)[0]?.join('|')).toContain('…');
  const all = await packingSlipsPdf(
    many(3, (n) => packing(n, { title: long, to: many(12, () => long), from: [long], conditions: [long] })),
    ...(['LETTER', 'eng', at] as const),
  );
  expect(pageCount(all)).toBe(1);
});

test('the same slips and instant give the same bytes, another instant others', async () => {
  const [one, again, later] = await Promise.all(
    [at, at, '2026-11-25T15:00:00.000Z'].map((made) => pullSlipsPdf(many(5, pull), 'A4', 'eng', made)),
  );
  expect(Buffer.from(one ?? []).equals(Buffer.from(again ?? []))).toBe(true);
  expect(Buffer.from(one ?? []).equals(Buffer.from(later ?? []))).toBe(false);
});
