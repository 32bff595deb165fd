import { type AmountField, wholeWithin } from '../../../components/amount-fields.tsx';
import { isPlace, written } from '../../../components/policy-columns.ts';
import type { PolicyShape } from '../../../components/policy-values.ts';
import type { Translate } from '../../../i18n/translate.ts';
import { factors, speeds } from './sharing-rules.ts';

const minutes = (text: string): number | undefined => {
  const value = /^\d{1,6}([.]\d+)?$/.test(text.trim()) ? Number(text) : 0;
  return value > 0 && value <= 527_040 ? value : undefined;
};

/** Returns what the page of interlibrary loans has. `nameOf` names a factor. */
export const sharingShape = (
  t: Translate,
  minor: (text: string) => number | undefined,
  nameOf: (factor: string) => string,
): PolicyShape => {
  const yesOrNo = (['yes', 'no'] as const).map((value) => ({ value, label: t(`policy.${value}`) }));
  const end = (key: 'from' | 'to'): AmountField => ({
    ...{ key, label: t(`sharing-rules.${key}`), hint: t('sharing-rules.any'), isOptional: true },
    ...{ reads: isPlace, fault: t('sharing-rules.place-fault') },
  });
  const fee = { key: 'fee', label: t('sharing-rules.fee'), reads: minor };
  return {
    fields: [
      ...speeds.map((speed) => ({
        ...{ key: `answer ${speed}`, label: t(`sharing-rules.answer.${speed}`), reads: minutes },
      })),
      { key: 'answerInOpenHours', label: t('sharing-rules.open-hours'), choices: yesOrNo },
      ...factors.map((factor) => ({
        ...{ key: `weight ${factor}`, label: t('sharing-rules.weight', { factor: nameOf(factor) }) },
        reads: wholeWithin(0, 1000),
      })),
      { key: 'courierDays', label: t('sharing-rules.courier-days'), reads: wholeWithin(0, 60) },
      { key: 'reciprocalFree', label: t('sharing-rules.reciprocal-free'), choices: yesOrNo },
      { key: 'replacementFee', label: t('sharing-rules.replacement'), reads: minor },
      { key: 'messageDays', label: t('sharing-rules.message-days'), reads: wholeWithin(30, 3660) },
      { key: 'linkDays', label: t('sharing-rules.link-days'), reads: wholeWithin(1, 60) },
      { key: 'openings', label: t('sharing-rules.openings'), reads: wholeWithin(1, 100) },
    ],
    lists: [
      { key: 'loanFees', label: t('sharing-rules.loan-fees'), columns: [end('from'), end('to'), fee] },
      { key: 'copyFees', label: t('sharing-rules.copy-fees'), columns: [end('from'), end('to'), fee] },
      {
        ...{ key: 'routes', label: t('sharing-rules.routes') },
        columns: [
          ...[end('from'), end('to')],
          { key: 'days', label: t('sharing-rules.days'), reads: wholeWithin(0, 60) },
        ],
      },
      {
        ...{ key: 'targets', label: t('sharing-rules.targets'), hint: t('sharing-rules.targets-hint') },
        columns: [
          {
            ...{ key: 'place', label: t('sharing-rules.member'), reads: isPlace },
            fault: t('sharing-rules.place-fault'),
          },
          {
            ...{ key: 'surplus', label: t('sharing-rules.surplus'), reads: written(/^-?\d{1,6}$/) },
            fault: t('sharing-rules.surplus-fault'),
          },
        ],
      },
      {
        ...{ key: 'groups', label: t('sharing-rules.groups'), hint: t('sharing-rules.groups-hint') },
        columns: [
          {
            ...{ key: 'name', label: t('sharing-rules.name'), reads: written(/^.{1,40}$/) },
            fault: t('sharing-rules.name-fault'),
          },
          {
            ...{ key: 'places', label: t('sharing-rules.places'), fault: t('sharing-rules.places-fault') },
            reads: written(/^[a-z0-9.-]+([\s,]+[a-z0-9.-]+)+$/),
          },
        ],
      },
    ],
  };
};
