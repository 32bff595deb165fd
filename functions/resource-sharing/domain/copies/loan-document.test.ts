import { aLoanRequest } from '../../../../test/builders/loan-request.ts';
import { formatOfBytes, formatOfName } from './copy-file.ts';
import { filePage, linkPage } from './copy-page.ts';
import {
  awaitedDocument,
  isSecureAddress,
  openedDocument,
  partnersDocument,
  refuseOpening,
  sentDocument,
} from './loan-document.ts';

const at = '2026-11-02T09:00:00.000Z';
const rule = { linkDays: 14, openings: 2 };
const request = aLoanRequest().wanting('copy').asked().build();
const about = { documentId: 'doc_1', askId: 'ask-1', supplierMember: 'birch', at };
const awaited = () => awaitedDocument(request, { ...about, title: 'Of bees', file: { format: 'pdf', bytes: 9 } });

describe('the kind of a scan', () => {
  const beginning = (...bytes: number[]) => formatOfBytes(Uint8Array.from(bytes));

  test('is detected by the first bytes only, in both byte orders of TIFF', () => {
    expect(formatOfBytes(Buffer.from('%PDF-1.4\n'))).toBe('pdf');
    expect(beginning(0x49, 0x49, 0x2a, 0)).toBe('tiff');
    expect(beginning(0x4d, 0x4d, 0, 0x2a)).toBe('tiff');
    expect(beginning(0xff, 0xd8, 0xff, 0xe0)).toBe('jpeg');
    expect(beginning(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)).toBe('png');
    expect(formatOfBytes(Buffer.from(' %PDF-1.4'))).toBeUndefined();
    expect(formatOfBytes(Buffer.from('<html><script>'))).toBeUndefined();
    expect(beginning(0x89, 0x50)).toBeUndefined();
    expect(beginning()).toBeUndefined();
  });

  test('is indicated by the file extension, in lower or upper case', () => {
    const named = ['a.pdf', 'B.TIF', 'c.tiff', 'd.JPeG', 'e.jpg', 'f.png '];
    expect(named.map(formatOfName)).toEqual(['pdf', 'tiff', 'tiff', 'jpeg', 'jpeg', 'png']);
    expect(['a.pdf.exe', 'pdf', 'a.html', ''].map(formatOfName)).toEqual(Array.from({ length: 4 }, () => undefined));
  });
});

describe('a copy', () => {
  test('is deleted a week after its upload, a month after it was sent, or when its link expires', () => {
    const document = awaited();
    expect(document).toMatchObject({ state: 'awaited', forgetAt: '2026-11-09T09:00:00.000Z' });
    const sent = sentDocument(document, rule, at, undefined);
    expect(sent).toMatchObject({ state: 'sent', forgetAt: '2026-12-02T09:00:00.000Z' });
    expect(sent.link).toBeUndefined();
    const until = '2026-11-16T09:00:00.000Z';
    expect(openedDocument(sent, rule, at)).toMatchObject({ state: 'open', forgetAt: until, link: { until, most: 2 } });
  });

  test('of a request from outside has its link at once', () => {
    const outside = { ...awaited(), requesterMember: 'prt_oak' };
    expect(sentDocument(outside, rule, at, 'hash')).toMatchObject({ state: 'open', link: { secretHash: 'hash' } });
  });

  test('opens until the instant of its expiry, as often as allowed, and not before it is handed on', () => {
    const open = openedDocument(awaited(), rule, at);
    expect(refuseOpening(awaited(), at)).toBe('unknown-copy');
    expect(refuseOpening(open, '2026-11-16T08:59:59.999Z')).toBeUndefined();
    expect(refuseOpening(open, '2026-11-16T09:00:00.000Z')).toBe('link-expired');
    expect(refuseOpening({ ...open, openings: 2 }, at)).toBe('link-used-up');
    expect(refuseOpening({ ...open, state: 'forgotten' }, at)).toBe('link-expired');
  });

  test('of a partner is stored only with a web address, and handed on only with https', () => {
    const of = (url: string) => partnersDocument(request, { ...about, url });
    expect(of('https://oak.example/1')).toMatchObject({ state: 'sent', url: 'https://oak.example/1' });
    expect(['javascript:alert(1)', 'data:text/html,x', 'file:///etc', '//oak.example', 'no'].map(of)).toEqual(
      Array.from({ length: 5 }, () => undefined),
    );
    expect(['https://a.example/x', 'http://a.example/x', 'ftp://a.example'].map(isSecureAddress)).toEqual([
      ...[true, false, false],
    ]);
  });

  test('never names its patron', () => {
    expect(JSON.stringify(openedDocument(awaited(), rule, at))).not.toContain('pat-1');
  });
});

test('the pages behind a link show their input as text only', () => {
  const nasty = { title: '<script>x</script>"', copyright: 'a & b', until: at, openingsLeft: 1 };
  expect(linkPage(nasty)).toContain('<h1>&lt;script&gt;x&lt;/script&gt;&quot;</h1>');
  expect(linkPage(nasty)).toContain('It can be fetched once more, until 2026-11-02 09:00 UTC.');
  expect(filePage(nasty, 'https://bucket.test/a?b=1&c="', 10)).toContain(
    'href="https://bucket.test/a?b=1&amp;c=&quot;"',
  );
});
