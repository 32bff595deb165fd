import type { Branch } from '../../../api/directory.ts';
import type { paths } from '../../../api/schema.generated.d.ts';

type Member = paths['/v1/membership/members']['post']['requestBody']['content']['application/json'];
export type MemberType = Member['type'];
type Weekly = Branch['calendar']['weekly'];

/**
 * The initial settings of a library by type: its hours, the start of its fiscal year, whether it lends on request only, and the codes of
 * its shelving locations and item types.
 */
export type Template = Pick<Member, 'fiscalYearStartsIn' | 'lendsOnRequest'> & {
  weekly: Weekly;
  locations: readonly TemplateLocation[];
  itemTypes: readonly TemplateItemType[];
};

type TemplateLocation = 'stacks' | 'children' | 'reference' | 'reserve' | 'classroom' | 'archive';
type TemplateItemType = 'book' | 'child-book' | 'dvd' | 'cd' | 'journal' | 'short-loan' | 'special-collection';

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const;
const onWeekdays = (open: string, close: string): Weekly =>
  Object.fromEntries(weekdays.map((day) => [day, [{ open, close }]]));

export const templates: Record<MemberType, Template> = {
  public: {
    ...{ fiscalYearStartsIn: 7, lendsOnRequest: false },
    weekly: {
      ...onWeekdays('10:00', '18:00'),
      thursday: [{ open: '10:00', close: '20:00' }],
      saturday: [{ open: '10:00', close: '16:00' }],
    },
    locations: ['stacks', 'children', 'reference'],
    itemTypes: ['book', 'child-book', 'dvd', 'cd'],
  },
  academic: {
    ...{ fiscalYearStartsIn: 7, lendsOnRequest: false },
    weekly: {
      ...onWeekdays('08:00', '22:00'),
      friday: [{ open: '08:00', close: '18:00' }],
      saturday: [{ open: '10:00', close: '17:00' }],
      sunday: [{ open: '12:00', close: '22:00' }],
    },
    locations: ['stacks', 'reserve', 'reference'],
    itemTypes: ['book', 'journal', 'short-loan', 'dvd'],
  },
  school: {
    ...{ fiscalYearStartsIn: 7, lendsOnRequest: false, weekly: onWeekdays('08:00', '16:00') },
    ...{ locations: ['stacks', 'classroom'], itemTypes: ['book', 'child-book', 'dvd'] },
  },
  special: {
    ...{ fiscalYearStartsIn: 1, lendsOnRequest: true, weekly: onWeekdays('09:00', '17:00') },
    ...{ locations: ['stacks', 'archive'], itemTypes: ['book', 'journal', 'special-collection'] },
  },
};

export const memberTypes = Object.keys(templates) as MemberType[];

/** Proposes the id of a library from its name: “Maple Hill Library” is `maple-hill`. */
export const idFrom = (name: string): string =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/\b(the|public|library|school|university|college)\b/g, ' ')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[-0-9]+|-+$/g, '')
    .slice(0, 30);
