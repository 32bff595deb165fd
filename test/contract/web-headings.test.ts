import { headingOf, withHeading } from '../../web/src/features/catalogue/edit-record/heading.ts';
import { callNumberLines } from '../../web/src/features/catalogue/labels/call-number-lines.ts';

test('a heading is looked up by its name and subdivisions, and its established form leaves other subfields as they are', () => {
  expect(headingOf('700', '$atwain, mark,$d1835-1910,$eauthor.')).toEqual({
    ...{ list: 'author', text: 'twain, mark, 1835-1910,' },
  });
  expect(headingOf('650', '$aWhales$zArctic Ocean.$2fast')).toEqual({
    list: 'subject',
    text: 'Whales -- Arctic Ocean',
  });
  expect([headingOf('245', '$aEmma'), headingOf('100', '$a')]).toEqual([undefined, undefined]);
  expect(withHeading('700', '$iTranslation of:$atwain, mark$eauthor.', 'Twain, Mark, 1835-1910')).toBe(
    '$iTranslation of:$aTwain, Mark,$d1835-1910$eauthor.',
  );
  expect(withHeading('650', '$awhales$zarctic ocean$2fast', 'Whales -- Arctic Ocean')).toBe(
    '$aWhales$zArctic Ocean$2fast',
  );
});

test('a call number stands on a spine in its parts', () => {
  expect(callNumberLines('PR4034.E5 2003', 'v.2')).toEqual(['PR4034', '.E5', '2003', 'v.2']);
  expect(callNumberLines('FIC AUS')).toEqual(['FIC', 'AUS']);
});
