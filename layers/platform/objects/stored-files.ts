import type { Personal } from '../../kernel/identity/personal-data.ts';

/**
 * Files of one kind in the bucket: what their keys begin with, what they hold, whose data that is, and after how many days the
 * bucket itself deletes them, if not sooner (`sooner` says by what).
 */
export type StoredFiles = { prefix: `${string}/`; holds: string; personal: Personal; days: number; sooner?: string };

/** Declares the kinds of files that a context keeps in the bucket for a time. */
export const filesOf = <K extends string>(kinds: Record<K, StoredFiles>): Record<K, StoredFiles> => kinds;
