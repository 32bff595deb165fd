import { describeRecord } from '../../../../layers/protocols/marc/description.ts';
import { aRecord, datafield } from '../../../../test/builders/marc-records.ts';
import { bibtexOf } from './bibtex.ts';
import { citedNames } from './cited-names.ts';
import { risOf } from './ris.ts';

const url = 'https://library.test/record/rec_1';
const title = datafield('245', '00', '$aA work.');

/** Returns a name in a field of a book, in RIS and in BibTeX. */
const cited = (tag: string, indicators: string, text: string): { ris: string[]; bibtex: string[] } => {
  const one = describeRecord(aRecord([title, datafield(tag, indicators, text)]));
  const ris = risOf(one, 'rec_1', url)
    .split('\r\n')
    .filter((line) => line.startsWith('AU'));
  const bibtex = bibtexOf(one, 'rec_1', url)
    .split('\n')
    .filter((line) => /^ {2}author/.test(line));
  return { ris, bibtex };
};

test.each([
  ['100', '1 ', '$aAusten, Jane,$d1775-1817.', 'Austen, Jane', 'Austen, Jane'],
  ['100', '1 ', '$aEliot, T. S.$q(Thomas Stearns),$d1888-1965.', 'Eliot, T. S.', 'Eliot, T. S.'],
  // A forename is one name, with its numeration; titles and epithets are not given names.
  ['100', '0 ', '$aFrancis,$cPope,$d1936-', 'Francis Pope,', '{Francis, Pope}'],
  ['100', '0 ', '$aThomas,$cAquinas, Saint,$d1225?-1274.', 'Thomas Aquinas Saint,', '{Thomas, Aquinas, Saint}'],
  ['100', '0 ', '$aJosquin,$cdes Prez,$d-1521.', 'Josquin des Prez,', '{Josquin, des Prez}'],
  [
    ...(['100', '0 ', '$aElizabeth$bII,$cQueen of Great Britain,$d1926-'] as const),
    ...(['Elizabeth II Queen of Great Britain,', '{Elizabeth II, Queen of Great Britain}'] as const),
  ],
  ['100', '0 ', '$aJohn Paul$bII,$cPope,$d1920-2005.', 'John Paul II Pope,', '{John Paul II, Pope}'],
  ['100', '0 ', '$aCommon$c(Rapper)', 'Common', '{Common}'],
  ['100', '0 ', '$aHomer.', 'Homer', '{Homer}'],
  // Where cataloguers leave the indicator blank, or code it wrongly, the comma decides.
  ['100', '  ', '$aFrancis,$cPope.', 'Francis Pope,', '{Francis, Pope}'],
  ['100', '  ', '$aAusten, Jane.', 'Austen, Jane', 'Austen, Jane'],
  ['700', '0 ', '$aSchneider, Herbert', 'Schneider, Herbert', 'Schneider, Herbert'],
  // A suffix stays in any position; other titles of a surname are not cited.
  ['100', '1 ', '$aKing, Martin Luther,$cJr.,$d1929-1968.', 'King, Martin Luther, Jr.', 'King, Jr., Martin Luther'],
  ['100', '1 ', '$aKing, Martin Luther, Jr., 1929-1968.', 'King, Martin Luther, Jr.', 'King, Jr., Martin Luther'],
  ['100', '1 ', '$aGates, William H.,$cIII.', 'Gates, William H., III', 'Gates, III, William H.'],
  ['100', '1 ', '$aDoyle, Arthur Conan,$cSir,$d1859-1930.', 'Doyle, Arthur Conan', 'Doyle, Arthur Conan'],
  ['100', '1 ', '$aShakespeare, 1564-1616.', 'Shakespeare', '{Shakespeare}'],
  ['100', '1 ', '$aManley,$cMrs.$q(Mary de la Rivière)', 'Manley', '{Manley}'],
  // Families, bodies and meetings are one name.
  ['100', '3 ', '$aNayak (Dynasty :$d1529-1739 :$cMadurai, India)', 'Nayak (Dynasty),', '{Nayak (Dynasty)}'],
  ['100', '3 ', '$aBoesch family.', 'Boesch family,', '{Boesch family}'],
  [
    ...(['110', '2 ', '$aCommittee on Health, Education, and Labor.'] as const),
    ...(['Committee on Health Education and Labor,', '{Committee on Health, Education, and Labor}'] as const),
  ],
  ['710', '2 ', '$aUNESCO.', 'UNESCO', '{UNESCO}'],
  [
    ...(['111', '2 ', '$aCongress of Maps$n(5th :$d1998 :$cParis, France)'] as const),
    ...(['Congress of Maps (5th : 1998 : Paris France),', '{Congress of Maps (5th : 1998 : Paris, France)}'] as const),
  ],
  // BibTeX splits names at "and", and family names after small words.
  [
    ...(['100', '1 ', '$aFustel de Coulanges,$cM.$q(Numa Denis)'] as const),
    ...(['Fustel de Coulanges,', '{Fustel de Coulanges}'] as const),
  ],
  ['100', '1 ', '$aCieza de León, Pedro de.', 'Cieza de León, Pedro de', '{Cieza de León}, Pedro de'],
  ['100', '1 ', '$ade la Mare, Walter.', 'de la Mare, Walter', 'de la Mare, Walter'],
  ['100', '1 ', '$aSmith and Jones, Bob.', 'Smith and Jones, Bob', '{Smith and Jones}, Bob'],
])('%s %s%s is cited as one name or split as it is', (tag, indicators, text, ris, bibtex) => {
  expect(cited(tag, indicators, text)).toEqual({
    ris: [`AU  - ${ris}`],
    bibtex: [`  author = {${bibtex}},`],
  });
});

