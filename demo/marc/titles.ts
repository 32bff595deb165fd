import { pick } from '../random.ts';
import type { Form, Scripted, Work } from '../works/work.ts';
import { type Draft, draft, type Part } from './drafts.ts';
import type { Habit } from './habits.ts';
import { spoken } from './names.ts';

const articles: Readonly<Record<string, RegExp>> = {
  eng: /^(?:the|a|an) /i,
  spa: /^(?:el|la|los|las|un|una) /i,
  fre: /^(?:le |la |les |l'|une? )/i,
  ger: /^(?:der|die|das|ein|eine) /i,
  ita: /^(?:il |lo |la |gli |le |i |l')/i,
  por: /^(?:o|a|os|as) /i,
  dut: /^(?:de|het|een) /i,
  gre: /^(?:ho|hē|to) /i,
  ara: /^al-/i,
  heb: /^ha-/i,
  swe: /^det /i,
  hun: /^az? /i,
};

const media: Readonly<Partial<Record<Form, string>>> = {
  dvd: '[videorecording]',
  cd: '[sound recording]',
  ebook: '[electronic resource]',
  ejournal: '[electronic resource]',
};

/** Returns the number of nonfiling characters of a title (the second indicator of 245), at most 9. */
export const notFiled = (title: string, language: string): number => articles[language]?.exec(title)?.[0].length ?? 0;

type Pieces = { main: string; number?: string; part?: string; rest?: string };

// `Title. Volume 1, Part : subtitle`
function pieces(title: string): Pieces {
  const [head = '', ...rest] = title.split(' : ');
  const numbered = /^(.*)\. (Volume \d+), (.*)$/.exec(head);
  const [, main = head, number, part] = numbered ?? [];
  return {
    main,
    ...(number === undefined ? {} : { number }),
    ...(part === undefined ? {} : { part }),
    ...(rest.length === 0 ? {} : { rest: rest.join(' : ') }),
  };
}

const each = (text: Scripted, read: (text: string) => string | undefined): Scripted | undefined => {
  const romanised = read(text.romanised);
  if (romanised === undefined) return undefined;
  const original = text.original === undefined ? undefined : read(text.original);
  return original === undefined ? { romanised } : { romanised, original };
};

function responsibility(work: Work): Scripted | undefined {
  if (work.author === undefined || work.author.corporate) return work.author?.name;
  const people = [work.author, ...work.added];
  const spokenNames = each(work.author.name, (name) => spoken(name, work.language));
  if (spokenNames === undefined) return undefined;
  const by = work.form === 'dvd' ? 'directed by ' : '';
  const others = people.slice(1).map(({ name }) => spoken(name.romanised, work.language));
  return { ...spokenNames, romanised: by + [spokenNames.romanised, ...others].join(', ') };
}

const tail = (text: Pieces, ending: string) => (text.rest === undefined ? ending : ' :');

/**
 * Returns the 245 of a work with ISBD punctuation. AACR2 puts the medium in $h. A member that does not always record subtitles
 * omits every third, unless it names the work of a volume.
 */
export function titleField(work: Work, localId: string, habit: Habit): Draft {
  const short = habit.subtitles === 'sometimes' && pick(localId, 3) === 0;
  const shown = (text: string): Pieces => {
    const { rest, ...head } = pieces(text);
    return short || rest === undefined ? head : { ...head, rest };
  };
  const by = responsibility(work);
  const ending = by === undefined ? '.' : ' /';
  const medium = habit.rules === 'aacr2' ? media[work.form] : undefined;
  const entry = work.author !== undefined && work.form !== 'dvd' ? '1' : '0';
  const parts: Part[] = [
    [
      'a',
      each(work.title, (text) => {
        const piece = shown(text);
        if (piece.number !== undefined) return `${piece.main}.`;
        return medium === undefined ? piece.main + tail(piece, ending) : piece.main;
      }),
    ],
    ['n', each(work.title, (text) => (shown(text).number === undefined ? undefined : `${shown(text).number},`))],
    [
      'p',
      each(work.title, (text) =>
        shown(text).part === undefined ? undefined : shown(text).part + tail(shown(text), ending),
      ),
    ],
    ['h', medium === undefined ? undefined : medium + tail(shown(work.title.romanised), ending)],
    ['b', each(work.title, (text) => (shown(text).rest === undefined ? undefined : shown(text).rest + ending))],
    ['c', by === undefined ? undefined : each(by, (text) => (text.endsWith('.') ? text : `${text}.`))],
  ];
  return draft('245', `${entry}${notFiled(work.title.romanised, work.language)}`, ...parts);
}
