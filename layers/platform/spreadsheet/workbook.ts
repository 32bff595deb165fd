import type { Cell, FileTable } from '../../kernel/csv/table-csv.ts';
import { escapeFormula } from '../../kernel/csv/text-cell.ts';
import { DAY_STYLE, HEAD_STYLE, numberStyle, stylesXml } from './cell-styles.ts';
import { zipped } from './zip.ts';

const escaped = (text: string): string =>
  text
    // XML 1.0 knows no other control characters.
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** The day before the first of a workbook's calendar, which counts a 29 February 1900 (ECMA-376, 18.17.4.1). */
const DAY_ZERO = Date.UTC(1899, 11, 30);
const serialOf = (day: string): number => (Date.parse(`${day}T00:00:00.000Z`) - DAY_ZERO) / 86_400_000;

const cellXml = (cell: Cell): string => {
  if (cell === undefined) return '<c/>';
  if (typeof cell !== 'string' && 'date' in cell) return `<c s="${DAY_STYLE}"><v>${serialOf(cell.date)}</v></c>`;
  if (typeof cell !== 'string') return `<c s="${numberStyle(cell.number)}"><v>${cell.number}</v></c>`;
  return `<c t="inlineStr"><is><t xml:space="preserve">${escaped(escapeFormula(cell))}</t></is></c>`;
};

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const headXml = (text: string): string => cellXml(text).replace('<c ', `<c s="${HEAD_STYLE}" `);

const [NARROWEST, WIDEST] = [8, 60];
const lengthOf = (cell: Cell): number => {
  if (cell === undefined) return 0;
  if (typeof cell === 'string') return cell.length;
  return 'date' in cell ? cell.date.length : cell.number.length;
};

/** Returns the widths of columns, in characters: those of the longest text, within bounds. */
const columnsXml = (rows: readonly (readonly Cell[])[], count: number): string => {
  const widths = Array.from({ length: count }, (_, at) =>
    rows.reduce((most, row) => Math.max(most, lengthOf(row[at]) + 2), NARROWEST),
  );
  return widths
    .map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${Math.min(WIDEST, width)}" customWidth="1"/>`)
    .join('');
};

/** The first row remains visible when a reader scrolls. */
const FROZEN =
  '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';

const sheetXml = ({ columns, headings = columns, rows }: FileTable): string => {
  const head = `<row>${headings.map(headXml).join('')}</row>`;
  const all = rows.map((row) => `<row>${row.map(cellXml).join('')}</row>`).join('');
  const cols = `<cols>${columnsXml([headings, ...rows], headings.length)}</cols>`;
  return `${HEAD}<worksheet xmlns="${MAIN}">${FROZEN}${cols}<sheetData>${head}${all}</sheetData></worksheet>`;
};

/** A sheet name within the limits of a workbook: at most 31 characters, none of []:*?/\\. */
const sheetName = (name: string): string => escaped(name.replaceAll(/[[\]:*?/\\]/g, ' ').slice(0, 31));

/** Returns tables as a workbook (Office Open XML, ECMA-376); decimals are numbers, days are dates; the first row is frozen. The same tables give the same bytes. */
export const workbook = (tables: readonly FileTable[]): Buffer => {
  const sheets = tables.map((table, at) => ({ table, id: at + 1 }));
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const overrides = sheets.map(
    ({ id }) => `<Override PartName="/xl/worksheets/sheet${id}.xml" ContentType="${type}.worksheet+xml"/>`,
  );
  const parts: [string, string][] = [
    [
      '[Content_Types].xml',
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/>${overrides.join('')}</Types>`,
    ],
    [
      '_rels/.rels',
      `<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${DOCUMENT}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}"><sheets>${sheets.map(({ table, id }) => `<sheet name="${sheetName(table.name)}" sheetId="${id}" r:id="rId${id}"/>`).join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${RELATIONS}">${sheets.map(({ id }) => `<Relationship Id="rId${id}" Type="${DOCUMENT}/worksheet" Target="worksheets/sheet${id}.xml"/>`).join('')}<Relationship Id="rId${sheets.length + 1}" Type="${DOCUMENT}/styles" Target="styles.xml"/></Relationships>`,
    ],
    ['xl/styles.xml', stylesXml()],
  ];
  const texts = parts.map(([name, xml]): [string, string] => [name, HEAD + xml]);
  const all = [
    ...texts,
    ...sheets.map(({ table, id }): [string, string] => [`xl/worksheets/sheet${id}.xml`, sheetXml(table)]),
  ];
  return zipped(all.map(([name, text]) => ({ name, data: Buffer.from(text, 'utf8') })));
};
