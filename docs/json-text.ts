const WIDTH = 120;

const isScalar = (value: unknown): boolean => typeof value !== 'object' || value === null;

const oneLine = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(oneLine).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([key, one]) => `${JSON.stringify(key)}: ${oneLine(one)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
};

/** Puts as many texts on each line as fit. */
const filled = (texts: readonly string[], indent: string): string => {
  const lines: string[] = [];
  for (const text of texts) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + text.length + 3 <= WIDTH) lines[lines.length - 1] = `${last}, ${text}`;
    else lines.push(`${indent}${text}`);
  }
  return lines.join(',\n');
};

const isShort = (value: unknown): boolean => isScalar(value) || (Array.isArray(value) && value.every(isScalar));

const isReference = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).join() === '$ref';

/**
 * Formats plain data as JSON that is easy to read and compare. Values that fit on one line are on one line; so are adjacent texts,
 * numbers, lists of them or references; a single member shares the brackets around it. An `example` is always one line, because it is reviewed in its
 * contract. Ends with a line feed.
 */
export const jsonText = (value: unknown): string => {
  const write = (one: unknown, indent: string, start: number, key?: string): string => {
    const flat = oneLine(one);
    if (isScalar(one) || flat.length <= 2 || key === 'example' || start + flat.length < WIDTH) return flat;
    const inner = `${indent}  `;
    if (Array.isArray(one)) {
      const items =
        one.every(isScalar) || one.every(isReference)
          ? filled(one.map(oneLine), inner)
          : one.map((item) => `${inner}${write(item, inner, inner.length)}`).join(',\n');
      return `[\n${items}\n${indent}]`;
    }
    const members = Object.entries(one as Record<string, unknown>);
    const [only] = members;
    if (members.length === 1 && only !== undefined) {
      const head = `{ ${JSON.stringify(only[0])}: `;
      return `${head}${write(only[1], indent, start + head.length, only[0])} }`;
    }
    const lines: string[] = [];
    let isOpen = false;
    for (const [name, member] of members) {
      const head = `${JSON.stringify(name)}: `;
      const text = `${head}${write(member, inner, inner.length + head.length, name)}`;
      const last = lines.at(-1);
      const joins = isOpen && isShort(member) && name !== 'example' && last !== undefined;
      if (joins && !text.includes('\n') && last.length + text.length + 3 <= WIDTH)
        lines[lines.length - 1] = `${last}, ${text}`;
      else lines.push(`${inner}${text}`);
      isOpen = isShort(member) && name !== 'example' && !text.includes('\n');
    }
    return `{\n${lines.join(',\n')}\n${indent}}`;
  };
  return `${write(JSON.parse(JSON.stringify(value)), '', 0)}\n`;
};
