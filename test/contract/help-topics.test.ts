import { readFileSync } from 'node:fs';
import { help as english } from '../../web/src/i18n/en/help.ts';
import { help as spanish } from '../../web/src/i18n/es/help.ts';
import { helpTopics, topicsAt } from '../../web/src/layout/help/topics.ts';

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
});
