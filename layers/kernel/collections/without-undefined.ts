type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Returns a copy of an object without undefined properties: a parsed body has every name of its schema. */
export const withoutUndefined = <T extends object>(object: T): Defined<T> =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as Defined<T>;

/** Returns a copy of an object without undefined properties, typed as T: for types with optional properties that must not be undefined. */
export const withoutUndefinedAs = <T extends object>(object: { [K in keyof T]: T[K] | undefined }): T =>
  withoutUndefined(object) as T;
