import { useEffect } from 'react';

const LONGEST = 160;
const lastPart = /\s+\S*$/;

/** Returns a text that search engines show whole: without its end, between two words, where it is longer. */
export const descriptionOf = (text: string): string =>
  text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1).replace(lastPart, '')}…`;

/** Sets what search engines show of the page; the next page that sets nothing has the description of the whole catalogue. */
export const useDescription = (text: string): void => {
  useEffect(() => {
    const element = document.querySelector<HTMLMetaElement>('meta[name="description"]');
    if (!element || text === '') return;
    const before = element.content;
    element.content = descriptionOf(text);
    return () => {
      element.content = before;
    };
  }, [text]);
};
