/** A segment: its tag, and its data elements, each a list of components. */
export type Segment = { tag: string; elements: readonly (readonly string[])[] };

/** The service characters of an interchange (ISO 9735, UNA). */
export type Separators = { component: string; element: string; decimal: string; release: string; terminator: string };

/** The service characters where no UNA states others. */
export const defaultSeparators: Separators = {
  ...{ component: ':', element: '+', decimal: '.', release: '?', terminator: "'" },
};

/** The largest file that is read, in bytes. */
export const MAX_FILE_BYTES = 4_000_000;

/** The most segments that are read of one file. */
const MAX_SEGMENTS = 100_000;

/** Why a file or a message cannot be read: a code, the segment (counted from 1 in the file), and the line of the message where known. */
export type Refusal = {
  code: 'not-edifact' | 'too-large' | 'counts-differ' | 'references-differ' | 'not-library-profile' | 'bad-segment';
  segment?: number;
  line?: string;
  detail: string;
};

/** An error with the refusal of a file or a message. */
export class EdifactError extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.detail);
    this.name = 'EdifactError';
    this.refusal = refusal;
  }
}

/** Throws a refusal. */
export const refuseEdifact = (code: Refusal['code'], detail: string, segment?: number, line?: string): never => {
  throw new EdifactError({
    ...{ code, detail },
    ...(segment !== undefined && { segment }),
    ...(line !== undefined && { line }),
  });
};

/** Returns the component of an element, both counted from 0; empty when absent. */
export const part = ({ elements }: Segment, element: number, component = 0): string =>
  elements[element]?.[component] ?? '';

/** Returns the service characters of a text, and where its segments begin. */
const separatorsOf = (text: string): { separators: Separators; from: number } => {
  if (!text.startsWith('UNA')) return { separators: defaultSeparators, from: 0 };
  const [component = '', element = '', decimal = '', release = '', , terminator = ''] = text.slice(3, 9);
  const marks = [component, element, release, terminator];
  // A blank release character means that there is none (ISO 9735, part 1, 8.1).
  const isFit =
    terminator !== '' && new Set(marks).size === marks.length && !marks.some((mark) => /[A-Za-z0-9]/.test(mark));
  if (!isFit) return refuseEdifact('not-edifact', 'Its UNA states no service characters.', 1);
  return { separators: { component, element, decimal, release, terminator }, from: 9 };
};

/** Returns the segments of a text. A released character stands for itself; line breaks between segments are ignored. */
export const readSegments = (text: string): { segments: Segment[]; separators: Separators } => {
  const { separators, from } = separatorsOf(text);
  const { component, element, release, terminator } = separators;
  const segments: Segment[] = [];
  let elements: string[][] = [['']];
  let current = '';
  let isEmpty = true;
  const endComponent = (): void => {
    const last = elements.at(-1) ?? [];
    last[last.length - 1] = current;
    current = '';
  };
  for (let at = from; at < text.length; at += 1) {
    const mark = text.charAt(at);
    if (isEmpty && /\s/.test(mark)) continue;
    if (mark === release && release !== ' ') {
      at += 1;
      current += text.charAt(at);
    } else if (mark === component) {
      endComponent();
      elements.at(-1)?.push('');
    } else if (mark === element) {
      endComponent();
      elements.push(['']);
    } else if (mark === terminator) {
      endComponent();
      const [[tag = ''] = [], ...rest] = elements;
      if (!/^[A-Z]{3}$/.test(tag)) refuseEdifact('not-edifact', 'A segment has no tag.', segments.length + 1);
      segments.push({ tag, elements: rest });
      if (segments.length > MAX_SEGMENTS) refuseEdifact('too-large', `It has more than ${MAX_SEGMENTS} segments.`);
      elements = [['']];
      isEmpty = true;
      continue;
    } else current += mark;
    isEmpty = false;
  }
  if (!isEmpty) refuseEdifact('not-edifact', 'Its last segment does not end.', segments.length + 1);
  return { segments, separators };
};

const released = (text: string): string => text.replace(/[?+:']/g, '?$&').replace(/[\r\n\t]+/g, ' ');

/** Drops empty parts at the end, which the syntax leaves out. */
const trimmed = <T>(parts: readonly T[], isEmpty: (part: T) => boolean): T[] => {
  let end = parts.length;
  while (end > 0 && isEmpty(parts[end - 1] as T)) end -= 1;
  return parts.slice(0, end);
};

/** Returns a segment as text with the default service characters. */
export const segmentText = ({ tag, elements }: Segment): string => {
  const texts = elements.map((components) =>
    trimmed(components, (component) => component === '')
      .map(released)
      .join(':'),
  );
  return `${[tag, ...trimmed(texts, (text) => text === '')].join('+')}'`;
};
