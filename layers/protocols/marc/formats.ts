import type { Format } from './format.ts';

const all = {
  book: true,
  'large-print': true,
  braille: true,
  ebook: true,
  journal: true,
  ejournal: true,
  newspaper: true,
  'website-or-database': true,
  score: true,
  map: true,
  globe: true,
  video: true,
  'music-recording': true,
  'spoken-recording': true,
  image: true,
  object: true,
  kit: true,
  software: true,
  manuscript: true,
  archive: true,
  microform: true,
  unknown: true,
} as const satisfies Record<Format, true>;

/** Every format, as a list for parsing; a missing format is a compile error. */
export const formats = Object.keys(all) as Format[];
