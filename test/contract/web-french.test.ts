import { patronPages } from '../../bench/web-size.ts';
import { messagesShownBy, webPages } from '../../docs/web-messages.ts';
import { formatMessage, placeholdersIn } from '../../web/src/i18n/message-format.ts';
import { systemWordIn } from '../builders/system-words.ts';
import { messageFilesIn, messagesIn } from '../builders/web-messages.ts';

/** The pages in French: those of patrons, and those that everybody may open. */
const pages = new Set([
  ...patronPages,
  ...['BranchPage', 'PaymentPage', 'MyClassesPage', 'EstimatePage', 'DecisionsPage'],
]);
/** Parts of these pages that only staff see. */
const ofStaff = new Set([
  ...['StaffShell', 'StaffCopies', 'StaffCover', 'StaffHistory', 'AskForPatron', 'HelpSheet', 'KeySheet'],
  ...['DeskLock', 'DeskSignIn', 'SessionLock', 'PracticeBanner'],
]);

/** Words that are the same in both languages, names of formats, and texts of values only. */
const same = new Set([
  ...'Administration Article Braille Catalogue Circulation Consortium Date Film Films Globe Menu Mobile Note'.split(
    ' ',
  ),
  ...'Pages Service Suggestions Total Volume BibTeX CSV DOI ISBN ISSN JSON-LD LCCN MARCXML PDF RIS'.split(' '),
  ...['Excel (XLSX)', 'FOCUS 1.2', 'MARC 21', '{from}–{to}', '{from} – {until}', '{member}'],
]);

const [english, french] = [messagesIn('en'), messagesIn('fr')];

/** Returns the counted values of a text with the beginnings of their forms. */
const pluralForms = (text = ''): string[] =>
  [...text.matchAll(/(\w+), ?plural,|(=\d+|\bone|\bother) \{/g)].map(([found]) => found).sort();

test('every message that a page of patrons or of the public may show is in French', () => {
  expect(webPages().filter(({ name }) => pages.has(name))).toHaveLength(pages.size - 1);
  const shown = messagesShownBy(pages, ofStaff);
  expect(shown.length).toBeGreaterThan(1000);
  expect(shown.filter(([key]) => !(key in french))).toEqual([]);
});

test('a French message is in the file of the English one, and has its values and its forms of plurals', () => {
  const files = messageFilesIn('en');
  for (const [file, messages] of Object.entries(messageFilesIn('fr')))
    expect(Object.keys(messages).filter((key) => !(key in (files[file] ?? {})))).toEqual([]);
  const other = Object.entries(french).filter(
    ([key, text]) =>
      `${placeholdersIn(text).sort()}` !== `${placeholdersIn(english[key] ?? '').sort()}` ||
      `${pluralForms(text)}` !== `${pluralForms(english[key])}`,
  );
  expect(other).toEqual([]);
});

test('French messages are not English ones, have French typography, and can be formatted', () => {
  const texts = Object.entries(french);
  expect(texts.filter(([key, text]) => text === english[key] && !same.has(text))).toEqual([]);
  // A colon before a value of a form is as it is typed: "Alder: 120000".
  const spaces = texts.filter(([, text]) => /'| [:;?!»%]|« /.test(text) || /[^\s\u00a0][;?!»](?!\w)/u.test(text));
  expect(spaces).toEqual([]);
  expect(texts.filter(([, text]) => systemWordIn(text) !== undefined)).toEqual([]);
  const values = Object.fromEntries(texts.flatMap(([, text]) => placeholdersIn(text)).map((name) => [name, 2]));
  for (const [, text] of texts) expect(formatMessage('fr', text, values)).not.toMatch(/[{}#]/);
});
