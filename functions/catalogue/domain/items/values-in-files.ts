import * as z from 'zod';

const names = ['location', 'category', 'callNumber'] as const;

/** What both a member's files and its staff say of a copy: where it stands, what type it is, its call number. */
export type CopyValues = Record<(typeof names)[number], string>;

/** What a member's files said last of a copy where staff said otherwise since; of what they agree in, nothing. */
export const fileValuesSchema = z.object({
  location: z.string().exactOptional(),
  category: z.string().exactOptional(),
  callNumber: z.string().exactOptional(),
});
export type FileValues = z.infer<typeof fileValuesSchema>;

/** A copy with the memory of its files. One of before there was such memory has none: its values are taken for the files' own. */
type Remembering = CopyValues & { fileValues?: FileValues };

const each = <T>(of: (name: keyof CopyValues) => T): Record<keyof CopyValues, T> => ({
  location: of('location'),
  category: of('category'),
  callNumber: of('callNumber'),
});

const lastWords = (copy: Remembering): CopyValues => each((name) => copy.fileValues?.[name] ?? copy[name]);

const unlike = (words: CopyValues, stands: CopyValues): { fileValues?: FileValues } => {
  const other = names.filter((name) => words[name] !== stands[name]).map((name) => [name, words[name]] as const);
  return other.length === 0 ? {} : { fileValues: Object.fromEntries(other) };
};

/** What is remembered of a copy's files when staff set values: what the files said last, where that is another now. */
export const fileValuesWhenSet = (before: Remembering, set: CopyValues): { fileValues?: FileValues } =>
  unlike(lastWords(before), set);

/**
 * Whose word stands after a load, value by value: that of staff until the files say something new; what they say again they said
 * before. The same rule as of commitments to keep a copy.
 */
export const valuesAfterLoad = (before: Remembering, loaded: CopyValues): CopyValues & { fileValues?: FileValues } => {
  const last = lastWords(before);
  const stands = each((name) => (loaded[name] === last[name] ? before[name] : loaded[name]));
  return { ...stands, ...unlike(loaded, stands) };
};

/** The words of a copy's files that were passed over, each with the one that stands; none where they agree. */
export const passedOver = (copy: Remembering): { fromFile: string; stands: string }[] =>
  names.flatMap((name) => {
    const fromFile = copy.fileValues?.[name];
    return fromFile === undefined ? [] : [{ fromFile, stands: copy[name] }];
  });
