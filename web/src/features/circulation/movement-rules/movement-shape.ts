import { type AmountField, wholeWithin } from '../../../components/amount-fields.tsx';
import { codeColumn, itemColumns, placeColumn, written, yesOrNoColumn } from '../../../components/policy-columns.ts';
import type { PolicyShape } from '../../../components/policy-values.ts';
import type { Translate } from '../../../i18n/translate.ts';
import { returnPlaces } from './movement-rules.ts';

const branch = written(/^[a-z0-9-]+\.[a-z0-9-]+$/);
const branches = written(/^[a-z0-9-]+\.[a-z0-9-]+([\s,]+[a-z0-9-]+\.[a-z0-9-]+)+$/);
const weekdays = written(/^[1-7]([\s,]+[1-7]){0,6}$/);
const isoDays = [1, 2, 3, 4, 5, 6, 7] as const;
const name = written(/^.{1,40}$/);

/** Returns what the page of movements has: two values and seven lists. */
export const movementShape = (t: Translate, weekday: (day: number) => string): PolicyShape => {
  const items = itemColumns(t);
  const named = { key: 'name', label: t('movement-rules.name'), reads: name, fault: t('movement-rules.name-fault') };
  const several = (key: string, label: string): AmountField => ({
    ...{ key, label, reads: branches, fault: t('movement-rules.branches-fault'), names: 'places', isSeveral: true },
  });
  const group = codeColumn(t, 'group', t('movement-rules.group'));
  const depth = { reads: wholeWithin(0, 2), hint: t('movement-rules.depth-hint') };
  return {
    fields: [
      {
        ...{ key: 'minimumTransitMinutes', label: t('movement-rules.minimum') },
        ...{ hint: t('movement-rules.minimum-hint'), reads: wholeWithin(0, 1440) },
      },
      { key: 'longTransitDays', label: t('movement-rules.long'), reads: wholeWithin(1, 365) },
    ],
    lists: [
      {
        ...{ key: 'returns', label: t('movement-rules.returns'), hint: t('movement-rules.returns-hint') },
        columns: [
          {
            ...{ key: 'to', label: t('movement-rules.to') },
            choices: returnPlaces.map((value) => ({ value, label: t(`movement-rules.to-${value}`) })),
          },
          ...items,
        ],
      },
      {
        ...{ key: 'suppress', label: t('movement-rules.suppress'), hint: t('movement-rules.suppress-hint') },
        columns: [
          ...[named, several('branches', t('movement-rules.branches'))],
          ...[
            yesOrNoColumn(t, 'holds', t('movement-rules.holds')),
            yesOrNoColumn(t, 'nonHolds', t('movement-rules.non-holds')),
          ],
        ],
      },
      {
        ...{ key: 'floatGroups', label: t('movement-rules.float-groups'), hint: t('movement-rules.float-hint') },
        columns: [group, yesOrNoColumn(t, 'manual', t('movement-rules.manual'))],
      },
      { key: 'floatItems', label: t('movement-rules.float-items'), columns: [group, ...items] },
      {
        ...{ key: 'floatPlaces', label: t('movement-rules.float-places'), hint: t('movement-rules.float-places-hint') },
        columns: [
          group,
          placeColumn(t, 'at', t('movement-rules.at')),
          { ...depth, key: 'stopDepth', label: t('movement-rules.stop-depth') },
          { ...depth, key: 'maxDepth', label: t('movement-rules.max-depth'), isOptional: true },
          yesOrNoColumn(t, 'exclude', t('movement-rules.exclude')),
          {
            ...{ key: 'cap', label: t('movement-rules.cap'), hint: t('movement-rules.no-cap') },
            ...{ isOptional: true, reads: wholeWithin(0, 100_000) },
          },
        ],
      },
      {
        ...{ key: 'routes', label: t('movement-rules.routes') },
        columns: [
          ...[codeColumn(t, 'route', t('movement-rules.route')), named],
          several('stops', t('movement-rules.stops')),
          {
            ...{ key: 'days', label: t('movement-rules.days'), reads: weekdays, isSeveral: true },
            choices: isoDays.map((day) => ({ value: String(day), label: weekday(day) })),
          },
        ],
      },
      {
        ...{ key: 'totes', label: t('movement-rules.totes') },
        columns: [
          {
            ...{ key: 'branch', label: t('movement-rules.branch'), reads: branch, names: 'places' },
            fault: t('movement-rules.branch-fault'),
          },
          named,
        ],
      },
    ],
  };
};
