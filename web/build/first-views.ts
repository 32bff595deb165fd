import type { Plugin } from 'vite';
import { type Language, languageCodes } from '../src/i18n/loaded-messages.ts';
import { messagesOf } from './message-files.ts';

type Texts = Readonly<Record<string, string>>;
type View = { path: string; messages: readonly string[]; main: (texts: Texts) => string };

const text = (texts: Texts, key: string): string => {
  const found = texts[key];
  if (found === undefined) throw new Error(`The first views of pages need the message ${key}.`);
  return found.replaceAll(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
};

/** The pages that people open first, as far as they are known before the app runs and alike for everybody. The elements are those of the page. */
const views: readonly View[] = [
  {
    path: '/',
    messages: ['catalogue'],
    main: (texts) =>
      `<div class="page home"><section class="hero"><div class="hero-inner"><div class="hero-promise"><h1>${text(texts, 'home.title')}</h1></div></div></section></div>`,
  },
  {
    path: '/libraries',
    messages: ['hours'],
    main: (texts) => `<div class="page"><h1>${text(texts, 'hours.title')}</h1></div>`,
  },
  {
    path: '/account',
    messages: ['layout', 'account'],
    main: (texts) =>
      `<div class="page"><h1>${text(texts, 'nav.account')}</h1><p class="lead">${text(texts, 'account.lead')}</p></div>`,
  },
  {
    path: '/welcome',
    messages: ['welcome'],
    main: (texts) =>
      `<div class="welcome"><section class="welcome-band"><div class="welcome-top first-head"></div><div class="welcome-inner"><div class="welcome-promise"><h1>${text(texts, 'welcome.people')}<br />${text(texts, 'welcome.libraries')}<br /><em>${text(texts, 'welcome.day')}</em></h1></div></div></section></div>`,
  },
];

/** Returns the first view of each of these pages in a language, as elements that the browser does not show. */
export const firstViews = async (language: Language, textsOf: (file: string) => Promise<Texts>): Promise<string> => {
  const made = views.map(async ({ path, messages, main }) => {
    const head = path === '/welcome' ? '' : '<header class="header first-head"></header>';
    const texts: Texts = Object.assign({}, ...(await Promise.all(messages.map(textsOf))));
    const body = `<div id="first-view" class="shell">${head}<main>${main(texts)}</main></div>`;
    return `<template data-path="${path}" lang="${language}">${body}</template>`;
  });
  return (await Promise.all(made)).join('\n');
};

/**
 * Writes the first views into the index page, of which `start.js` shows one while the app still loads.
 */
export const firstViewsPlugin = (source: string): Plugin => ({
  name: 'first-views',
  transformIndexHtml: async (html) => {
    const all = languageCodes.map((language) => firstViews(language, (file) => messagesOf(source, language, file)));
    return html.replace('<noscript>', `${(await Promise.all(all)).join('\n')}\n<noscript>`);
  },
});
