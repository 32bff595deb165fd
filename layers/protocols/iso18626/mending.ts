import type { XmlElement } from './elements.ts';
import { isInstant } from './lenient-values.ts';

/** Whether an element is empty. */
export const isBlank = (element: XmlElement): boolean => element.text.trim() === '' && element.inner.length === 0;

/** The first element of a name within another. */
export const innerOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.inner.find((inner) => inner.name === name);

/** The text at a path within an element; empty without one. */
export const textIn = (element: XmlElement | undefined, ...path: string[]): string =>
  path.reduce(innerOf, element)?.text.trim() ?? '';

/** Creates an element. */
export const made = (name: string, text: string, inner: XmlElement[] = []): XmlElement => ({
  ...{ name, text, inner },
  attributes: new Map<string, string>(),
});

const isThere = (inner: XmlElement, name: string, isTime: boolean): boolean =>
  inner.name === name && (isTime ? isInstant(name, inner.text.trim()) : !isBlank(inner));

/** Fills the inner element `name` with `text` when it is missing, blank, or an invalid instant. */
export const filled = (element: XmlElement, name: string, text: string, isTime = false): XmlElement => {
  if (element.inner.some((inner) => isThere(inner, name, isTime))) return element;
  // When the time is unknown the value stays, and is reported as an error.
  if (isTime && !isInstant(name, text)) return element;
  return { ...element, inner: [...element.inner.filter((inner) => inner.name !== name), made(name, text)] };
};
