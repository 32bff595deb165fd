import type { Personal } from '../../kernel/identity/personal-data.ts';

/**
 * Files of one kind in the bucket: their key prefix, their content, the persons concerned, and the days after which the bucket itself
 * deletes them, unless they are deleted earlier (`sooner` states by what).
 */
export type StoredFiles = { prefix: `${string}/`; holds: string; personal: Personal; days: number; sooner?: string };

/** Declares the kinds of files that a context stores in the bucket for a limited time. */
export const filesOf = <K extends string>(kinds: Record<K, StoredFiles>): Record<K, StoredFiles> => kinds;
