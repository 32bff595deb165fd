import * as z from 'zod';

const names = ['location', 'category', 'callNumber'] as const;

/** The values of a copy that both a member's files and its staff set: its location, type and call number. */
export type CopyValues = Record<(typeof names)[number], string>;

/** The last values in a member's files that staff changed since; empty where they agree. */
export const fileValuesSchema = z.object({
  location: z.string().exactOptional(),
  category: z.string().exactOptional(),
  callNumber: z.string().exactOptional(),
});
export type FileValues = z.infer<typeof fileValuesSchema>;

/** A copy with the last values of its files. Copies stored before these existed have none: their values count as those of the files. */
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

/** Returns the file values to store when staff set values: the last values of the files, where they differ now. */
export const fileValuesWhenSet = (before: Remembering, set: CopyValues): { fileValues?: FileValues } =>
  unlike(lastWords(before), set);

/**
 * Returns the values after a load, one by one: those of staff until the files contain new ones; a repeated value is not new. The same rule
 * applies to commitments to retain a copy.
 */
export const valuesAfterLoad = (before: Remembering, loaded: CopyValues): CopyValues & { fileValues?: FileValues } => {
  const last = lastWords(before);
  const stands = each((name) => (loaded[name] === last[name] ? before[name] : loaded[name]));
  return { ...stands, ...unlike(loaded, stands) };
};

/** Returns the file values of a copy that were not applied, each with the value in force; empty where they agree. */
export const passedOver = (copy: Remembering): { fromFile: string; stands: string }[] =>
  names.flatMap((name) => {
    const fromFile = copy.fileValues?.[name];
    return fromFile === undefined ? [] : [{ fromFile, stands: copy[name] }];
  });
