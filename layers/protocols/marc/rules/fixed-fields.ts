/** Characters of a fixed-length field: their position, number, and the permitted values of each, or of all together (with examples). */
export type FixedCode = { at: number; length: number } & ({ each: string } | { form: RegExp; such: string });

const each = (at: number, values: string, length = 1): FixedCode => ({ at, length, each: values });
const form = (at: number, length: number, shape: RegExp, such: string): FixedCode => ({
  at,
  length,
  form: shape,
  such,
});

/** The kinds of material of 008/18-34. */
export type Material = 'books' | 'continuing' | 'computer' | 'maps' | 'music' | 'visual' | 'mixed';

/** Returns the kind of material of a leader by type and level (06 and 07). Undefined for a type that MARC 21 lacks. */
export const materialOf = (leader: string): Material | undefined => {
  const [type, level] = [leader[6] ?? '', leader[7] ?? ''];
  if (type === 'a') return 'bis'.includes(level) ? 'continuing' : 'books';
  const byType: Readonly<Record<string, Material>> = {
    ...{ t: 'books', m: 'computer', e: 'maps', f: 'maps', c: 'music', d: 'music', i: 'music', j: 'music' },
    ...{ g: 'visual', k: 'visual', o: 'visual', r: 'visual', p: 'mixed' },
  };
  return byType[type];
};

/** The codes of the leader; lengths and constants are computed when writing. */
export const leaderCodes: readonly FixedCode[] = [
  each(5, 'acnp'),
  each(6, 'acdefgijkmoprt'),
  each(7, 'abcdims'),
  each(8, ' a'),
  each(17, ' 1234578uzIKLMJE'),
  each(18, ' acinu'),
  each(19, ' abcr'),
];

const AUDIENCE = ' abcdefgj|';
const FORM = ' abcdfoqrs|';
const GOVERNMENT = ' acfilmosuz|';
const CONTENTS = ' abcdefgijklmnopqrstuvwyz256|';

const ofAll: readonly FixedCode[] = [
  form(0, 6, /^(\d{6}|\|{6})$/, '980131'),
  each(6, 'bcdeikmnpqrstu|'),
  form(7, 4, /^([\du]{4}| {4}|\|{4})$/, '1998 19uu #### ||||'),
  form(11, 4, /^([\du]{4}| {4}|\|{4})$/, '1998 19uu #### ||||'),
  form(15, 3, /^([a-z]{2}[a-z ]|\|{3})$/, 'enk fr# xx# |||'),
  form(35, 3, /^([a-z]{3}| {3}|\|{3})$/, 'eng spa mul zxx ### |||'),
  each(38, ' dorsx|'),
  each(39, ' cdu|'),
];

const ofMaterial: Readonly<Record<Material, readonly FixedCode[]>> = {
  books: [
    each(18, ' abcdefghijklmop|', 4),
    ...[each(22, AUDIENCE), each(23, FORM), each(24, CONTENTS, 4), each(28, GOVERNMENT)],
    ...[each(29, '01|', 3), each(33, '01cdefhijmpsu |'), each(34, ' abcd|')],
  ],
  continuing: [
    ...[each(18, ' abcdefghijkmqstuwz|'), each(19, 'nrux|'), each(21, ' dghjlmnprstw|'), each(22, ' abcdefoqs|')],
    ...[each(23, FORM), each(24, `${CONTENTS}h`, 4), each(28, GOVERNMENT), each(29, '01|')],
    ...[each(33, ' abcdefghijklzu|'), each(34, '012|')],
  ],
  computer: [each(22, AUDIENCE), each(23, ' oq|'), each(26, 'abcdefghijmuz|'), each(28, GOVERNMENT)],
  maps: [
    ...[each(18, ' abcdefgijkmz|', 4), each(25, 'abcdefguz|'), each(28, GOVERNMENT), each(29, FORM)],
    ...[each(31, '01|'), each(33, ' ejklnoprz|', 2)],
  ],
  music: [
    ...[
      form(18, 2, /^([a-z]{2}|\|{2})$/, 'sn sy mu uu ||'),
      each(20, ' abcdeghijklmnpuz|'),
      each(21, ' defnu|'),
      each(22, AUDIENCE),
    ],
    ...[each(23, FORM), each(24, ' abcdefghikrsz|', 6), each(30, ' abcdefghijklmnoprstz|', 2), each(33, ' abcnu|')],
  ],
  visual: [
    ...[
      form(18, 3, /^(\d{3}|nnn|---|\|{3})$/, '095 000 nnn --- |||'),
      each(22, AUDIENCE),
      each(28, GOVERNMENT),
      each(29, FORM),
    ],
    ...[each(33, 'abcdfgiklmnopqrstvwz|'), each(34, ' aclnuz|')],
  ],
  mixed: [each(23, FORM)],
};

/** The lengths of fixed-length control fields. */
export const controlLengths: Readonly<Record<string, number>> = { '005': 16, '006': 18, '008': 40 };

/** Returns the codes of 008 for a material. */
export const codesOf008 = (material: Material): readonly FixedCode[] => [...ofAll, ...ofMaterial[material]];

/** Returns the characters of a fixed field at a code when they are not permitted. */
export const wrongAt = (value: string, code: FixedCode): string | undefined => {
  const found = value.slice(code.at, code.at + code.length);
  const isRight = 'each' in code ? [...found].every((one) => code.each.includes(one)) : code.form.test(found);
  return isRight ? undefined : found;
};
