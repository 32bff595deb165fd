import { type AmountField, type Amounts, wholeWithin } from '../../../components/amount-fields.tsx';
import { yes } from '../../../components/policy-columns.ts';
import type { PolicyVersion } from '../../../components/policy-versions.ts';
import type { Translate } from '../../../i18n/translate.ts';

/** A version of the policy of holds. */
export type HoldsVersion = PolicyVersion<'holds'>;
type Body = HoldsVersion['body'];

const othersWaitRules = ['refuse', 'ask', 'ignore'] as const;
const acts = ['hold', 'capture', 'fulfil'] as const;

/** The rules of the API until the consortium adopts others. */
export const usualRules = {
  ...{ maxDuplicates: 1, localCopyAlert: false, localCopyBlock: false, maxOverdue: null, othersWait: 'ask' },
  ...{ restoredGoesLast: false, maxSuspendedDays: 366, blocks: { hold: 'all', capture: [], fulfil: 'all' } },
} satisfies Body;
const rulesOf = (body: Body | undefined): Body => ({ ...usualRules, ...body });

/** Returns the fields of the rules for holds. */
export const holdFields = (t: Translate): AmountField[] => {
  const yesOrNo = (['yes', 'no'] as const).map((value) => ({ value, label: t(`policy.${value}`) }));
  const stops = (['all', 'none', 'some'] as const).map((value) => ({ value, label: t(`hold-rules.stop-${value}`) }));
  return [
    {
      ...{ key: 'othersWait', label: t('hold-rules.others-wait'), hint: t('hold-rules.others-wait-meaning') },
      choices: othersWaitRules.map((value) => ({ value, label: t(`hold-rules.${value}`) })),
    },
    {
      ...{ key: 'maxDuplicates', label: t('hold-rules.duplicates'), hint: t('hold-rules.duplicates-hint') },
      reads: wholeWithin(1, 20),
    },
    { key: 'maxOverdue', label: t('hold-rules.overdue'), isOptional: true, reads: wholeWithin(1, 1000) },
    { key: 'maxSuspendedDays', label: t('hold-rules.suspended'), reads: wholeWithin(1, 3650) },
    { key: 'localCopyAlert', label: t('hold-rules.local-warn'), choices: yesOrNo },
    { key: 'localCopyBlock', label: t('hold-rules.local-refuse'), choices: yesOrNo },
    { key: 'restoredGoesLast', label: t('hold-rules.restored-last'), choices: yesOrNo },
    ...acts.map((act) => ({ key: `blocks ${act}`, label: t(`hold-rules.stop.${act}`), choices: stops })),
  ];
};

const stopText = (codes: Body['blocks'][(typeof acts)[number]]): string => {
  if (codes === 'all') return 'all';
  return codes.length === 0 ? 'none' : 'some';
};

/** Returns the rules of a policy as typed; of the API where none is adopted. */
export const holdTexts = (body: Body | undefined): Amounts => {
  const rules = rulesOf(body);
  return {
    ...{ othersWait: rules.othersWait, maxDuplicates: String(rules.maxDuplicates) },
    ...{ maxOverdue: String(rules.maxOverdue ?? ''), maxSuspendedDays: String(rules.maxSuspendedDays) },
    ...{ localCopyAlert: yes(rules.localCopyAlert), localCopyBlock: yes(rules.localCopyBlock) },
    restoredGoesLast: yes(rules.restoredGoesLast),
    ...Object.fromEntries(acts.map((act) => [`blocks ${act}`, stopText(rules.blocks[act])])),
  };
};

/** Returns a policy with the rules as typed. The blocks that stop an act stay where only some do. */
export const withHoldRules = (body: Body | undefined, texts: Amounts): Body => {
  const rules = rulesOf(body);
  const stopping = (act: (typeof acts)[number]) => {
    const text = texts[`blocks ${act}`];
    if (text === 'all') return 'all' as const;
    return text === 'none' || rules.blocks[act] === 'all' ? [] : rules.blocks[act];
  };
  return {
    ...rules,
    othersWait: othersWaitRules.find((rule) => rule === texts.othersWait) ?? rules.othersWait,
    ...{ maxDuplicates: Number(texts.maxDuplicates), maxSuspendedDays: Number(texts.maxSuspendedDays) },
    maxOverdue: texts.maxOverdue?.trim() ? Number(texts.maxOverdue) : null,
    ...{ localCopyAlert: texts.localCopyAlert === 'yes', localCopyBlock: texts.localCopyBlock === 'yes' },
    restoredGoesLast: texts.restoredGoesLast === 'yes',
    blocks: { hold: stopping('hold'), capture: stopping('capture'), fulfil: stopping('fulfil') },
  };
};
