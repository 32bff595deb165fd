import type { DataField } from '../record.ts';
import { type Converted, fieldOf, leftOver, type Part, punctuated } from './conversion.ts';
import { nonFilingCount } from './non-filing.ts';

const rules: Readonly<Record<string, readonly [string, string]>> = {
  a: ['b', ' ;'],
  c: ['c', '.'],
  d: ['b', ' ='],
  e: ['b', ' :'],
  f: ['c', ' /'],
  g: ['c', ' ;'],
  h: ['n', '.'],
  i: ['p', '.'],
};

/**
 * Converts the title (200) to 245: $a to $a and further ones to $b, $d and $e to $b, $f and $g to $c, $h to $n, $i to $p, $b in brackets
 * to $h. Everything after the first statement of responsibility belongs to $c. `isAdded`: the record has a main entry.
 */
export const convertTitle = (field: DataField, isAdded: boolean): Converted => {
  const parts: Part[] = [];
  for (const { code, value } of field.subfields) {
    const isFirst = parts.length === 0;
    if (code === 'b') {
      if (!isFirst) parts.push({ code: 'h', mark: '', value: `[${value.replace(/^\[|\]$/g, '')}]` });
      continue;
    }
    const [to, mark] = rules[code] ?? [];
    if (to === undefined || mark === undefined) continue;
    if (isFirst) parts.push({ code: 'a', mark: '', value });
    else if (parts.at(-1)?.code === 'c') parts.push({ code: 'c', mark: code === 'f' ? ' ;' : mark, value });
    else parts.push({ code: to, mark: code === 'i' && parts.at(-1)?.code === 'n' ? ',' : mark, value });
  }
  const nonFiling = nonFilingCount(parts[0]?.value ?? '');
  return {
    fields: fieldOf('245', `${isAdded ? 1 : 0}${nonFiling}`, punctuated(parts, 'bc')),
    left: leftOver(field, 'abcdefghiz'),
  };
};
