import type { Agent, Scripted } from '../works/work.ts';
import { type Draft, draft, type Part } from './drafts.ts';
import type { Habit } from './habits.ts';

const DATES = /^(?:approximately |-)?\d|\d{4}-$|\?-$/;
const FAMILY_FIRST = ['chi', 'jpn', 'kor', 'hun'];

type Parsed = { name: string; fuller?: string; title?: string; dates?: string };

// Arabic and Persian headings use their own comma character.
function parse(heading: string): Parsed {
  const parts = heading.split(/[,،] /);
  const dates = parts.length > 1 && DATES.test(parts.at(-1) ?? '') ? parts.pop() : undefined;
  const title = parts.length > 2 ? parts.slice(2).join(', ') : undefined;
  const comma = heading.includes('،') ? '، ' : ', ';
  const plain = parts.slice(0, 2).join(comma);
  const fuller = /\(([^)]*)\)/.exec(plain)?.[0];
  return {
    name: plain.replace(/ \([^)]*\)/, ''),
    ...(fuller === undefined ? {} : { fuller }),
    ...(title === undefined ? {} : { title }),
    ...(dates === undefined ? {} : { dates }),
  };
}

/** Returns the name of a heading (`Austen, Jane, 1775-1817`) as on a title page (`Jane Austen`), by the work's language. */
export function spoken(heading: string, language: string): string {
  const [family = '', given] = parse(heading).name.split(/[,،] /);
  if (given === undefined) return family;
  return FAMILY_FIRST.includes(language) ? `${family} ${given}` : `${given} ${family}`;
}

const both = (name: Scripted, read: (parsed: Parsed) => string | undefined): Scripted | undefined => {
  const romanised = read(parse(name.romanised));
  if (romanised === undefined) return undefined;
  const original = name.original === undefined ? undefined : read(parse(name.original));
  return original === undefined ? { romanised } : { romanised, original };
};

const written = (value: string | Scripted | undefined): boolean => value !== undefined;

const withMark = (value: string | Scripted): string | Scripted => {
  const mark = (text: string): string => (text.endsWith('-') ? text : `${text},`);
  if (typeof value === 'string') return mark(value);
  return value.original === undefined
    ? { romanised: mark(value.romanised) }
    : { romanised: mark(value.romanised), original: mark(value.original) };
};

// ISBD: a comma before whatever follows, except before the brackets of $q and after the hyphen of an open date.
function punctuated(parts: readonly Part[]): Part[] {
  const present = parts.filter(([, value]) => written(value));
  return present.map(([code, value], at) => {
    const next = present[at + 1]?.[0];
    return next === undefined || next === 'q' || value === undefined ? [code, value] : [code, withMark(value)];
  });
}

const personParts = (name: Scripted, habit: Habit): Part[] => [
  ['a', both(name, (parsed) => parsed.name)],
  ['q', both(name, (parsed) => parsed.fuller)],
  ['c', both(name, (parsed) => parsed.title)],
  ['d', habit.authorDates ? both(name, (parsed) => parsed.dates) : undefined],
];

/**
 * Returns the 100, 110, 700 or 710 of an agent, by the kind of entry (`1` main, `7` added), the practice and the role. Only RDA
 * records the role.
 */
export function nameField(agent: Agent, entry: '1' | '7', habit: Habit, role: string): Draft {
  const relator: Part = ['e', habit.rules === 'rda' ? role : undefined];
  if (agent.corporate) return draft(`${entry}10`, '2 ', ...punctuated([['a', agent.name], relator]));
  const direct = !/[,،] [^\d]/.test(agent.name.romanised);
  return draft(`${entry}00`, direct ? '0 ' : '1 ', ...punctuated([...personParts(agent.name, habit), relator]));
}
