/** Where the title of a cover is: above its picture, below it, or in a panel over it. */
export type Layout = 'top' | 'base' | 'label';

const layouts: readonly Layout[] = ['top', 'base', 'label'];

/** Returns whether a format is a journal, whose title is a masthead. */
export const isJournal = (format: string): boolean => /journal|newspaper/.test(format);

/** Returns the layout of a work’s cover by its hash. Small covers and journals have the title at the top. */
export const layoutOf = (format: string, hash: number, large: boolean): Layout =>
  large && !isJournal(format) ? (layouts[(hash >>> 5) % layouts.length] ?? 'top') : 'top';
