import { describeRecord } from '../../../../layers/protocols/marc/description.ts';
import { aRecord, datafield } from '../../../../test/builders/marc-records.ts';
import { bibtexOf } from './bibtex.ts';
import { risOf } from './ris.ts';

const url = 'https://library.test/record/rec_1';
const roles = {
  ...{ Author: 'author', Editor: 'editor', Translator: 'translator', Illustrator: 'illustrator' },
  ...{ Composer: 'composer', Performer: 'performer', Director: 'film director', Producer: 'producer' },
  Cartographer: 'cartographer',
};

/** Returns a description by leader and 008/23, with an added entry for each role and one without a role. */
const description = (leader: string, form = ' ', more = [datafield('700', '1 ', '$aUnsaid, N.')]) => {
  const added = Object.entries(roles).map(([name, role]) => datafield('700', '1 ', `$a${name}, N.,$e${role}.`));
  const data = [datafield('245', '00', '$aA thing.'), datafield('490', '0 ', '$aLibrary'), ...added, ...more];
  const fixed = `980101s2003    enk     ${form}      000 1 eng d`;
  return describeRecord(aRecord(data, { '008': fixed }, `00000${leader} a2200000 a 4500`));
};
const linesOf = (text: string, tags: RegExp): string[] =>
  text.split('\r\n').flatMap((line) => (tags.test(line) ? [line.replace('  - ', ' ').replace(', N.', '')] : []));
const ris = (...of: Parameters<typeof description>): string[] =>
  linesOf(risOf(description(...of), 'rec_1', url), /^(?:TY|A.|C1|ED|T.) /).filter((line) => !line.startsWith('TI'));

test.each([
  ['nam', ' ', ['TY BOOK', 'AU Author', 'AU Composer', 'AU Unsaid', 'A3 Editor', 'A4 Translator', 'T2 Library']],
  ['nam', 'o', ['TY EBOOK', 'AU Author', 'AU Composer', 'AU Unsaid', 'ED Editor', 'A4 Translator', 'T3 Library']],
  ['nas', ' ', ['TY JFULL', 'AU Author', 'AU Composer', 'AU Unsaid', 'ED Editor', 'A4 Translator', 'T3 Library']],
  ['ncm', ' ', ['TY MUSIC', 'AU Composer', 'T3 Library']],
  ['njm', ' ', ['TY SOUND', 'AU Composer', 'A2 Performer', 'T3 Library']],
  ['nim', ' ', ['TY SOUND', 'AU Author', 'AU Composer', 'A2 Performer', 'T3 Library']],
  ['nem', ' ', ['TY MAP', 'AU Author', 'AU Cartographer', 'AU Unsaid', 'T2 Library']],
  ['nkm', ' ', ['TY ART', 'AU Author', 'AU Illustrator', 'AU Unsaid', 'T3 Library']],
  ['ntm', ' ', ['TY MANSCPT', 'AU Author', 'AU Composer', 'AU Unsaid', 'A4 Translator', 'T3 Library']],
  ['nom', ' ', ['TY GEN', 'AU Author', 'AU Composer', 'AU Unsaid', 'A2 Editor', 'A4 Translator', 'T3 Library']],
])('leader %s, form %j: each name has the tag that readers use for its role, or none', (leader, form, lines) => {
  expect(ris(leader, form).sort()).toEqual([...lines].sort());
});

test('for a film the directors come first, the cast is included, producers are not', () => {
  const video = datafield('300', '  ', '$a1 videodisc');
  const carrier = datafield('338', '  ', '$avideodisc$bvd');
  expect(ris('ngm', ' ', [video, carrier])).toEqual(['TY VIDEO', 'AU Director', 'C1 Performer', 'T3 Library']);
});

test('a main entry is cited in any role; a performer is cited as performer', () => {
  const main = (text: string) => [datafield('100', '1 ', text)];
  expect(ris('nam', ' ', main('$aMain, N.,$eillustrator.'))).toContain('AU Main');
  expect(ris('njm', ' ', main('$aMain, N.'))).toContain('AU Main');
  expect(ris('njm', ' ', main('$aMain, N.,$4prf'))).toContain('A2 Main');
});

