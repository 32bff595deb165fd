import { decideOn } from '../../../../test/builders/decide-on.ts';
import type { Media, Otherwise } from '../../../../test/builders/described-media.ts';

type Fields = Media['fields'];

const film: Media = {
  kind: 'gm',
  date: '2008',
  codes: '102        g   vl',
  fields: {
    245: '$aCasablanca$h[videorecording] /$cWarner Bros. Pictures ; directed by Michael Curtiz.',
    260: '$aBurbank, CA :$bWarner Home Video,$c[2008]',
    300: '$a1 videodisc (102 min.) :$bsd., b&w ;$c4 3/4 in.',
    700: ['$aCurtiz, Michael,$d1888-1962.', '$aBogart, Humphrey,$d1899-1957.'],
  },
};

const album: Media = {
  kind: 'jm',
  date: '1973',
  country: 'enk',
  fields: {
    110: '$aPink Floyd (Musical group)',
    245: '$aThe dark side of the moon$h[sound recording] /$cPink Floyd.',
    260: '$aLondon :$bHarvest,$cp1973.',
    300: '$a1 sound disc :$banalog, 33 1/3 rpm, stereo. ;$c12 in.',
  },
};

const compactDisc: Fields = { 300: '$a1 sound disc :$bdigital ;$c4 3/4 in.' };

const symphony = (conductor: string): Fields => ({
  ...compactDisc,
  100: '$aBeethoven, Ludwig van,$d1770-1827.',
  110: [],
  245: '$aSymphony no. 5$h[sound recording] /$cBeethoven.',
  240: '$aSymphonies,$nno. 5, op. 67,$rC minor',
  511: `$aBerliner Philharmoniker ; ${conductor}, conductor.`,
  700: `$a${conductor.split(' ').reverse().join(', ')}.`,
});

const talking: Media = {
  kind: 'im',
  fields: {
    100: '$aLarsson, Stieg,$d1954-2004.',
    245: '$aThe girl who kicked the hornet’s nest$h[sound recording] /$cStieg Larsson.',
    250: '$aUnabridged.',
    260: '$aNew York :$bRandom House Audio,$cp2010.',
    300: '$a16 sound discs (20 hr.) :$bdigital ;$c4 3/4 in.',
    511: '$aRead by Simon Vance.',
    700: '$aVance, Simon.',
  },
};

const score: Media = {
  kind: 'cm',
  date: '1985',
  country: 'gw ',
  codes: 'op ',
  fields: {
    100: '$aMozart, Wolfgang Amadeus,$d1756-1791.',
    245: '$aDie Zauberflöte :$bKV 620 /$cWolfgang Amadeus Mozart.',
    260: '$aKassel :$bBärenreiter,$c1985.',
    300: '$a1 score (377 p.) ;$c33 cm.',
  },
};

const map: Media = {
  kind: 'em',
  date: '1985',
  fields: {
    110: '$aCalifornia State Automobile Association.',
    245: '$aSan Francisco Bay',
    255: '$aScale 1:24,000.',
    260: '$aSan Francisco :$bCSAA,$c1985.',
    300: '$a1 map :$bcol. ;$c60 x 90 cm',
  },
};

const game: Media = {
  kind: 'mm',
  codes: '    e   g',
  fields: {
    245: '$aFIFA soccer 11',
    260: '$aRedwood City :$bElectronic Arts,$c2010.',
    300: '$a1 computer optical disc :$bsd., col. ;$c4 3/4 in.',
  },
};

