type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** What of an object is there: a parsed body has every name, and undefined where nothing was said. */
export const given = <T extends object>(object: T): Given<T> =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as Given<T>;
