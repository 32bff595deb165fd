import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileFor, pageOf, pagesOf } from './files.ts';

const base = mkdtempSync(join(tmpdir(), 'concord-files-'));
const dist = join(base, 'dist');
mkdirSync(join(dist, 'assets'), { recursive: true });
writeFileSync(join(base, 'secret.txt'), 'secret');
writeFileSync(join(dist, 'index.html'), '<html>');
writeFileSync(join(dist, 'assets', 'app-1a2b.js'), 'x'.repeat(5000));
afterAll(() => rmSync(base, { recursive: true }));

describe('the web app’s files', () => {
  test.each([
    ['/assets/app-1a2b.js', join(dist, 'assets', 'app-1a2b.js')],
    ['/', join(dist, 'index.html')],
    ['/records/7', join(dist, 'index.html')],
    ['/assets/gone.js', undefined],
    ['/../secret.txt', undefined],
    ['/%2e%2e%2fsecret.txt', undefined],
    ['/%zz', undefined],
    ['/a%00b', undefined],
  ])('%s', (path, file) => {
    expect(fileFor(dist, path)).toBe(file);
  });

  test('a file with a hashed name is cached, index.html is revalidated', () => {
    const pages = pagesOf(dist);
    expect(pages('/assets/app-1a2b.js')).toMatchObject({
      cache: 'public, max-age=31536000, immutable',
      type: 'text/javascript; charset=utf-8',
    });
    expect(pages('/')).toMatchObject({ cache: 'no-cache', type: 'text/html; charset=utf-8' });
  });

  test('compressible files are cached compressed, small ones are not', () => {
    expect(pageOf(Buffer.alloc(5000, 'x'), 'a.js').zipped?.length).toBeLessThan(100);
    expect(pageOf(Buffer.from('x'), 'a.js').zipped).toBeUndefined();
  });
});
