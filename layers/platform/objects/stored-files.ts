/** Files of one kind in the bucket: what their keys begin with, and after how many days the bucket itself deletes them. */
export type StoredFiles = { prefix: `${string}/`; days: number };

/** Declares the kinds of files that a context keeps in the bucket. */
export const filesOf = <K extends string>(kinds: Record<K, StoredFiles>): Record<K, StoredFiles> => kinds;
