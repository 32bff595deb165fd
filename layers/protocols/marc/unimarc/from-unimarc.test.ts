import { aRecord, datafield } from '../../../../test/builders/marc-records.ts';
import { readIso2709 } from '../read-iso2709.ts';
import type { DataField, MarcRecord } from '../record.ts';
import { writeIso2709 } from '../write-iso2709.ts';
import { fromUnimarc } from './from-unimarc.ts';
import { decodeIso5426, isIso5426 } from './iso5426.ts';
import { unimarcConverter } from './unimarc-converter.ts';

const LEADER = '00000nam0 22000003i 450 ';
const GENERAL = datafield('100', '  ', '$a20040506d1999    u  y0frey50      ba');

const written = (field: DataField): string =>
  `${field.tag} ${field.ind1}${field.ind2} ${field.subfields.map(({ code, value }) => `$${code}${value}`).join('')}`;
const unimarc = (data: DataField[], control: Record<string, string> = { '001': '12' }): MarcRecord =>
  aRecord([GENERAL, ...data], control, LEADER);
const converted = (...data: DataField[]): string[] => fromUnimarc(unimarc(data)).record.data.map(written);

test('finding M7: a novel in UNIMARC becomes MARC 21 with its punctuation, coded values and linked headings', () => {
  const { record, left } = fromUnimarc(
    unimarc([
      datafield('010', '  ', '$a2-07-036024-8$bbr.$d8 EUR'),
      datafield('101', '1 ', '$afre$ceng'),
      datafield('102', '  ', '$aFR'),
      datafield('105', '  ', '$aa   z   000ay'),
      datafield('106', '  ', '$ar'),
      datafield('200', '1 ', '$aLa peste$bTexte imprimé$eroman$fAlbert Camus$gpréface de X$hII$iSuite'),
      datafield('205', '  ', '$aNouv. éd.$frevue par Y'),
      datafield('210', '  ', '$aParis$cGallimard$d1999$eMayenne$gImpr. Floch'),
      datafield('215', '  ', '$a278 p.$cill.$d18 cm'),
      datafield('225', '0 ', '$aCollection Folio$x0768-0732$v42'),
      datafield('410', ' 0', '$0001$tFolio$x0768-0732$v42'),
      datafield('454', ' 1', '$1001123$12001 $aThe plague$1700 1$aCamus$bAlbert'),
      datafield('606', '  ', '$3027$aPeste$xFiction$yAlgérie$z1900-1945$2rameau'),
      datafield('700', ' 1', '$3026$aCamus$bAlbert$f1913-1960$4070'),
      datafield('702', ' 1', '$aDupont$bJean$gJean Marie$4999'),
      datafield('801', ' 0', '$aFR$bBNF$c20040506$gAFNOR'),
      datafield('995', '  ', '$bMAIN$f3001'),
    ]),
  );
  expect(record.leader).toBe('00000nam a22000007i 4500');
  expect(record.control.map(({ tag, value }) => `${tag} ${value}`)).toEqual([
    '001 12',
    '008 040506s1999    fr a    ||||| 000 1 fre |',
  ]);
  expect(record.data.map(written)).toEqual([
    '020    $a2-07-036024-8$qbr.$c8 EUR',
    '040    $aBNF$eAFNOR',
    '041 1  $afre$heng',
    '100 1  $aCamus, Albert,$d1913-1960$4aut',
    '245 10 $aLa peste$h[Texte imprimé] :$broman /$cAlbert Camus ; préface de X. II. Suite',
    '250    $aNouv. éd. /$brevue par Y',
    '264  1 $aParis :$bGallimard,$c1999',
    '264  3 $aMayenne :$bImpr. Floch',
    '300    $a278 p. :$bill. ;$c18 cm',
    '490 0  $aCollection Folio,$x0768-0732 ;$v42',
    '650  7 $aPeste$xFiction$zAlgérie$y1900-1945$2ram',
    '700 1  $aDupont, Jean$q(Jean Marie)',
    '765 0  $aCamus, Albert$tThe plague$w123',
    '830  0 $aFolio$x0768-0732$v42',
    '995    $bMAIN$f3001',
  ]);
  expect(left).toEqual(['106', '702$4']);
});