const placesOf = (...names: [indicators: string, text: string][]): string[] => {
  const added = names.map(([indicators, text]) => datafield('700', indicators, text));
  const places = Object.entries(citedNames(describeRecord(aRecord([title, ...added]))));
  return places.flatMap(([place, held]) =>
    held.map((name) => `${place}: ${'literal' in name ? name.literal : name.family}`),
  );
};

test.each([
  ['$4http://id.loc.gov/vocabulary/relators/edt', 'editors'],
  ['$4https://id.loc.gov/vocabulary/relators/trl', 'translators'],
  ['$eed.', 'editors'],
  ['$ejoint ed. and tr.', 'editors'],
  ['$eeditor of compilation.', 'editors'],
  ['$eHrsg.', 'editors'],
  ['$eHerausgeberIn', 'editors'],
  ['$eéd.', 'editors'],
  ['$eVerfasser*in', 'authors'],
  ['$ejoint author.', 'authors'],
  ['$eÜbersetzer', 'translators'],
  ['$etrad.', 'translators'],
  ['$ecomposer (expression)', 'authors'],
  ['$eauthor,$eeditor.', 'authors'],
  ['$4edt$4trl', 'editors'],
])('a role %s is of the %s', (role, place) => {
  expect(placesOf(['1 ', `$aDoe, Jo,${role}`])).toEqual([`${place}: Doe`]);
});

test.each([
  ['$eillustrator.'],
  ['$eauthor of introduction.'],
  ['$eeditor of moving image work.'],
  ['$etranscriber.'],
  ['$eprinter.'],
  ['$eformer owner.'],
  ['$eHerausgebendes Organ'],
  ['$4http://id.loc.gov/vocabulary/relators/ill'],
])('a person who did no more than %s is no author, editor or translator of a book', (role) => {
  expect(placesOf(['1 ', `$aDoe, Jo,${role}`])).toEqual([]);
});

test('the author of another work is no author of this one; the author of a part of it is', () => {
  const names: [string, string][] = [
    ['1 ', '$iAdaptation of:$aAusten, Jane.$tEmma.'],
    ['12', '$aPlato.$tApology.'],
    ['1 ', '$aPlato,$eeditor.'],
    ['1 ', '$iBased on:$aDoe, Jo.$tFirst.'],
    ['12', '$aDoe, Jo.$tSecond.'],
  ];
  expect(placesOf(...names)).toEqual(['authors: Doe', 'editors: Plato']);
});
