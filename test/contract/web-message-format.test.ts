import { formatMessage, placeholdersIn } from '../../web/src/i18n/message-format.ts';

const copies =
  '{count, plural, =0 {No copy} one {# copy at {branch}} other {# copies at {branch}}}, {all, number} in all';

test.each([
  [0, 'No copy, 12,000 in all'],
  [1, '1 copy at Riverton, 12,000 in all'],
  [1500, '1,500 copies at Riverton, 12,000 in all'],
])('%i is written in the plural form of its number, with its placeholders', (count, formatted) => {
  expect(formatMessage('en', copies, { count, branch: 'Riverton', all: 12_000 })).toBe(formatted);
});

test('a language counts and writes numbers by its own rules', () => {
  const days = '{count, plural, one {# día} few {# dni} other {# días}}';
  expect(formatMessage('es', days, { count: 12_345.5 })).toBe('12.345,5 días');
  expect(formatMessage('pl', days, { count: 3 })).toBe('3 dni');
});

test('a plain placeholder is replaced by its value, and by nothing where there is none', () => {
  expect(formatMessage('en', '{title}: {left}{gone}', { title: '12000 leagues', left: 1200, gone: undefined })).toBe(
    '12000 leagues: 1200',
  );
});

test('quoted braces and other apostrophes are shown', () => {
  expect(formatMessage('en', "the reader's {what} is '{dollar}' #1", { what: 'sign' })).toBe(
    "the reader's sign is {dollar} #1",
  );
});

test('the placeholders of a message are known, including those within a plural', () => {
  expect(placeholdersIn(copies)).toEqual(['count', 'branch', 'all']);
  expect(placeholdersIn('Save')).toEqual([]);
});

test.each([
  '{count, plural, one {# copy}}',
  '{count, plural, one {# copy} other {# copies}',
  '{when, date}',
  'a } alone',
  '{',
])('%s is refused: it would be shown incorrectly', (sentence) => {
  expect(() => placeholdersIn(`{name} ${sentence}`)).toThrow('Not a sentence of ours');
});
