import * as z from 'zod';
import type { Citation } from './citation.ts';

const text = z.string().max(2000).optional();
const numbers = z.array(z.string().max(100)).max(50).optional();

/** The schema of a citation: the fields of `Citation`, with length limits for forms. */
export const citationSchema = z.strictObject({
  kind: z.enum(['book', 'chapter', 'journal', 'article', 'dissertation', 'other']),
  title: text,
  partTitle: text,
  author: text,
  partAuthor: text,
  edition: text,
  volume: text,
  issue: text,
  pages: text,
  date: text,
  publisher: text,
  place: text,
  series: text,
  isbn: numbers,
  issn: numbers,
  oclc: text,
  lccn: text,
  doi: text,
  pmid: text,
  source: text,
}) satisfies z.ZodType<{ [F in keyof Citation]: Citation[F] | undefined }>;
