import { type Agent, type Form, forms, type Scripted, type Work } from './work.ts';

type Pairs = Record<string, string>;

const isForm = (text: string): text is Form => forms.some((form) => form === text);

// `Voĭna i mir = Война и мир`: an equals sign separates two scripts, as ISBD separates parallel titles.
function scripted(text: string): Scripted {
  const [romanised = '', original] = text.split(' = ').map((part) => part.trim());
  return original === undefined ? { romanised } : { romanised, original };
}

function agent(text: string): Agent {
  const corporate = text.startsWith('*');
  return { name: scripted(corporate ? text.slice(1) : text), corporate };
}

function imprint(text: string): { place: Scripted; publisher: Scripted } {
  const { romanised, original } = scripted(text);
  const [place = '', publisher = ''] = romanised.split(' : ');
  if (original === undefined) return { place: { romanised: place }, publisher: { romanised: publisher } };
  const [placeThere = '', publisherThere = ''] = original.split(' : ');
  return {
    place: { romanised: place, original: placeThere },
    publisher: { romanised: publisher, original: publisherThere },
  };
}

const list = (text: string | undefined): string[] =>
  (text ?? '')
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');

function pairs(parts: readonly string[]): Pairs {
  return Object.fromEntries(
    parts.map((part) => {
      const at = part.indexOf('=');
      return [part.slice(0, at).trim(), part.slice(at + 1).trim()];
    }),
  );
}

// `@ form=book lang=eng s=Two words`: a value extends to the next `name=`.
const defaultsOf = (line: string): Pairs =>
  pairs(
    line
      .slice(1)
      .trim()
      .split(/\s(?=[a-z]+=)/),
  );

const slug = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[̀-ͯ]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 48);

// Optional fields: the name in the line and the name in the work.
const optional = { isbn: 'isbn', issn: 'issn', ed: 'edition', series: 'series', orig: 'originalLanguage', url: 'url' };

const optionalFacts = (fields: Pairs): Pairs =>
  Object.fromEntries(
    Object.entries(optional).flatMap(([short, long]) => (fields[short] === undefined ? [] : [[long, fields[short]]])),
  );

function workOf(line: string, defaults: Pairs): Work {
  const [title = '', author = '-', year = '', published = '', ...more] = line.split(' | ').map((part) => part.trim());
  const fields: Pairs = { ...defaults, ...pairs(more) };
  const form = fields.form ?? '';
  if (!isForm(form)) throw new Error(`no such form: ${line}`);
  const name = scripted(title);
  return {
    id: fields.key ?? `${slug(name.romanised)}-${year}-${form}`,
    form,
    language: fields.lang ?? 'und',
    audience: fields.audience === 'juvenile' ? 'juvenile' : 'adult',
    title: name,
    ...(author === '-' ? {} : { author: agent(author) }),
    added: list(fields.add).map(agent),
    year: Number(year),
    ...imprint(published),
    ...(fields.p === undefined ? {} : { extent: Number(fields.p) }),
    dewey: fields.d ?? '',
    subjects: list(fields.s),
    ...optionalFacts(fields),
  };
}

/**
 * Reads works, one per line: `title | author | year | place : publisher | name=value | ...`, where `author` may be `-`, a leading
 * `*` marks a corporate body, and ` = ` precedes the original script. A line `@ name=value ...` sets defaults for the lines that
 * follow. Names: form, lang, audience, d (Dewey), s (subjects, `;` between), p (pages or minutes), isbn, issn, ed, series, orig
 * (language translated from), url, add (further persons), key. Throws on a form that does not exist.
 */
export function readLines(text: string): Work[] {
  let defaults: Pairs = {};
  const works: Work[] = [];
  for (const line of text.split('\n').filter((each) => each.trim() !== '')) {
    if (line.startsWith('@')) defaults = defaultsOf(line);
    else works.push(workOf(line, defaults));
  }
  return works;
}
