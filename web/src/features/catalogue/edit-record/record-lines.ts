import type { MarcRecord } from './edit.ts';

/** A field as an edited line. `key` identifies lines while they move; blanks in indicators and fixed fields are written as #. */
export type Line = { key: number; tag: string; indicators: string; text: string };

/** Whether a tag has no indicators and subfields. */
export const isFixed = (tag: string): boolean => tag === 'LDR' || /^00/.test(tag);
/** Whether a field is maintained by our writer or the library's own system. */
export const isSystemField = (tag: string): boolean => tag === '001' || tag === '005';
const showsBlanks = (tag: string): boolean => ['LDR', '006', '007', '008'].includes(tag);

const shown = (text: string): string => text.replaceAll(' ', '#');
const meant = (text: string): string => text.replaceAll('#', ' ');

/** A dollar sign in text is written {dollar}, as in MARCMaker format, because a bare one begins a subfield. */
const DOLLAR = '{dollar}';

/** Returns the lines of a record: leader, control fields, data fields. */
export const linesOf = ({ leader, control, data }: MarcRecord): Line[] =>
  [
    { tag: 'LDR', indicators: '', text: shown(leader) },
    ...control.map(({ tag, value }) => ({ tag, indicators: '', text: showsBlanks(tag) ? shown(value) : value })),
    ...data.map(({ tag, ind1, ind2, subfields }) => ({
      tag,
      indicators: shown(ind1 + ind2),
      text: subfields.map(({ code, value }) => `$${code}${value.replaceAll('$', DOLLAR)}`).join(''),
    })),
  ].map((line, key) => ({ key, ...line }));

/** Parses the subfields of a text; text before the first $ becomes $a. */
const subfieldsOf = (text: string): MarcRecord['data'][number]['subfields'] => {
  const [before = '', ...rest] = text.split('$');
  const parts = before.trim() === '' ? rest : [`a${before}`, ...rest];
  return parts.map((part) => ({ code: part.charAt(0) || ' ', value: part.slice(1).replaceAll(DOLLAR, '$') }));
};

/** Returns the lines with content: subfields of a template that nobody filled are left out, and fields without any. */
export const filledLines = (lines: readonly Line[]): Line[] =>
  lines.flatMap((line) => {
    if (isFixed(line.tag)) return [line];
    const filled = subfieldsOf(line.text).filter(({ value }) => value.trim() !== '');
    if (filled.length === 0) return [];
    return [{ ...line, text: filled.map(({ code, value }) => `$${code}${value.replaceAll('$', DOLLAR)}`).join('') }];
  });

/** Builds the record from its lines. */
export const recordOf = (lines: readonly Line[]): MarcRecord => {
  const fixed = lines.filter(({ tag }) => isFixed(tag));
  const filled = (text: string): string => meant(text).padEnd(2).slice(0, 2);
  return {
    leader: meant(fixed.find(({ tag }) => tag === 'LDR')?.text ?? ''),
    control: fixed
      .filter(({ tag }) => tag !== 'LDR')
      .map(({ tag, text }) => ({ tag: tag.padEnd(3), value: showsBlanks(tag) ? meant(text) : text })),
    data: lines
      .filter(({ tag }) => !isFixed(tag))
      .map(({ tag, indicators, text }) => {
        const both = filled(indicators);
        return { tag: tag.padEnd(3), ind1: both.charAt(0), ind2: both.charAt(1), subfields: subfieldsOf(text) };
      }),
  };
};

/** Returns the line to which a finding's pointer refers. */
export const lineAt = (lines: readonly Line[], pointer: string): Line | undefined => {
  const [, part, place] = pointer.split('/');
  if (part === 'leader') return lines.find(({ tag }) => tag === 'LDR');
  const control = lines.filter(({ tag }) => isFixed(tag) && tag !== 'LDR');
  const of = part === 'control' ? control : part === 'data' ? lines.filter(({ tag }) => !isFixed(tag)) : [];
  return of[Number(place)];
};