describe('records with different content', () => {
  it.each<[string, Media, Otherwise, Otherwise, string[]]>([
    [
      'DVD and Blu-ray, by 007 and note',
      film,
      { '007': 'vd cvaizq', fields: { 538: '$aDVD.' } },
      { '007': 'vd csaizq', fields: { 538: '$aBlu-ray.' } },
      ['different formats (Blu-ray and DVD)'],
    ],
    [
      'DVD and Blu-ray, by 347',
      film,
      { fields: { 347: '$bDVD video' } },
      { fields: { 347: '$bBlu-ray' } },
      ['different formats (Blu-ray and DVD)'],
    ],
    [
      'DVD and VHS',
      film,
      { fields: { 538: '$aDVD.' } },
      { fields: { 300: '$a1 videocassette (102 min.) :$bsd., b&w ;$c1/2 in.', 538: '$aVHS.' } },
      ['different formats (DVD and VHS)'],
    ],
    [
      'widescreen and full screen',
      film,
      { fields: { 250: '$aWidescreen ed.' } },
      { fields: { 250: '$aFull screen ed.' } },
      ['different versions (full screen and widescreen)'],
    ],
    [
      'films of two directors',
      film,
      { fields: { 245: '$aHamlet /$cdirected by Franco Zeffirelli.', 700: '$aZeffirelli, Franco.' } },
      { fields: { 245: '$aHamlet /$cdirected by Kenneth Branagh.', 700: '$aBranagh, Kenneth.' } },
      ['films of other directors'],
    ],
    [
      'seasons in words',
      film,
      { fields: { 245: '$aThe wire :$bthe complete first season' } },
      { fields: { 245: '$aThe wire :$bthe complete second season' } },
      ['different parts (season 1 and season 2)'],
    ],
    [
      'episodes in digits',
      film,
      { fields: { 245: '$aSense and sensibility. Episode 1' } },
      { fields: { 245: '$aSense and sensibility. Episode 2' } },
      ['different parts (episode 1 and episode 2)'],
    ],
    ['LP and CD', album, {}, { fields: compactDisc }, ['different formats (CD and LP)']],
    [
      'LP and cassette',
      album,
      {},
      { fields: { 300: '$a1 sound cassette :$banalog, stereo.' } },
      ['different formats (LP and cassette)'],
    ],
    [
      'two recordings of one symphony',
      album,
      { fields: symphony('Herbert Karajan') },
      { fields: { ...symphony('Carlos Kleiber'), 511: '$aWiener Philharmoniker ; Carlos Kleiber, conductor.' } },
      ['recordings of other performers'],
    ],
    [
      'two symphonies under one title',
      album,
      { fields: { ...symphony('Herbert Karajan'), 245: '$aSymphonies' } },
      { fields: { ...symphony('Herbert Karajan'), 245: '$aSymphonies', 240: '$aSymphonies,$nno. 6, op. 68' } },
      ['other works of the composer by their numbers'],
    ],
    [
      'greatest hits of two',
      album,
      { fields: { 110: [], 100: '$aDylan, Bob,$d1941-', 245: '$aGreatest hits /$cBob Dylan.' } },
      { fields: { 110: '$aSantana (Musical group)', 245: '$aGreatest hits /$cSantana.' } },
      ['recordings in which nobody is named in both'],
    ],
    [
      'issues with numbers of their own',
      album,
      { fields: { '028 02': '$aSHVL 804$bHarvest' } },
      { fields: { '028 02': '$aSMAS-11163$bHarvest' } },
      ['issued under other publisher numbers'],
    ],
    [
      'discs and a media player',
      talking,
      {},
      { fields: { 300: '$a1 sound media player (20 hr.) :$bdigital ;$c3 3/8 x 2 1/8 in.' } },
      ['different formats (CD and media player)'],
    ],
    [
      'discs and MP3 discs',
      talking,
      {},
      { fields: { 300: '$a2 sound discs (20 hr.) :$bdigital, MP3 ;$c4 3/4 in.' } },
      ['different formats (CD and MP3 disc)'],
    ],
    [
      'unabridged and abridged',
      talking,
      {},
      { fields: { 250: '$aAbridged.' } },
      ['different versions (abridged and unabridged)'],
    ],
    [
      'full score by words and vocal score by code',
      score,
      { fields: { 250: '$aFull score.' } },
      { codes: 'opk' },
      ['different versions (full score and vocal score)'],
    ],
    [
      'full and study score, by words',
      score,
      { codes: 'opa' },
      { fields: { 300: '$a1 miniature score (377 p.) ;$c19 cm.' } },
      ['different versions (full score and study score)'],
    ],
    [
      'score and parts',
      score,
      { codes: 'opa' },
      { fields: { 300: '$a4 parts ;$c33 cm.' } },
      ['different versions (full score and parts)'],
    ],
    [
      'songs for high and for low voice',
      score,
      { fields: { 250: '$aHohe Stimme.' } },
      { fields: { 250: '$aTiefe Stimme.' } },
      ['different versions (high voice and low voice)'],
    ],
    [
      'songs in two keys',
      score,
      { fields: { 384: '$aE♭ major' } },
      { fields: { 384: '$aC major' } },
      ['different versions (c major and e flat major)'],
    ],
    [
      'maps of two scales',
      map,
      {},
      { fields: { 255: '$aScale 1:100,000.' } },
      ['maps of other scales (1:100000 and 1:24000)'],
    ],
    [
      'a game for two machines',
      game,
      { fields: { 538: '$aSystem requirements: Wii console.' } },
      { fields: { 538: '$aSystem requirements: Xbox 360 console.' } },
      ['different versions (Wii and Xbox 360)'],
    ],
    [
      'microfilm and microfiche',
      {
        kind: 'am',
        codes: '     a',
        fields: { 245: '$aRiver survey of the county', 260: '$aLeeds :$bHarbour,$c2010' },
      },
      { '007': 'hd afa', fields: { 300: '$a1 microfilm reel' } },
      { '007': 'he bmb', fields: { 300: '$a3 microfiches' } },
      ['different formats (microfiche and microfilm)'],
    ],
  ])('are not merged: %s', (_, base, one, two, because) => {
    expect(decideOn(base, one, two)).toEqual({ verdict: 'different', same: false, score: 0, because });
  });

  it.each<[string, Media, Otherwise, Otherwise, string]>([
    [
      'a videodisc of which only one says Blu-ray',
      film,
      {},
      { fields: { 538: '$aBlu-ray.' } },
      'only one says: Blu-ray',
    ],
    [
      'films under one title whose added entries have no name in common',
      film,
      { fields: { 245: '$aHamlet', 700: '$aZeffirelli, Franco.' } },
      { fields: { 245: '$aHamlet', 700: '$aBranagh, Kenneth.' } },
      'films in which nobody is named in both',
    ],
    [
      'boxes with two codes of the shop',
      film,
      { fields: { '024 1 ': '$a085391200116' } },
      { fields: { '024 1 ': '$a085391176725' } },
      'publisher numbers or product codes differ',
    ],
    [
      'special editions of two kinds',
      film,
      { fields: { 250: '$aCollector’s ed.' } },
      { fields: { 250: '$aDirector’s cut.' } },
      'edition statements that have nothing in common',
    ],
    [
      'full and vocal score, by codes alone',
      score,
      { codes: 'opa' },
      { codes: 'opk' },
      'coded as different versions (full score and vocal score)',
    ],
    [
      'a vocal score, and a score',
      score,
      { fields: { 300: '$a1 vocal score (377 p.)' } },
      {},
      'only one says: vocal score',
    ],
    [
      'sheets of two places',
      map,
      { fields: { 245: '$aNew York-Vermont :$bPlattsburg sheet.' } },
      { fields: { 245: '$aNew York-Vermont :$bWillsboro sheet.' } },
      'each title has words of its own',
    ],
    [
      'a reissue on another label',
      album,
      {},
      { fields: { 260: '$aLondon :$bCapitol,$cp1973.' } },
      'recordings of other labels',
    ],
  ])('need a decision by staff: %s', (_, base, one, two, because) => {
    const decision = decideOn(base, one, two);
    expect(decision).toMatchObject({ verdict: 'ask', same: false });
    expect(decision.because).toContain(because);
  });
});

