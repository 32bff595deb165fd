import type { paths } from '../../../api/schema.generated.d.ts';
import { csvRows } from './csv-rows.ts';

type Body = paths['/v1/teaching/branches/{branchId}/rosters']['post']['requestBody']['content']['application/json'];
/** One line of a class list of the school's register. */
export type RosterLine = Body['lines'][number];

/** The possible names of a column in the head line: English and Spanish names of school registers. */
const names = {
  id: ['id', 'number', 'student id', 'pupil number', 'numero', 'número'],
  family: ['family', 'family name', 'last name', 'surname', 'apellidos', 'apellido'],
  given: ['given', 'given name', 'first name', 'nombre'],
  birthDate: ['birth date', 'born', 'date of birth', 'birthdate', 'nacimiento', 'fecha de nacimiento'],
  card: ['card', 'library card', 'barcode', 'tarjeta'],
  grade: ['grade', 'year', 'form', 'grado', 'curso'],
  class: ['class', 'homeroom', 'classroom', 'clase', 'grupo'],
} as const;
type Name = keyof typeof names;
const required: readonly Name[] = ['id', 'family', 'given', 'grade', 'class'];

/** The trimmed cells of a line. Each line is split alone, so that a quote that is not closed damages no other line. */
const cellsOf = (line: string, separator: string): string[] =>
  (csvRows(line, separator)[0]?.cells ?? ['']).map((cell) => cell.trim());

/** The content read from a file: its lines, or the columns that it lacks. */
export type ReadRoster = { lines: RosterLine[] } | { lacking: Name[] };

/**
 * Reads a class list from a CSV file (comma, semicolon or tab) whose head line names its columns. Birth date and card may be missing;
 * lines without a number are left out.
 */
export const readRoster = (text: string): ReadRoster => {
  const [head = '', ...rest] = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const separator = [';', '\t'].find((one) => head.includes(one)) ?? ',';
  const titles = cellsOf(head, separator).map((title) => title.toLowerCase());
  const place = (name: Name): number => titles.findIndex((title) => (names[name] as readonly string[]).includes(title));
  const lacking = required.filter((name) => place(name) === -1);
  if (lacking.length > 0) return { lacking };
  const lines = rest
    .map((line) => cellsOf(line, separator))
    .filter((cells) => (cells[place('id')] ?? '') !== '')
    .map((cells): RosterLine => {
      const of = (name: Name): string => cells[place(name)] ?? '';
      const [birthDate, card] = [of('birthDate'), of('card')];
      return {
        ...{ id: of('id'), name: { family: of('family'), given: of('given') }, grade: of('grade'), class: of('class') },
        ...(birthDate && { birthDate }),
        ...(card && { card }),
      };
    });
  return { lines };
};

/** Returns the text of a file: UTF-8, or else the Windows code page in which spreadsheets save CSV. */
export const textOfFile = (bytes: ArrayBuffer): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
};
