import {
  type AuthorityField,
  headingOf,
  isEstablished,
  withField,
  withHeading,
} from '../../web/src/features/catalogue/edit-record/heading.ts';
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

test('an established form is taken over only where no subfield is lost', () => {
  const twain = 'Twain, Mark, 1835-1910';
  expect(withHeading('100', 'twain, mark$eauthor.$4aut', twain)).toBe('$aTwain, Mark,$d1835-1910$eauthor.$4aut');
  expect(withHeading('600', '$atwain, mark,$d1835-1910$xtravel$2fast', `${twain} -- Travel`)).toBe(
    '$aTwain, Mark,$d1835-1910$xTravel$2fast',
  );
  expect(withHeading('650', '$acosts {dollar}', 'Costs $')).toBe('$aCosts {dollar}');
  const lost: [string, string, string][] = [
    ['110', '$aunited states.$bcongress.$bhouse', 'United States. Congress. House'],
    ['100', '$ajohn paul$bii,$cpope,$d1920-2005', 'John Paul II, Pope, 1920-2005'],
    ['100', '$alawrence, d. h.$q(david herbert),$d1885-1930', 'Lawrence, D. H. (David Herbert), 1885-1930'],
    ['111', '$aolympic games$n(21st :$d1976 :$cmontreal)', 'Olympic Games (21st : 1976 : Montreal)'],
    ['700', '$aausten, jane,$d1775-1817.$temma', 'Austen, Jane, 1775-1817'],
    ['600', '$atwain, mark,$dof old', 'Twain, Mark, of old'],
    ['650', '$awhales', 'Whales -- Arctic Ocean'],
  ];
  expect(lost.map((one) => withHeading(...one))).toEqual(lost.map(() => undefined));
  expect(isEstablished('700', '$aTwain, Mark,$d1835-1910,$eauthor.', twain)).toBe(true);
  expect(isEstablished('700', '$atwain, mark,$d1835-1910', twain)).toBe(false);
});

const fieldOf = (
  tag: string,
  indicators: string,
  text: string,
  more: Partial<AuthorityField> = {},
): AuthorityField => ({
  ...{ tag, ind1: indicators.charAt(0), ind2: indicators.charAt(1), number: '(DLC)n1', vocabulary: '0' },
  subfields: text
    .split('$')
    .slice(1)
    .map((part) => ({ code: part.charAt(0), value: part.slice(1) })),
  ...more,
});

test.each<[string, string, AuthorityField, string | undefined]>([
  [
    'a person with additions, from $a alone; the role stays',
    '700 1# $ijohn paul$ajohn paul$eauthor.$0old',
    fieldOf('100', '0 ', '$aJohn Paul$bII,$cPope,$d1920-2005'),
    '700 0# $ijohn paul$aJohn Paul$bII,$cPope,$d1920-2005$eauthor.$0(DLC)n1',
  ],
  [
    'a body with its parts',
    '110 1# $aunited states.$bcongress$4aut',
    fieldOf('110', '1 ', '$aUnited States.$bCongress.$bHouse'),
    '110 1# $aUnited States.$bCongress.$bHouse$4aut$0(DLC)n1',
  ],
  [
    'a name before a title: the title stays',
    '700 12 $aausten, jane$tEmma.$lSpanish',
    fieldOf('100', '1 ', '$aAusten, Jane,$d1775-1817'),
    '700 12 $aAusten, Jane,$d1775-1817$tEmma.$lSpanish$0(DLC)n1',
  ],
  [
    'a topic that is a place gets its tag, the vocabulary its indicator and $2',
    '650 #4 $alondon$xhistory$2local',
    fieldOf('151', '  ', '$aLondon (England)$xHistory', { vocabulary: '7', source: 'fast' }),
    '651 #7 $aLondon (England)$xHistory$2fast$0(DLC)n1',
  ],
  [
    'a series keeps its volume',
    '810 2# $aharbour press$v12',
    fieldOf('110', '2 ', '$aHarbour Press'),
    '810 2# $aHarbour Press$v12$0(DLC)n1',
  ],
  ['a topic is no added entry', '700 1# $awhales', fieldOf('150', '  ', '$aWhales'), undefined],
])('a heading is taken over whole: %s', (_, before, field, after) => {
  const [tag = '', indicators = ''] = before.split(' ');
  const taken = withField({ tag, indicators, text: before.slice(7) }, field);
  expect(taken && `${taken.tag} ${taken.indicators} ${taken.text}`).toBe(after);
  if (taken) expect(withField(taken, field)).toEqual(taken);
});

test('a call number stands on a spine in its parts', () => {
  expect(callNumberLines('PR4034.E5 2003', 'v.2')).toEqual(['PR4034', '.E5', '2003', 'v.2']);
  expect(callNumberLines('FIC AUS')).toEqual(['FIC', 'AUS']);
});
