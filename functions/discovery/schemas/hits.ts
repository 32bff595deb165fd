import type { Hit } from '../domain/views.ts';

/** An example hit for the contracts. */
export const exampleHit: Hit = {
  recordId: 'rec_01kb0000000000000000000000',
  title: 'Pride and prejudice',
  responsibility: 'Jane Austen',
  author: 'Austen, Jane, 1775-1817',
  publishers: ['Penguin'],
  year: 2003,
  format: 'book',
  languages: ['eng'],
  isOnline: false,
  isbn13: ['9780141439518'],
  members: [{ memberId: 'riverton', copies: 2, available: 1 }],
};
