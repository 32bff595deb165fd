// Articles of the languages that catalogues of the consortium hold most.
const ARTICLES: ReadonlySet<string> = new Set(
  'the a an der die das den dem ein eine le la les un une el los las il lo gli i uno una o os as um uma het een de det'.split(
    ' ',
  ),
);

/** Whether a word in lower case is an article of a language that catalogues here hold much of; it may be another word of another. */
export const isArticle = (word: string): boolean => ARTICLES.has(word);

/** Takes a text and which words go (lower case); gives the text without the one that leads it, if another word follows. */
const withoutLeading = (text: string, goes: (word: string) => boolean): string => {
  const [lead, word = ''] = /^[\s"'“‘«[(¿¡]*(\p{L}+)\s+(?=[\s"'“‘«[(¿¡]*[\p{L}\p{N}])/u.exec(text) ?? [];
  return lead !== undefined && goes(word.toLowerCase()) ? text.slice(lead.length) : text;
};

/** A title of which nothing is told, without what may be its article. */
export const withoutLikelyArticle = (title: string): string => withoutLeading(title, isArticle);

/** A title that was told to have no article, or is filed under another: "The" is one all the same, hardly ever another word. */
export const withoutThe = (title: string): string => withoutLeading(title, (word) => word === 'the');
