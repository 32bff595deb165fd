import { Button, NativeSelect } from '@mantine/core';
import { type FormEvent, Suspense, useState } from 'react';
import { useDirectory } from '../../../api/directory.ts';
import { asProblem } from '../../../api/problem.ts';
import { useResidences } from '../../../api/residences.ts';
import { type AmountField, AmountFields, isReadable } from '../../../components/amount-fields.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { PolicyRows } from '../../../components/policy-rows.tsx';
import { areValuesReadable } from '../../../components/policy-values.ts';
import { FailedNotice } from '../../../components/states.tsx';
import { usePolicyVersions } from '../../../components/use-policies.ts';
import { useReasonText } from '../../../components/use-reason-texts.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { EffectPreview } from '../../governance/shared/lazy-effect-preview.ts';
import { ProposePolicy } from '../../governance/shared/lazy-propose-policy.ts';
import { useCategoryName } from '../../patrons/shared/use-category-name.ts';
import { beginsOn, DecidedFields } from '../shared/decided-fields.tsx';
import { conditionTexts } from './conditions-text.ts';
import { ConflictNotice } from './conflict-notice.tsx';
import { changedValues } from './merge-rule.ts';
import { placesOf, type Residence, ResidenceField } from './residence-field.tsx';
import { ValueDifferences } from './rule-differences.tsx';
import { ruleIdOf } from './rule-id.ts';
import { ruleFields, ruleLists, ruleSections, valueOfField } from './rule-value-fields.ts';
import { editedValues, enteredValues, NO_LIMIT } from './rule-values.ts';
import { type AdoptedRule, RuleDiffers, rulesToVoteOn, useAdoptRule } from './use-adopt-rule.ts';
import { useBoundHints } from './use-bound-hints.ts';
import { useProposeRules } from './use-proposals.ts';

/** Returns a new rule limited to some residents, under an id of its own. */
const limitedTo = (rule: AdoptedRule, residence: Residence | undefined): AdoptedRule => {
  if (residence === undefined) return rule;
  const { setBy, when } = rule;
  const id = ruleIdOf(setBy, when.itemCategory, when.patronCategory, residence);
  return { ...rule, id, when: { ...when, patronResidence: residence } };
};

type Props = {
  rule: AdoptedRule;
  isNew: boolean;
  currency: string;
  /** Whether another person adopts the change, as for rules of the own library. */
  isProposal: boolean;
  /** Whether the members vote on it: for rules of the consortium always, or as its administrator chooses. */
  vote: 'always' | 'may' | 'never';
  close: () => void;
};

const sections = ['loans', 'fines', 'lost', 'holds'] as const;

