// Articles of the most frequent languages in the consortium's catalogues.
const ARTICLES: ReadonlySet<string> = new Set(
  'the a an der die das den dem ein eine le la les un une el los las il lo gli i uno una o os as um uma het een de det'.split(
    ' ',
  ),
);

/** Returns whether a lower-case word is an article of a frequent language; it may be another word in another language. */
export const isArticle = (word: string): boolean => ARTICLES.has(word);

/** Removes the first word of a text if `goes` accepts it (in lower case) and another word follows. */
const withoutLeading = (text: string, goes: (word: string) => boolean): string => {
  const [lead, word = ''] = /^[\s"'“‘«[(¿¡]*(\p{L}+)\s+(?=[\s"'“‘«[(¿¡]*[\p{L}\p{N}])/u.exec(text) ?? [];
  return lead !== undefined && goes(word.toLowerCase()) ? text.slice(lead.length) : text;
};

/** Removes a likely article from a title without non-filing information. */
export const withoutLikelyArticle = (title: string): string => withoutLeading(title, isArticle);

/** Removes "The" from a title declared to have no article, or filed differently: it is hardly ever another word. */
export const withoutThe = (title: string): string => withoutLeading(title, (word) => word === 'the');
