/** A position of a fixed-length field: where it is, how long, and by which set of codes each character reads; free text without a set. */
export type Position = { name: string; at: number; length: number; set?: string };

/** The codes of each set, in the order of the standard (MARC 21 Format for Bibliographic Data); `fx.<set>.<code>` names each. */
export const codeSets: Readonly<Record<string, string>> = {
  ...{ status: 'acnp', type: 'acdefgijkmoprt', level: 'abcdims', archival: '#a', encoding: '#1234578uz' },
  ...{ rules: '#acinu', parts: '#abc' },
  ...{ dates: 'bcdeikmnpqrstu', modified: '#dorsx', source: '#cdu' },
  ...{ pictures: '#abcdefghijklmop', audience: '#abcdefgj', form: '#abcdfoqrs', government: '#acfilmosuz' },
  ...{ contents: '#abcdefgijklmnopqrstuvwyz256', yesno: '01', literary: '01cdefhijmpsu', biography: '#abcd' },
  ...{ frequency: '#abcdefghijkmqstuwz', regularity: 'nrux', serial: '#dghjlmnprstw', entry: '012' },
  ...{ alphabet: '#abcdefghijklzu', file: 'abcdefghijmuz', relief: '#abcdefgijkmz', map: 'abcdefguz' },
  ...{ score: 'abcdeghijklmnpuz', transposition: '#abcnu', visual: 'abcdfgiklmnopqrstvwz', technique: 'aclnuz' },
  ...{ carrier: 'acdfghkmoqrstvz' },
  ...{ '007a': 'dgjkqrsuyz', '007c': 'abcdefhjkmoruz', '007s': 'degiqrstuwz', '007v': 'cdfruz', '007t': 'abcduz' },
  ...{ colour: 'abcghmnuz', video: 'abcdefgijkmopqsuvz', speed: 'abcdefhiklmoprnuz', channels: 'mqsuz' },
};

const one = (name: string, at: number, set?: string): Position => ({ name, at, length: 1, ...(set && { set }) });
const many = (name: string, at: number, length: number, set?: string): Position => ({
  ...{ name, at, length },
  ...(set && { set }),
});

const ofLeader: readonly Position[] = [
  ...[one('status', 5, 'status'), one('type', 6, 'type'), one('level', 7, 'level'), one('archival', 8, 'archival')],
  ...[one('encoding', 17, 'encoding'), one('rules', 18, 'rules'), one('parts', 19, 'parts')],
];

/** The kinds of material of 008/18-34 and 006. */
type Material = 'books' | 'continuing' | 'computer' | 'maps' | 'music' | 'visual' | 'mixed';

const byType: Readonly<Record<string, Material>> = {
  ...{ a: 'books', t: 'books', s: 'continuing', m: 'computer', e: 'maps', f: 'maps' },
  ...{ c: 'music', d: 'music', i: 'music', j: 'music', g: 'visual', k: 'visual', o: 'visual', r: 'visual', p: 'mixed' },
};

/** Returns the kind of material of a leader. */
const materialOf = (leader: string): Material | undefined => {
  const [type = '', level = ''] = [leader[6], leader[7]];
  return type === 'a' && 'bis'.includes(level) ? 'continuing' : byType[type];
};

const ofMaterial: Readonly<Record<Material, readonly Position[]>> = {
  books: [
    ...[many('pictures', 18, 4, 'pictures'), one('audience', 22, 'audience'), one('form', 23, 'form')],
    ...[many('contents', 24, 4, 'contents'), one('government', 28, 'government'), one('conference', 29, 'yesno')],
    ...[one('festschrift', 30, 'yesno'), one('index', 31, 'yesno'), one('literary', 33, 'literary')],
    one('biography', 34, 'biography'),
  ],
  continuing: [
    ...[one('frequency', 18, 'frequency'), one('regularity', 19, 'regularity'), one('serial', 21, 'serial')],
    ...[one('original', 22, 'form'), one('form', 23, 'form'), many('contents', 24, 4, 'contents')],
    ...[one('government', 28, 'government'), one('conference', 29, 'yesno'), one('alphabet', 33, 'alphabet')],
    one('entry', 34, 'entry'),
  ],
  computer: [
    ...[one('audience', 22, 'audience'), one('form', 23, 'form'), one('file', 26, 'file')],
    one('government', 28, 'government'),
  ],
  maps: [
    ...[many('relief', 18, 4, 'relief'), many('projection', 22, 2), one('map', 25, 'map')],
    ...[one('government', 28, 'government'), one('form', 29, 'form'), one('index', 31, 'yesno')],
  ],
  music: [
    ...[many('composition', 18, 2), one('score', 20, 'score'), one('audience', 22, 'audience')],
    ...[one('form', 23, 'form'), one('transposition', 33, 'transposition')],
  ],
  visual: [
    ...[many('minutes', 18, 3), one('audience', 22, 'audience'), one('government', 28, 'government')],
    ...[one('form', 29, 'form'), one('visual', 33, 'visual'), one('technique', 34, 'technique')],
  ],
  mixed: [one('form', 23, 'form')],
};

const of008: readonly Position[] = [
  ...[many('entered', 0, 6), one('dates', 6, 'dates'), many('date-1', 7, 4), many('date-2', 11, 4)],
  ...[many('place', 15, 3), many('language', 35, 3), one('modified', 38, 'modified'), one('source', 39, 'source')],
];

const of007: Readonly<Record<string, readonly Position[]>> = {
  a: [one('medium', 1, '007a'), one('colour', 3, 'colour')],
  c: [one('medium', 1, '007c'), one('colour', 3, 'colour')],
  s: [one('medium', 1, '007s'), one('speed', 3, 'speed'), one('channels', 4, 'channels')],
  v: [one('medium', 1, '007v'), one('colour', 3, 'colour'), one('video', 4, 'video')],
  t: [one('medium', 1, '007t')],
};

const byPlace = (positions: readonly Position[]): Position[] => positions.toSorted((a, b) => a.at - b.at);

/** Returns the positions of a fixed field that have names, by the kind of material. Takes its tag, its characters and the leader. */
export const positionsOf = (tag: string, text: string, leader: string): Position[] => {
  if (tag === 'LDR') return [...ofLeader];
  if (tag === '007') return [one('carrier', 0, 'carrier'), ...(of007[text[0] ?? ''] ?? [])];
  if (tag === '008') {
    const material = materialOf(leader);
    return byPlace([...of008, ...(material ? ofMaterial[material] : [])]);
  }
  if (tag !== '006') return [];
  // 006/01-17 repeat 008/18-34 for another side of the thing.
  const material = byType[text[0] ?? ''];
  const shifted = material ? ofMaterial[material].map((position) => ({ ...position, at: position.at - 17 })) : [];
  return [one('type', 0, 'type'), ...shifted];
};

/** Returns the text with other characters at a position, filled up to it with blanks. */
export const written = (text: string, { at, length }: Position, value: string): string =>
  text.padEnd(at + length, '#').slice(0, at) + value.padEnd(length, '#').slice(0, length) + text.slice(at + length);
