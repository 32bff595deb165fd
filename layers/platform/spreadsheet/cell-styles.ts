/** The number formats of cells by their style: general, whole, 2, 3 and 4 decimals, a day, and a bold heading. */
const decimals: Readonly<Record<number, string>> = { 0: '#,##0', 2: '#,##0.00', 3: '#,##0.000', 4: '#,##0.0000' };
const places = Object.keys(decimals).map(Number);
const DAY = 'yyyy\\-mm\\-dd';

/** The styles of a day and of a heading. */
export const DAY_STYLE = places.length + 1;
export const HEAD_STYLE = places.length + 2;

/** Returns the style of a decimal by its places; general for a number of none of the formats. */
export const numberStyle = (text: string): number => {
  const [, after = ''] = text.split('.');
  return places.indexOf(after.length) + 1;
};

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const formats = [...places.map((place) => decimals[place]), DAY];
/** The first id of a number format that is not built in (ECMA-376, 18.8.30). */
const FIRST = 164;

/** Returns the styles of a workbook. */
export const stylesXml = (): string => {
  const numFmts = formats.map((format, at) => `<numFmt numFmtId="${FIRST + at}" formatCode="${format}"/>`);
  const xfs = formats.map(
    (_, at) => `<xf numFmtId="${FIRST + at}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`,
  );
  const plain = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>';
  const head = '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>';
  return [
    `<styleSheet xmlns="${MAIN}"><numFmts count="${numFmts.length}">${numFmts.join('')}</numFmts>`,
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>',
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
    `<cellStyleXfs count="1">${plain}</cellStyleXfs>`,
    `<cellXfs count="${xfs.length + 2}">${plain}${xfs.join('')}${head}</cellXfs></styleSheet>`,
  ].join('');
};
