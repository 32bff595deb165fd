import type { XmlElement } from './elements.ts';
import { isInstant } from './lenient-values.ts';

/** Whether an element says nothing at all. */
export const isBlank = (element: XmlElement): boolean => element.text.trim() === '' && element.inner.length === 0;

/** The first element of a name within another. */
export const innerOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.inner.find((inner) => inner.name === name);

/** The text at a path within an element; empty where there is none. */
export const textIn = (element: XmlElement | undefined, ...path: string[]): string =>
  path.reduce(innerOf, element)?.text.trim() ?? '';

/** An element of our own making. */
export const made = (name: string, text: string, inner: XmlElement[] = []): XmlElement => ({
  ...{ name, text, inner },
  attributes: new Map<string, string>(),
});

const isThere = (inner: XmlElement, name: string, isTime: boolean): boolean =>
  inner.name === name && (isTime ? isInstant(name, inner.text.trim()) : !isBlank(inner));

/** The element with `text` in its inner element `name`, where that is missing, blank, or meant for an instant and none. */
export const filled = (element: XmlElement, name: string, text: string, isTime = false): XmlElement => {
  if (element.inner.some((inner) => isThere(inner, name, isTime))) return element;
  // A time that nobody knows leaves what is there: it is told as the error that it is.
  if (isTime && !isInstant(name, text)) return element;
  return { ...element, inner: [...element.inner.filter((inner) => inner.name !== name), made(name, text)] };
};
