/** The values of a message: numbers, names, formatted dates. */
export type MessageValues = Readonly<Record<string, string | number | undefined>>;

type Figure = { figure: string; isNumber: boolean };
type Plural = { counts: string; forms: Readonly<Record<string, readonly Part[]>> };
type Part = string | Figure | Plural;
type Place = { readonly text: string; at: number };

// The part of ICU's message syntax that our messages use: '{quoted}', {figure}, {figure, number}, {figure, plural, …}, # in a plural.
const piece = /'([{}][^']*)'|\{(\w+)(, ?number)?\}|\{(\w+), ?plural,|(#)|('|[^{}'#]+)/y;
const formStart = /\s*(=\d+|zero|one|two|few|many|other)\s*\{/y;
const pluralEnd = /\s*\}/y;

const take = (place: Place, pattern: RegExp): RegExpExecArray | null => {
  pattern.lastIndex = place.at;
  const found = pattern.exec(place.text);
  if (found) place.at = pattern.lastIndex;
  return found;
};

const fail = ({ text, at }: Place): never => {
  throw new Error(`Not a sentence of ours at character ${at}: ${text}`);
};

const readPlural = (place: Place, counts: string): Plural => {
  const forms: Record<string, Part[]> = {};
  for (let start = take(place, formStart); start !== null; start = take(place, formStart)) {
    forms[start[1] ?? ''] = readParts(place, counts);
    if (take(place, pluralEnd) === null) fail(place);
  }
  // `other` is the fallback of the plural forms: without it, some numbers would have no text.
  if (forms.other === undefined || take(place, pluralEnd) === null) fail(place);
  return { counts, forms };
};

/** Parses to the end of the text or of a plural form, where # is the counted number. */
const readParts = (place: Place, counted?: string): Part[] => {
  const parts: Part[] = [];
  for (let found = take(place, piece); found !== null; found = take(place, piece)) {
    const [, quoted, figure, number, counts, hash, plain] = found;
    if (counts !== undefined) parts.push(readPlural(place, counts));
    else if (figure !== undefined) parts.push({ figure, isNumber: number !== undefined });
    else if (hash !== undefined && counted !== undefined) parts.push({ figure: counted, isNumber: true });
    else parts.push(quoted ?? plain ?? '#');
  }
  return parts;
};

/** Parses a message into its parts. Throws on unsupported syntax. */
const readSentence = (text: string): Part[] => {
  const place = { text, at: 0 };
  const parts = readParts(place);
  return place.at === text.length ? parts : fail(place);
};

const read = new Map<string, readonly Part[]>();
const partsOf = (text: string): readonly Part[] => {
  const known = read.get(text) ?? readSentence(text);
  read.set(text, known);
  return known;
};

const rules = new Map<string, { number: Intl.NumberFormat; plural: Intl.PluralRules }>();
const rulesOf = (language: string) => {
  const known = rules.get(language) ?? {
    number: new Intl.NumberFormat(language),
    plural: new Intl.PluralRules(language),
  };
  rules.set(language, known);
  return known;
};

const format = (parts: readonly Part[], language: string, values: MessageValues): string =>
  parts
    .map((part) => {
      if (typeof part === 'string') return part;
      if ('counts' in part) {
        const count = Number(values[part.counts]);
        const form = part.forms[`=${count}`] ?? part.forms[rulesOf(language).plural.select(count)] ?? part.forms.other;
        return format(form ?? [], language, values);
      }
      const value = values[part.figure];
      return part.isNumber ? rulesOf(language).number.format(Number(value)) : String(value ?? '');
    })
    .join('');

/**
 * Formats a message in a language (BCP 47): inserts the values and selects plurals by the browser's rules (`Intl`). Throws on syntax
 * other than values, numbers and plurals; a test parses every message.
 */
export const formatMessage = (language: string, text: string, values: MessageValues = {}): string =>
  text.includes('{') ? format(partsOf(text), language, values) : text;

/** Returns the placeholders of a message. */
export const placeholdersIn = (text: string): string[] => {
  const namesIn = (parts: readonly Part[]): string[] =>
    parts.flatMap((part) => {
      if (typeof part === 'string') return [];
      return 'counts' in part ? [part.counts, ...Object.values(part.forms).flatMap(namesIn)] : [part.figure];
    });
  return text.includes('{') ? [...new Set(namesIn(partsOf(text)))] : [];
};
