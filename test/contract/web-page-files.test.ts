import { pageFiles } from '../../web/build/page-files.ts';

const page = (name: string, file: string, imports: string[] = []) => ({
  ...{ type: 'chunk' as const, fileName: `assets/${name}.js`, facadeModuleId: `/web/src/features/${file}`, imports },
  viteMetadata: { importedCss: new Set([`assets/${name}.css`]) },
});
const bundle = Object.fromEntries(
  [
    { type: 'chunk' as const, fileName: 'assets/index.js', isEntry: true, imports: ['assets/base.js'] },
    { type: 'chunk' as const, fileName: 'assets/base.js' },
    { type: 'chunk' as const, fileName: 'assets/spine.js', imports: ['assets/base.js'] },
    page('libraries', 'membership/libraries/libraries-page.tsx', ['assets/base.js', 'assets/spine.js']),
    page('welcome', 'membership/welcome/welcome-page.tsx'),
    page('account', 'patrons/account/account-page.tsx'),
    page('children', 'discovery/children/children-page.tsx'),
  ].map((one) => [one.fileName, one]),
);

test('the index page names the parts, styles and texts of the pages that people open first, without those of the app itself', () => {
  const [libraries] = pageFiles(bundle);
  expect(libraries).toEqual({
    path: '/libraries',
    files: ['assets/libraries.js', 'assets/libraries.css', 'assets/spine.js', 'hours'],
  });
});

test('a build without one of these pages fails', () => {
  const { 'assets/welcome.js': _, ...without } = bundle;
  expect(() => pageFiles(without)).toThrow('welcome-page.tsx');
});
