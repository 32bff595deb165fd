import { pick } from './random.ts';
import type { Work } from './works/work.ts';

/** The number of works in a hundred that a member buys, and the maximum number of copies of each. */
type Interest = { percent: number; copies: number };
type Interests = (work: Work) => Interest;

const nothing: Interest = { percent: 0, copies: 0 };
const sciences = /^(?:00[4-6]|5|6[0-2])/;
const sea =
  /\b(?:sea|seas|seafaring|ships?|sailing|voyages?|nautical|navigation|maritime|merchant mariners|whaling|ocean|naval)\b/i;
const isForeign = (work: Work): boolean => !['eng', 'zxx'].includes(work.language);
const isFiction = (work: Work): boolean => work.dewey.startsWith('8');
const aboutTheSea = (work: Work): boolean => work.subjects.some((subject) => sea.test(subject));

const publicLibrary: Interests = (work) => {
  if (work.form === 'dvd') return { percent: 62, copies: 2 };
  if (work.form === 'cd') return { percent: 66, copies: 2 };
  if (work.form === 'journal') return { percent: sciences.test(work.dewey) ? 8 : 30, copies: 1 };
  if (work.form === 'score' || work.form === 'map') return { percent: 15, copies: 1 };
  if (work.audience === 'juvenile') return { percent: 78, copies: 3 };
  if (isForeign(work)) return { percent: 28, copies: 1 };
  return { percent: work.year < 1850 ? 12 : 56, copies: 2 };
};

const university: Interests = (work) => {
  if (work.form === 'score') return { percent: 90, copies: 1 };
  if (work.form === 'journal') return { percent: 88, copies: 1 };
  if (work.form === 'map') return { percent: 60, copies: 1 };
  if (work.form === 'cd') return { percent: 30, copies: 1 };
  if (work.form === 'dvd') return { percent: 50, copies: 1 };
  if (work.audience === 'juvenile') return { percent: 14, copies: 1 };
  return isFiction(work) ? { percent: 66, copies: 1 } : { percent: 90, copies: 2 };
};

const technical: Interests = (work) => {
  if (sciences.test(work.dewey)) return { percent: 92, copies: 3 };
  if (['score', 'cd', 'dvd', 'map'].includes(work.form) || work.audience === 'juvenile') return nothing;
  return { percent: isFiction(work) ? 14 : 36, copies: 1 };
};

const maritime: Interests = (work) => {
  if (aboutTheSea(work)) return { percent: 88, copies: 1 };
  return work.form === 'map' ? { percent: 70, copies: 1 } : nothing;
};

const school: Interests = (work) => {
  if (work.form !== 'book') return work.form === 'dvd' ? { percent: 8, copies: 1 } : nothing;
  if (work.audience === 'juvenile') return { percent: 64, copies: 2 };
  return work.language === 'eng' && work.year > 1900 ? { percent: 26, copies: 2 } : nothing;
};

const interests: Readonly<Record<string, Interests>> = {
  riverton: publicLibrary,
  lakeshore: publicLibrary,
  harcourt: university,
  calder: technical,
  ashgrove: maritime,
  northfield: school,
};

// The locations of the first, second and third copy; a university's music goes to its music library.
const shelves: Readonly<Record<string, (work: Work) => string[]>> = {
  riverton: ({ audience }) =>
    audience === 'juvenile'
      ? ['riverton.main', 'riverton.eastside', 'riverton.mobile']
      : ['riverton.main', 'riverton.hillcrest', 'riverton.eastside'],
  lakeshore: () => ['lakeshore.main', 'lakeshore.dunes', 'lakeshore.prairie'],
  harcourt: ({ form, dewey }) => {
    if (form === 'score' || form === 'cd') return ['harcourt.music'];
    return sciences.test(dewey) ? ['harcourt.science', 'harcourt.science'] : ['harcourt.main', 'harcourt.main'];
  },
  calder: () => ['calder.main', 'calder.engineering', 'calder.main'],
  ashgrove: () => ['ashgrove.reading'],
  northfield: ({ audience }) =>
    audience === 'juvenile' ? ['northfield.lower', 'northfield.upper'] : ['northfield.upper', 'northfield.upper'],
};

// A work that matches no member's interests is still assigned, or half the world's literature would be missing.
const lastResort = (work: Work, member: string): boolean =>
  member === (work.audience === 'juvenile' || ['dvd', 'cd'].includes(work.form) ? 'lakeshore' : 'harcourt') &&
  Object.entries(interests).every(([each, interest]) => pick(`${work.id}@${each}`, 100) >= interest(work).percent);

/**
 * Returns the branches of a member's copies of a work, one entry per copy, none when it does not hold the work. The result
 * depends on the work's id only, so that a new work moves no other work's copies.
 */
export function collects(work: Work, member: string): string[] {
  const interest = (interests[member] ?? (() => nothing))(work);
  const places = shelves[member]?.(work) ?? [];
  if (pick(`${work.id}@${member}`, 100) >= interest.percent) return lastResort(work, member) ? places.slice(0, 1) : [];
  return places.slice(0, 1 + pick(`${work.id}#${member}`, interest.copies));
}