describe('records of one recording, film, score or map', () => {
  it.each<[string, Media, Otherwise, Otherwise]>([
    ['a DVD with and without 007', film, { '007': 'vd cvaizq', fields: { 538: '$aDVD.' } }, {}],
    [
      'a DVD by note and by 347',
      film,
      { fields: { 538: '$aDVD; region 1.' } },
      { fields: { 300: '$a1 videodisc (102 min.) :$bsound, black and white ;$c4 3/4 in.', 347: '$bDVD video' } },
    ],
    ['one that says widescreen', film, { fields: { 250: '$aWidescreen ed.' } }, {}],
    [
      'an issue number in other spacing, with and without its label',
      album,
      { fields: { '028 02': '$aSHVL 804$bHarvest' } },
      { fields: { '028 02': '$aHarvest SHVL-804' } },
    ],
    [
      'a code of the shop as UPC and as EAN',
      film,
      { fields: { '024 1 ': '$a085391200116' } },
      { fields: { '024 3 ': '$a0085391200116' } },
    ],
    ['an LP by code and by words', album, { '007': 'sd bmmennmplu', fields: { 300: '$a1 sound disc' } }, {}],
    [
      'one that names the conductor, one the orchestra too',
      album,
      { fields: symphony('Herbert Karajan') },
      { fields: { ...symphony('Herbert Karajan'), 700: [], 710: '$aBerliner Philharmoniker.', 511: [] } },
    ],
    ['a talking book that does not say unabridged', talking, {}, { fields: { 250: [] } }],
    ['a score with and without a code', score, { codes: 'opl' }, { codes: 'op ' }],
    [
      'a map whose scale two libraries measured',
      map,
      {},
      { fields: { 255: '$aScale [ca. 1:25,000]. 1 in. to 2,000 ft.' } },
    ],
    ['a map with coded and worded scale', map, {}, { fields: { 255: [], '034 1 ': '$aa$b24000' } }],
  ])('are merged: %s', (_, base, one, two) => {
    expect(decideOn(base, one, two)).toMatchObject({ verdict: 'same' });
  });
});
