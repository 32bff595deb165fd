import { globSync, readFileSync } from 'node:fs';
import { help as english } from '../../web/src/i18n/en/help.ts';
import { help as spanish } from '../../web/src/i18n/es/help.ts';
import { helpTopics, topicsAt } from '../../web/src/layout/help/topics.ts';
import { mayUse } from '../../web/src/layout/may-use.ts';

// The table of the navigation names its icons in a component, so its text is read here.
const navigation = readFileSync('web/src/layout/areas.ts', 'utf8');
const pages = [...navigation.matchAll(/\bto: '(\/[^'$]*)|ofMonth\('(\/[^'$]*)|holdsPage\('[^']+', '(\w+)'/g)].map(
  ([, to, month, list]) => (to ?? month ?? `/holds/${list}`).replace(/\/$/, ''),
);

test('the pages of the navigation are read', () => {
  expect(pages.length).toBeGreaterThan(50);
});

test.each([...new Set(pages)])('%s has a help topic', (path) => {
  expect(topicsAt(path)).not.toEqual([]);
});

test.each([
  ['English', english],
  ['Spanish', spanish],
])(
  'every topic has a title, a text of at most 120 words, its next step and the role that owns it in %s',
  (_, texts) => {
    const known: Readonly<Record<string, string | undefined>> = texts;
    for (const { key, owner } of helpTopics) {
      expect([key, known[`help-title.${key}`]]).toEqual([key, expect.stringMatching(/\S/)]);
      const words = known[`help-text.${key}`]?.split(/\s+/).length ?? 0;
      expect([key, words > 10 && words <= 120]).toEqual([key, true]);
      expect([key, known[`help-next.${key}`]]).toEqual([key, expect.stringMatching(/\S/)]);
      expect([key, known[`help-owner.${owner}`]]).toEqual([key, expect.stringMatching(/\S/)]);
    }
    const keys = Object.keys(texts).flatMap((name) => name.match(/^help-(?:title|text|next)\.(.+)$/)?.[1] ?? []);
    expect([...new Set(keys)].sort()).toEqual(helpTopics.map(({ key }) => key).sort());
  },
);

test('the topics of a page come before those of the pages above it', () => {
  expect(topicsAt('/patrons/sign-ups')[0]?.key).toBe('verify-sign-up');
  expect(topicsAt('/days/2026-11-03')).not.toEqual([]);
});

const screens = globSync('web/src/**/*.tsx').map((file) => ({ file, text: readFileSync(file, 'utf8') }));

test('no page asks staff who are signed in to sign in: the one link is not shown to them', () => {
  const asking = screens.filter(({ text }) => text.includes("'do.staff-sign-in'")).map(({ file }) => file);
  expect(asking.sort()).toEqual([
    'web/src/components/staff-sign-in.tsx',
    'web/src/features/membership/sign-in/sign-in-page.tsx',
  ]);
});

test('the navigation offers no page of a whole library to staff of a branch', () => {
  const ofLibrary = screens.flatMap(({ text }) =>
    text.includes('<MemberPage') ? [...text.matchAll(/getRouteApi\('(\/[\w-]+)'\)/g)].map(([, path]) => path) : [],
  );
  expect(ofLibrary.length).toBeGreaterThan(10);
  const offered = navigation.split('\n').filter((line) => line.includes('text: ') && !line.includes("at: 'member'"));
  expect(ofLibrary.filter((path) => offered.some((line) => line.includes(`to: '${path}'`)))).toEqual([]);
  const page = { roles: ['desk'], at: 'member' } as const;
  const grantAt = (scope: string) => [{ role: 'desk', scope }];
  expect([mayUse(grantAt('branch'), page), mayUse(grantAt('member'), page)]).toEqual([false, true]);
  expect([mayUse(grantAt('branch'), { roles: ['desk'] }), mayUse([], { roles: [] })]).toEqual([true, true]);
});
