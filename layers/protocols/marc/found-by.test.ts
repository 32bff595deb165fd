import { aRecord, datafield } from '../../../test/builders/marc-records.ts';
import { foundBy } from './found-by.ts';

const found = (...data: Parameters<typeof datafield>[]) => foundBy(aRecord(data.map((one) => datafield(...one))));

test('titles of parts identify a record too, also in the original script', () => {
  const { titles } = found(
    ['245', '10', '$aSilence :$blectures and writings /$cJohn Cage.'],
    ['246', '3 ', '$aLectures and writings of Cage :$bcollected'],
    ['210', '0 ', '$aLect. writ.'],
    ['880', '10', '$6245-01$a紅樓夢 :$b上'],
  );
  expect(titles).toEqual(
    expect.arrayContaining(['lectures and writings', 'Lectures and writings of Cage', 'Lect. writ', '紅樓夢']),
  );
});

test('series are found as stated and as traced, without their numbers', () => {
  const { series } = found(
    ['490', '1 ', '$aLecture notes in mathematics ;$v1500'],
    ['830', ' 0', '$aLecture notes in mathematics (Springer-Verlag) ;$v1500.'],
    ['800', '1 ', '$aTolkien, J. R. R.$tLord of the rings ;$v1.'],
  );
  expect(series).toEqual([
    'Lecture notes in mathematics',
    'Lecture notes in mathematics (Springer-Verlag)',
    'Lord of the rings',
  ]);
});

test('also the preceding title, its class numbers, and numbers of related records', () => {
  const { related, callNumbers, numbers } = found(
    ['780', '00', '$tAnnals of botany$x0305-7364'],
    ['050', '00', '$aQA76.73.C153$bS77 1997'],
    ['082', '00', '$a005.13/3$221'],
    ['086', '0 ', '$aA 13.28:K 61/2'],
    ['020', '  ', '$z0704322536 (pbk.)'],
    ['020', '  ', '$a0704322537 :$c$4.95'],
    ['010', '  ', '$a   85000002 $z85-3'],
  );
  expect(related).toEqual(['Annals of botany']);
  expect(callNumbers).toEqual(['QA76.73.C153 S77 1997', '005.133', 'A 13.28:K 61/2']);
  expect(numbers).toEqual(expect.arrayContaining(['9780704322530', '0704322537', '85000002', '85000003', '0305-7364']));
});

test('an empty record has no search terms', () => {
  expect(found()).toEqual({ titles: [], related: [], series: [], callNumbers: [], numbers: [] });
});