test('a recording with performers only has them as its authors in BibTeX, a film has none', () => {
  const played = [datafield('245', '00', '$aLive.'), datafield('700', '1 ', '$aPlayer, N.,$eperformer.')];
  const entry = (leader: string) => bibtexOf(describeRecord(aRecord(played, {}, leader)), 'rec_1', url);
  expect(entry('00000njm a2200000 a 4500')).toContain('  author = {Player, N.},');
  expect(entry('00000ngm a2200000 a 4500')).not.toContain('author');
});

test('SN is the number of the medium that is read', () => {
  const numbers = [datafield('020', '  ', '$a9780141439587'), datafield('022', '  ', '$a0028-0836')];
  const numbered = (leader: string) => {
    const one = describeRecord(aRecord(numbers, {}, leader));
    return linesOf(risOf(one, 'rec_1', url), /^SN/);
  };
  expect(numbered('00000nam a2200000 a 4500')).toEqual(['SN 9780141439587']);
  expect(numbered('00000nas a2200000 a 4500')).toEqual(['SN 0028-0836']);
});

const imprint = (text: string, fixed: string): { ris: string[]; bibtex: string } => {
  const one = describeRecord(aRecord([datafield('260', '  ', text)], { '008': fixed }));
  return { ris: linesOf(risOf(one, 'rec_1', url), /^(?:PY|CY|PB) /), bibtex: bibtexOf(one, 'rec_1', url) };
};

test.each([
  ['$a[London] :$bPenguin,$c[c1985]', '850101s1985    ', ['PY 1985', 'CY London', 'PB Penguin']],
  ['$a[S.l.] :$b[s.n.],$c[198-?]', '850101s198u    ', []],
  ['$aParis :$bSeuil,$c[19--]', '850101s19uu    ', ['CY Paris', 'PB Seuil']],
  ['$a[Place of publication not identified] :$b[publisher not identified],$c1850?', '850101s1850    ', ['PY 1850']],
])('an imprint %s is cited as far as it is known', (text, fixed, lines) => {
  const { ris: exported, bibtex } = imprint(text, fixed);
  expect(exported).toEqual(lines);
  expect(bibtex.includes('  year = ')).toBe(lines.some((line) => line.startsWith('PY')));
  expect(bibtex).toMatch(lines.some((line) => line.startsWith('PY')) ? /^@book\{anon-1\d{3}-1,/ : /^@book\{anon-nd-1,/);
  expect(bibtex).not.toMatch(/not identified|s\.n\.|S\.l\./);
});

test('the key of an edited book has its editor’s name, in ASCII', () => {
  const edited = [datafield('245', '00', '$aA book.'), datafield('700', '1 ', '$aØrsted, Éva,$eeditor.')];
  expect(bibtexOf(describeRecord(aRecord(edited)), 'rec_1', url)).toMatch(/^@book\{orsted-nd-1,\n/);
});

test('TeX special characters are escaped, RIS has no line breaks, a name in its original script is not repeated', () => {
  const one = describeRecord(
    aRecord([
      datafield('100', '1 ', '$6880-01$aTolstoy, Leo.'),
      { ...datafield('245', '10', '$6880-02'), subfields: [{ code: 'a', value: 'A & B % # _ ~ ^ \\ 1 $\r\nER  - x' }] },
      datafield('880', '1 ', '$6100-01/(N$aТолстой, Лев'),
    ]),
  );
  const bibtex = bibtexOf(one, 'rec_1', url);
  expect(bibtex).toContain(
    '{{A \\& B \\% \\# \\_ \\textasciitilde{} \\textasciicircum{} \\textbackslash{} 1 \\$ ER - x}}',
  );
  expect(bibtex).toContain('  author = {Tolstoy, Leo},');
  const lines = risOf(one, 'rec_1', url).split('\r\n');
  expect(lines.filter((line) => /^(?:AU|ER|TI)/.test(line))).toEqual([
    ...['TI  - A & B % # _ ~ ^ \\ 1 $ ER - x', 'AU  - Tolstoy, Leo', 'ER  - '],
  ]);
});
