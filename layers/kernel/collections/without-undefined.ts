type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Copies an object without the properties whose value is undefined: a parsed body has every name of its schema. */
export const withoutUndefined = <T extends object>(object: T): Defined<T> =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as Defined<T>;

/** Copies an object without undefined properties, typed as T: for types whose optional properties may be absent but not undefined. */
export const withoutUndefinedAs = <T extends object>(object: { [K in keyof T]: T[K] | undefined }): T =>
  withoutUndefined(object) as T;
