import { escapedHtml } from '../../../../layers/kernel/text/escape-html.ts';
import { type PageLanguage, pageLanguages, pageTexts } from './page-texts.ts';

/** A request of the app with its answer, which the page contains so that the app does not ask again. `path` has sorted parameters. */
export type FirstAnswer = { path: string; answer: unknown };

/** The content of a page: `body` is HTML, everything else is text or data. */
export type PageContent = {
  language: PageLanguage;
  title: string;
  description: string;
  body: string;
  /** The words in the search field. */
  words: string;
  /** The address of the page in another language. */
  translated: (language: PageLanguage) => string;
  /** The data for search engines (schema.org). */
  jsonLd?: unknown;
  first?: FirstAnswer;
};

const LONGEST_DESCRIPTION = 160;

/** Returns JSON that an element of HTML may contain: no text in it ends the element. */
const jsonInHtml = (value: unknown): string =>
  JSON.stringify(value).replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');

const jsonElement = (attributes: string, value: unknown): string =>
  value === undefined ? '' : `<script ${attributes}>${jsonInHtml(value)}</script>`;

/** Returns a text that search engines show whole. */
const shortened = (text: string): string =>
  text.length <= LONGEST_DESCRIPTION ? text : `${text.slice(0, LONGEST_DESCRIPTION - 1).trimEnd()}…`.toWellFormed();

const style =
  'body{margin:0}#first-view{font-family:system-ui,sans-serif;line-height:1.5;max-width:60rem;margin:0 auto;padding:1rem}' +
  '#first-view li{margin-block:.5rem}#first-view a{padding-block:.25rem}' +
  '#first-view .unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}';

/** Returns links to the page in the other languages, each by its own name. */
const languageLinks = ({ language, translated }: PageContent): string =>
  pageLanguages
    .filter((other) => other !== language)
    .map((other) => ` · <a href="${escapedHtml(translated(other))}" lang="${other}">${pageTexts[other].ownName}</a>`)
    .join('');

/**
 * Returns a page of the catalogue as HTML: it is readable without JavaScript, and the app (`start.js`, which the build of the web app
 * writes) replaces the content of `root`. Data are elements that no browser executes, as the policy permits no inline script.
 */
export const htmlPage = (content: PageContent): string => {
  const { language, title, description, body, words, jsonLd, first } = content;
  const texts = pageTexts[language];
  const [shownTitle, shownWords] = [escapedHtml(title), escapedHtml(words)];
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta name="color-scheme" content="light dark" />
<meta name="description" content="${escapedHtml(shortened(description))}" />
<link rel="icon" href="/mark.svg" type="image/svg+xml" />
<title>${shownTitle}</title>
<style>${style}</style>
<script src="/first-paint.js"></script>
<script src="/start.js" defer></script>
</head>
<body>
<div id="root"><div id="first-view">
<header><p><a href="/">${texts.catalogue}</a>${languageLinks(content)}</p>
<form action="/search" role="search"><label>${texts.words} <input name="q" type="search" value="${shownWords}" /></label>
<button>${texts.search}</button></form></header>
<main>${body}</main>
${jsonElement('type="application/ld+json"', jsonLd)}
</div></div>
${jsonElement('type="application/json" id="first-answer"', first)}
</body>
</html>
`;
};

/**
 * Returns a page that only starts the app, with a sentence for those without JavaScript: what it shows is not for everybody, or the search
 * engine does not answer.
 */
export const plainPage = (language: PageLanguage, sentence: 'unknown' | 'later'): string => {
  const { catalogue, described, ...texts } = pageTexts[language];
  const body = `<h1>${catalogue}</h1><p>${texts[sentence]}</p>`;
  return htmlPage({ language, title: catalogue, description: described, words: '', translated: () => '/', body });
};