/** The form of one loan rule: what changes in words, from which day, and by which decision, or for which reason another person adopts it. */
export const ChangeRule = ({ rule: shown, isNew, currency, isProposal, vote, close }: Props) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const names = { ...useDirectory(), ...useResidences(), categoryName: useCategoryName() };
  const { typed, minor } = useFormat();
  const reasonText = useReasonText();
  const inMinor = (one: string) => minor(one, currency);
  const [residence, setResidence] = useState<Residence>();
  const rule = limitedTo(shown, residence);
  const lacksPlaces = residence !== undefined && placesOf(residence).length === 0;
  const editing = { none: NO_LIMIT, minor: inMinor, typed: (one: number) => typed(one, currency) };
  const [start] = useState(() => enteredValues(rule.values, NO_LIMIT, editing.typed));
  const [entered, setEntered] = useState(start);
  const [decided, setDecided] = useState({ day: '', reason: '' });
  const [isVote, setVote] = useState(vote === 'always');
  const versions = usePolicyVersions('loan-rules', true).data;
  const adoption = useAdoptRule();
  const proposing = useProposeRules();
  const adopt = isProposal ? proposing : adoption;
  const fields = ruleFields({ t, textOf, minor: inMinor, isOptional: true });
  const boundHint = useBoundHints(rule, currency);
  const withBound = (field: AmountField | undefined): AmountField[] =>
    field ? [{ ...field, hint: [boundHint(field.key), field.hint].filter(Boolean).join(' · ') }] : [];
  const lists = ruleLists(t);
  const wrong = Object.values(fields).filter((field) => !isReadable(field, entered.texts));
  // What cannot be read changes nothing, and nothing is adopted until it can.
  const unchanged = Object.fromEntries(wrong.map(({ key }) => [key, start.texts[key] ?? '']));
  const values = editedValues(rule.values, { ...entered, texts: { ...entered.texts, ...unchanged } }, editing);
  const isReady = areValuesReadable({ fields: Object.values(fields), lists }, entered);
  const change = { ...(!isNew && { before: rule }), after: { ...rule, values } };
  const changed = changedValues(isNew ? {} : rule.values, values);
  const { error } = adopt;
  const atFields = error && !(error instanceof RuleDiffers) ? asProblem(error).reasons : [];
  const refusedFor = (key: string): string | undefined => {
    const isOther = (key === 'days' && entered.texts.hours !== '') || (key === 'hours' && entered.texts.hours === '');
    if (isOther || key === 'maxLoansGroup') return undefined;
    const reason = atFields.find(({ pointer }) => pointer.endsWith(`/values/${valueOfField(key)}`));
    return reason && reasonText(reason);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const text = decided.reason.trim();
    if (isProposal) proposing.mutate({ memberId: rule.setBy, changes: [change], reason: text, ...beginsOn(decided) });
    else adoption.mutate({ ...change, decisionReference: text, ...beginsOn(decided) });
  };
  const done = isProposal
    ? proposing.data &&
      t(proposing.data.state === 'adopted' ? 'rule-proposals.adopted-alone' : 'rule-proposals.proposed')
    : adoption.data !== undefined && t('loan-rules.adopted', { versions: adoption.data });
  return (
    <Dialog title={t(isNew ? 'loan-rules.new-rule' : 'loan-rules.change-rule')} close={close} size="lg">
      <form className="stack" aria-label={t('loan-rules.change-rule')} onSubmit={submit}>
        <p>{conditionTexts(t, names, rule).join(', ') || t('loan-rules.all-items')}</p>
        {isNew && <ResidenceField residence={residence} change={setResidence} />}
        <p className="quiet">{t('loan-rules.empty-next')}</p>
        {sections.map((section) => (
          <fieldset key={section} className="rule-section">
            <legend>{t(`loan-rules.section-${section}`)}</legend>
            <div className="rule-fields">
              <AmountFields
                fields={ruleSections[section].flatMap((key) => withBound(fields[key]))}
                amounts={entered.texts}
                change={(texts) => setEntered({ ...entered, texts })}
                refusedFor={refusedFor}
              />
            </div>
          </fieldset>
        ))}
        {lists.map((list) => (
          <PolicyRows
            key={list.key}
            list={list}
            rows={entered.lists[list.key] ?? []}
            change={(rows) => setEntered({ ...entered, lists: { ...entered.lists, [list.key]: rows } })}
          />
        ))}
        <section aria-label={t('loan-rules.differences')}>
          <h3>{t('loan-rules.differences')}</h3>
          {changed.length === 0 && <p className="quiet">{t('loan-rules.no-difference')}</p>}
          {changed.length > 0 && <ValueDifferences {...{ change, currency }} />}
        </section>
        {vote === 'may' && (
          <NativeSelect
            size="sm"
            label={t('policy.how')}
            value={isVote ? 'vote' : 'decided'}
            onChange={({ currentTarget: { value } }) => setVote(value === 'vote')}
          >
            <option value="decided">{t('policy.how-decided')}</option>
            <option value="vote">{t('policy.how-vote')}</option>
          </NativeSelect>
        )}
        <DecidedFields decided={decided} change={setDecided} isProposal={isProposal} isVote={isVote} />
        {error instanceof RuleDiffers ? (
          <ConflictNotice {...{ error, currency }} />
        ) : (
          error && <FailedNotice thrown={error} />
        )}
        <p role="status">{done}</p>
        <p>
          {adopt.isSuccess ? (
            <Button size="sm" variant="default" onClick={close}>
              {t('do.close')}
            </Button>
          ) : isVote ? undefined : (
            <Button
              size="sm"
              type="submit"
              loading={adopt.isPending}
              disabled={changed.length === 0 || !isReady || lacksPlaces}
            >
              {t(isProposal ? 'rule-proposals.propose' : 'loan-rules.adopt')}
            </Button>
          )}
        </p>
      </form>
      {versions && (
        <Suspense>
          <EffectPreview
            isReady={changed.length > 0 && isReady && !lacksPlaces}
            change={() => {
              const { kind, body } = rulesToVoteOn(versions, { ...change, ...beginsOn(decided) });
              return { kind, body };
            }}
          />
        </Suspense>
      )}
      {isVote && versions && (
        <Suspense>
          <ProposePolicy
            isReady={changed.length > 0 && isReady && !lacksPlaces}
            policy={() => rulesToVoteOn(versions, { ...change, ...beginsOn(decided) })}
          />
        </Suspense>
      )}
    </Dialog>
  );
};
