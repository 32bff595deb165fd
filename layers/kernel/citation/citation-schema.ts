import * as z from 'zod';
import type { Citation } from './citation.ts';

const words = z.string().max(2000).optional();
const numbers = z.array(z.string().max(100)).max(50).optional();

/** A citation as it is read and shown: the words of `Citation`, each of a length that a form can hold. */
export const citationSchema = z.strictObject({
  kind: z.enum(['book', 'chapter', 'journal', 'article', 'dissertation', 'other']),
  title: words,
  partTitle: words,
  author: words,
  partAuthor: words,
  edition: words,
  volume: words,
  issue: words,
  pages: words,
  date: words,
  publisher: words,
  place: words,
  series: words,
  isbn: numbers,
  issn: numbers,
  oclc: words,
  lccn: words,
  doi: words,
  pmid: words,
  source: words,
}) satisfies z.ZodType<{ [F in keyof Citation]: Citation[F] | undefined }>;
