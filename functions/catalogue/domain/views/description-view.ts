import type { Description } from '../../../../layers/protocols/marc/description.ts';
import type { Name } from '../../../../layers/protocols/marc/names.ts';
import type { DescriptionView } from './views.ts';

const nameView = (of: Name): NonNullable<DescriptionView['author']> => {
  const { kind, name, roles, originalScript } = of;
  const dates = of.kind === 'person' ? of.parts.dates : undefined;
  return {
    ...{ kind, name, roles },
    ...(originalScript === undefined ? {} : { originalScript }),
    ...(dates === undefined ? {} : { dates }),
  };
};

/** Returns a description as readers see it. */
export const descriptionView = (one: Description): DescriptionView => ({
  title: one.titles.title,
  originalScriptTitles: one.titles.originalScript,
  responsibility: one.titles.responsibility,
  ...(one.mainName ? { author: nameView(one.mainName) } : {}),
  contributors: one.addedNames.map(nameView),
  subjects: one.subjects,
  series: one.series,
  contents: one.contents,
  summaries: one.summaries,
  ...(one.edition ? { edition: one.edition } : {}),
  ...(one.extent ? { extent: one.extent } : {}),
  publishers: one.publication.publishers,
  places: one.publication.places,
  ...(one.publication.dateText ? { dateText: one.publication.dateText } : {}),
  ...(one.publication.year ? { year: one.publication.year } : {}),
  languages: one.languages,
  format: one.format,
  isOnline: one.isOnline,
  isbn13: one.identifiers.isbn13,
  issn: one.identifiers.issn,
  links: one.links,
});
