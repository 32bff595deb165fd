/** A topic of the page for children: its name, and the headings that it selects, as the search expects them. */
export type Topic = { name: string; subject: string };

const SHOWN = 16;

/** Returns a heading in plain words: its first part, without what distinguishes it in parentheses. */
const plainName = (heading: string): string => {
  const [first = ''] = heading.split(' -- ');
  const bracket = first.indexOf(' (');
  return bracket < 0 ? first : first.slice(0, bracket);
};

/** Returns the topics of the most frequent headings: those with the same first part are one topic. */
export const topicsOf = (values: readonly { value: string; heading?: string | undefined }[]): Topic[] => {
  const byName = Map.groupBy(values, ({ heading = '' }) => plainName(heading));
  return [...byName]
    .filter(([name]) => name !== '')
    .slice(0, SHOWN)
    .map(([name, headings]) => ({ name, subject: headings.map(({ value }) => value).join(',') }));
};
