import { useWho } from '../../../api/current-user.ts';
import { wholeWithin } from '../../../components/amount-fields.tsx';
import { codeColumn, placeColumn, written, yesOrNoColumn } from '../../../components/policy-columns.ts';
import type { PolicyShape } from '../../../components/policy-values.ts';
import { PolicyValuesPage } from '../../../components/policy-values-page.tsx';
import { type Translate, useTranslate } from '../../../i18n/translate.ts';
import { policyPages } from '../shared/policy-pages.ts';
import { useBodies } from '../shared/use-bodies.ts';
import { methods } from '../shared/voting.ts';
import {
  bases,
  bylawsValues,
  comparisons,
  isFraction,
  isMethod,
  leavers,
  quorumUnits,
  shownWhen,
  units,
  withBylawsValues,
} from './bylaws.ts';
import { BylawsPreview } from './bylaws-preview.tsx';

type NamedBody = { bodyId: string; name: string };

const bylawsShape = (t: Translate, bodies: readonly NamedBody[]): PolicyShape => {
  const choice = <V extends string>(key: string, values: readonly V[], textOf: (value: V) => string) => ({
    ...{ key, label: t(`bylaws.${key}` as 'bylaws.base') },
    choices: values.map((value) => ({ value, label: textOf(value) })),
  });
  const fraction = (
    key: 'quorum' | 'majority' | 'floor' | 'refusedBy' | 'cap' | 'of' | 'proxyWeight',
    isOptional: boolean,
  ) => ({
    ...{ key, label: t(`bylaws.${key}`), reads: isFraction, fault: t('bylaws.fraction-fault'), isOptional },
    ...(isOptional && { hint: t('bylaws.fraction-none') }),
  });
  const compared = (value: (typeof comparisons)[number]): string => t(`bylaws.compare-${value}`);
  const kinds = [
    { value: 'text', label: t('bylaws.decides-text') },
    { value: 'amendment', label: t('bylaws.decides-amendment') },
    ...Object.entries(policyPages).map(([value, { text }]) => ({ value, label: t(text) })),
  ];
  return {
    fields: [
      {
        key: 'zone',
        label: t('bylaws.zone'),
        hint: t('bylaws.zone-hint'),
        reads: written(/^[A-Za-z][A-Za-z0-9_+/-]{1,50}$/),
      },
      choice('leavers', leavers, (value) => t(`bylaws.leavers-${value}`)),
      yesOrNoColumn(t, 'reBases', t('bylaws.reBases')),
      yesOrNoColumn(t, 'alternates', t('bylaws.alternates')),
      {
        ...{ key: 'proxies', label: t('bylaws.proxies'), hint: t('bylaws.proxies-hint'), isOptional: true },
        reads: wholeWithin(1, 100),
      },
      fraction('proxyWeight', true),
      {
        ...{ key: 'exceptionsBy', label: t('bylaws.exceptionsBy') },
        choices: [
          { value: '', label: t('bylaws.exceptionsBy-none') },
          ...bodies.map(({ bodyId, name }) => ({ value: bodyId, label: name })),
        ],
      },
    ],
    lists: [
      {
        ...{ key: 'rules', label: t('bylaws.rules'), hint: t('bylaws.rules-hint') },
        columns: [
          codeColumn(t, 'code', t('bylaws.code')),
          { key: 'name', label: t('bylaws.name'), reads: written(/^\S.{0,79}$/) },
          {
            ...{ key: 'decides', label: t('bylaws.decides'), hint: t('bylaws.decides-hint'), isOptional: true },
            ...{ isSeveral: true, none: t('bylaws.all-others') },
            hint: t('bylaws.decides-codes', { codes: kinds.map(({ value }) => value).join(', ') }),
            shows: (code) => kinds.find(({ value }) => value === code)?.label ?? code,
          },
          fraction('quorum', true),
          choice('quorumCompare', comparisons, compared),
          choice('quorumUnit', quorumUnits, (value) => t(`voting.unit-${value}`)),
          yesOrNoColumn(t, 'abstentions', t('bylaws.abstentions')),
          fraction('majority', false),
          choice('majorityCompare', comparisons, compared),
          choice('base', bases, (value) => t(`bylaws.base-${value}`)),
          choice('unit', units, (value) => t(`voting.unit-${value}`)),
          fraction('floor', true),
          fraction('refusedBy', true),
          fraction('cap', true),
          yesOrNoColumn(t, 'recusalReducesBase', t('bylaws.recusalReducesBase')),
          { key: 'supporters', label: t('bylaws.supporters'), reads: wholeWithin(0, 1000) },
          { key: 'leastDays', label: t('bylaws.leastDays'), reads: wholeWithin(0, 365) },
          {
            ...{ key: 'amendDays', label: t('bylaws.amendDays'), hint: t('bylaws.amendDays-hint'), isOptional: true },
            reads: wholeWithin(0, 365),
          },
          {
            ...{ key: 'methods', label: t('bylaws.methods'), isOptional: true, isSeveral: true },
            ...{ none: t('bylaws.methods-none'), hint: t('bylaws.methods-hint', { codes: methods.join(', ') }) },
            shows: (code) => (isMethod(code) ? t(`method.${code}`) : code),
          },
          {
            ...{ key: 'secretFewest', label: t('bylaws.secretFewest'), hint: t('bylaws.secretFewest-hint') },
            ...{ isOptional: true, reads: wholeWithin(3, 1000) },
          },
          choice('votesShown', shownWhen, (value) => t(`bylaws.shown-${value}`)),
        ],
      },
      {
        ...{ key: 'members', label: t('bylaws.members'), hint: t('bylaws.members-hint') },
        columns: [
          placeColumn(t, 'memberId', t('bylaws.member')),
          { key: 'weight', label: t('bylaws.weight'), reads: written(/^\d{1,9}(\.\d{1,6})?$/) },
          { key: 'chamber', label: t('bylaws.chamber'), isOptional: true },
          yesOrNoColumn(t, 'votes', t('bylaws.votes')),
        ],
      },
      {
        ...{ key: 'vetoes', label: t('bylaws.vetoes'), hint: t('bylaws.vetoes-hint') },
        columns: [
          codeColumn(t, 'rule', t('bylaws.code')),
          { key: 'chamber', label: t('bylaws.chamber'), reads: written(/^\S.{0,59}$/) },
          fraction('of', false),
        ],
      },
    ],
  };
};

/** The page of the bylaws: who votes with which weight, and which rule decides what, with the numbers for the members of today. */
export const BylawsPage = () => {
  const t = useTranslate();
  const { data } = useBodies(useWho()?.kind === 'staff');
  const shape = bylawsShape(t, data?.bodies ?? []);
  return (
    <PolicyValuesPage
      path="/bylaws"
      title={t('bylaws.title')}
      noneAdopted={t('bylaws.none-adopted')}
      rules={{
        ...{ kind: 'bylaws', shape: () => shape, meaning: t('bylaws.meaning'), read: bylawsValues },
        write: (_, values) => ({ kind: 'bylaws', body: withBylawsValues(values) }),
        beside: (values) => <BylawsPreview values={values} />,
      }}
    />
  );
};
