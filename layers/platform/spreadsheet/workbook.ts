import type { Cell, FileTable } from '../../kernel/csv/table-csv.ts';
import { escapeFormula } from '../../kernel/csv/text-cell.ts';
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

const cellXml = (cell: Cell): string => {
  if (cell === undefined) return '<c/>';
  if (typeof cell !== 'string') return `<c><v>${cell.number}</v></c>`;
  return `<c t="inlineStr"><is><t xml:space="preserve">${escaped(escapeFormula(cell))}</t></is></c>`;
};

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const sheetXml = ({ columns, rows }: FileTable): string => {
  const all = [columns, ...rows].map((row) => `<row>${row.map(cellXml).join('')}</row>`).join('');
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${all}</sheetData></worksheet>`;
};

/** A sheet name within the limits of a workbook: at most 31 characters, none of []:*?/\\. */
const sheetName = (name: string): string => escaped(name.replaceAll(/[[\]:*?/\\]/g, ' ').slice(0, 31));

/** Returns tables as a workbook (Office Open XML, ECMA-376); decimals are numbers. The same tables give the same bytes. */
export const workbook = (tables: readonly FileTable[]): Buffer => {
  const sheets = tables.map((table, at) => ({ table, id: at + 1 }));
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const overrides = sheets.map(
    ({ id }) => `<Override PartName="/xl/worksheets/sheet${id}.xml" ContentType="${type}.worksheet+xml"/>`,
  );
  const parts: [string, string][] = [
    [
      '[Content_Types].xml',
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/>${overrides.join('')}</Types>`,
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
      `<Relationships xmlns="${RELATIONS}">${sheets.map(({ id }) => `<Relationship Id="rId${id}" Type="${DOCUMENT}/worksheet" Target="worksheets/sheet${id}.xml"/>`).join('')}</Relationships>`,
    ],
  ];
  const texts = parts.map(([name, xml]): [string, string] => [name, HEAD + xml]);
  const all = [
    ...texts,
    ...sheets.map(({ table, id }): [string, string] => [`xl/worksheets/sheet${id}.xml`, sheetXml(table)]),
  ];
  return zipped(all.map(([name, text]) => ({ name, data: Buffer.from(text, 'utf8') })));
};
