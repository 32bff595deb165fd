import { indexPage, loadingIn, startProgram } from '../../web/build/start-file.ts';

const index = `<html><head><meta charset="utf-8" /><link rel="icon" href="/mark.svg" type="image/svg+xml" />
<script src="/first-paint.js"></script><script type="module" crossorigin src="/assets/index-1.js"></script>
<link rel="modulepreload" crossorigin href="/assets/base-1.js"><link rel="stylesheet" crossorigin href="/assets/base-1.css"></head></html>`;

test('a page of the server loads the module, the styles and what the index page loads before, and nothing else of it', () => {
  expect(loadingIn(index).map(({ attributes: { href, src } }) => href ?? src)).toEqual([
    '/assets/index-1.js',
    '/assets/base-1.js',
    '/assets/base-1.css',
  ]);
  const program = startProgram(index);
  expect(program.indexOf('base-1.css')).toBeLessThan(program.indexOf('index-1.js'));
  // The styles of the app wait for the app, which makes them apply.
  expect(program).toContain("made.media = 'print'");
  expect(() => new Function(program)).not.toThrow();
});

test('the index page starts the app by the same program as the pages of the server, and loads its styles at once', () => {
  const page = indexPage(index);
  expect(page).toContain('<script src="/start.js" defer></script>');
  expect(page).toContain('href="/assets/base-1.css"');
  expect(page).not.toContain('base-1.js');
  expect(page).not.toContain('type="module"');
});