test('parallel titles, parts and several titles of one author follow the order of the record', () => {
  expect(
    converted(datafield('200', '1 ', '$aHamlet$aMacbeth$dThe tragedies$zeng$fShakespeare$cOn tragedy$fBradley')),
  ).toEqual(['245 00 $aHamlet ;$bMacbeth = The tragedies /$cShakespeare. On tragedy ; Bradley']);
  expect(converted(datafield('200', '1 ', '$aOeuvres$h3$iThéâtre'))).toEqual(['245 00 $aOeuvres.$n3,$pThéâtre']);
});

test.each([
  ['\u0098Les \u009cmisérables', '245 04 $aLes misérables'],
  ["\u0088L'\u0089amant", "245 02 $aL'amant"],
  ['¬Le ¬rouge', '245 03 $aLe rouge'],
  ['Nana', '245 00 $aNana'],
])('words marked as not filed (%s) are counted, and the marks go', (title, field) => {
  expect(converted(datafield('200', '1 ', `$a${title}`))).toEqual([field]);
});

test('a title in two scripts becomes a field and a linked 880', () => {
  expect(
    converted(
      datafield('200', '1 ', '$6a01$7ba$aVoĭna i mir$fL. Tolstoĭ'),
      datafield('200', '1 ', '$6a01$7ca$aВойна и мир$fЛ. Толстой'),
    ),
  ).toEqual(['245 00 $6880-01$aVoĭna i mir /$cL. Tolstoĭ', '880 00 $6245-01/(N$aВойна и мир /$cЛ. Толстой']);
});

test('a meeting, a body in a place, a family and a body as subject have their fields of MARC 21', () => {
  expect(
    converted(
      datafield('200', '1 ', '$aActes'),
      datafield('710', '12', '$aCongrès de chimie$d3$eLyon$f1998$4557'),
      datafield('711', '01', '$aFrance$bMinistère de la culture'),
      datafield('722', '  ', '$aDoe family$4070'),
      datafield('601', '02', '$aONU$bConseil$xHistoire$2lc'),
    ),
  ).toEqual([
    '111 2  $aCongrès de chimie$n3$cLyon$d1998$4orm',
    '245 10 $aActes',
    '610 20 $aONU$bConseil$xHistoire',
    '700 3  $aDoe family$4aut',
    '710 1  $aFrance$bMinistère de la culture',
  ]);
});

test('a serial keeps its frequency, its ISSN and the title that it continues', () => {
  const { record } = fromUnimarc(
    aRecord(
      [
        datafield('011', '  ', '$a0027-8378$yX$z0000-0001'),
        datafield('100', '  ', '$a19850101a19659999m  y0engy50      ba'),
        datafield('110', '  ', '$aaca0xx0'),
        datafield('200', '1 ', '$aThe nation'),
        datafield('430', ' 1', '$tOld nation$x1234-5679'),
      ],
      {},
      '00000nas0 2200000   450 ',
    ),
  );
  expect(record.control).toEqual([{ tag: '008', value: '850101c19659999xx wr p||||||||   |0||| |' }]);
  expect(record.data.map(written)).toEqual([
    '022    $a0027-8378$zX$y0000-0001',
    '245 00 $aThe nation',
    '780 00 $tOld nation$x1234-5679',
  ]);
});

test('an older file in ISO 5426 is read in its own letters', () => {
  const bytes = Buffer.from('\u00c2etudes \u00d0c\u00e1\u00f1 \u00c8u', 'latin1');
  expect(decodeIso5426(bytes)).toEqual({ text: 'études çÆæ'.replace('çÆ', 'çÆ').concat(' ü'), unmapped: 0 });
  expect(isIso5426(Buffer.from('caf\u00c2e', 'latin1'))).toBe(true);
  expect(isIso5426(Buffer.from('caf\u00e9 fran\u00e7ais', 'latin1'))).toBe(false);

  const made = writeIso2709(unimarc([datafield('200', '1 ', '$aXetude')]));
  if (!('bytes' in made)) throw new Error('The record was not written.');
  const raw = Buffer.from(made.bytes);
  raw[raw.indexOf('Xetude')] = 0xc2;
  expect(readIso2709(raw, unimarcConverter)).toMatchObject({
    record: { data: [{ tag: '245', subfields: [{ code: 'a', value: 'étude' }] }] },
    warnings: [{ code: 'unimarc-left-out', detail: '' }],
  });
});
