/** Words that are unclear in a name and in the texts of contracts. */
const refused = new Set([
  ...['house', 'houses', 'door', 'doors', 'room', 'rooms', 'wish', 'wishes', 'told', 'said', 'heard', 'kept'],
  ...['standing', 'news', 'mail', 'mails', 'word', 'words', 'whose'],
]);

/** Words of them with one clear replacement, and phrases: refused in comments and documents too. A room may be space, and a mail an e-mail. */
const refusedInSentences =
  /\b(houses?|doors?|wish(es|ed)?|told|said|heard|kept|standing|go(es)? with|gives? way|by itself|by themselves)\b/gi;

/** Terms that contain such a word, each with its reason. */
const allowed: readonly { term: RegExp; reason: string }[] = [
  { term: /household/i, reason: 'people who live together: a group of patrons in circulation' },
  { term: /in-?house/i, reason: 'in-house use: an item used in the library without a loan' },
  { term: /standing-?order/i, reason: 'an order for every part of a series, in acquisitions' },
  { term: /newspaper|newsletter/i, reason: 'kinds of serial' },
  { term: /e-?mail|mailto|mail-?address/i, reason: 'electronic mail, and a URL scheme' },
  { term: /reading-?room/i, reason: 'a room of a library, where items are used' },
  { term: /^NEWS$/, reason: 'the code of a newspaper article in RIS files' },
  { term: /password/i, reason: 'one term of security' },
  {
    term: /\bwhose\b(?= )/i,
    reason:
      'the pronoun of a sentence, in texts and comments: “a patron whose card ends” is shorter and clearer than “of which”',
  },
];

/** Folders in which the term refers to a word of a text, as in full-text search, call numbers and MARC. */
const textFolders =
  /^(layers\/protocols|layers\/kernel\/(text|citation)|functions\/(catalogue|discovery)|bench|test|demo\/works|web\/src\/i18n)\b/;

const parts = (name: string): string[] =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .split(/[^A-Za-z0-9]+/)
    .map((part) => part.toLowerCase());

const withoutTerms = (text: string): string =>
  allowed.reduce((rest, { term }) => rest.replaceAll(new RegExp(term, `g${term.flags}`), ''), text);

/** Returns the refused words and phrases in a sentence: a comment, or a line of a document. */
export const refusedInSentence = (text: string): string[] =>
  [...withoutTerms(text).matchAll(refusedInSentences)].map(([found]) => found.toLowerCase());

/** Returns the refused words in a name, an identifier or a heading of a file. */
export const refusedIn = (name: string, file: string): string[] => {
  const found = parts(withoutTerms(name)).filter(
    (part) => refused.has(part) && !(/^words?$/.test(part) && textFolders.test(file)),
  );
  return [...new Set([...found, ...refusedInSentence(name)])];
};
