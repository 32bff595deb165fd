import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useDirectory } from '../../../api/directory.ts';
import { asProblem } from '../../../api/problem.ts';
import { type AmountField, AmountFields, areReadable, wholeOf } from '../../../components/amount-fields.tsx';
import type { PolicyVersion } from '../../../components/policy-versions.ts';
import { FailedNotice } from '../../../components/states.tsx';
import { useReasonText } from '../../../components/use-reason-texts.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { ConflictNotice } from '../loan-rules/conflict-notice.tsx';
import { RuleDiffers } from '../loan-rules/use-adopt-rule.ts';
import { useProposeOwn } from '../loan-rules/use-proposals.ts';
import { beginsOn, DecidedFields } from '../shared/decided-fields.tsx';
import { OwnDifferences } from './own-differences.tsx';
import { commonValue, isOwnAmount, type OwnBound, type OwnKind, ownNumbers } from './own-kinds.ts';
import { useOwnText } from './use-own-text.ts';

type Props = { memberId: string; version: PolicyVersion<OwnKind>; bounds: readonly OwnBound[]; currency: string };

/** The form with which an administrator of a library proposes what it sets itself, inside floors and ceilings. */
export const OwnForm = ({ memberId, version, bounds, currency }: Props) => {
  const t = useTranslate();
  const { memberName } = useDirectory();
  const { typed, minor } = useFormat();
  const reasonText = useReasonText();
  const { kind } = version;
  const { label, text, boundText } = useOwnText(kind, currency);
  const [start] = useState(() => ownNumbers(version, memberId));
  const textsOf = (values: Readonly<Record<string, number>>) =>
    Object.fromEntries(
      Object.entries(values).map(([name, is]) => [name, isOwnAmount(kind, name) ? typed(is, currency) : String(is)]),
    );
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>(() => textsOf(start));
  const [decided, setDecided] = useState({ day: '', reason: '' });
  const propose = useProposeOwn();
  const readOf = (name: string) => (isOwnAmount(kind, name) ? (one: string) => minor(one, currency) : wholeOf);
  const fields: AmountField[] = bounds.map((bound) => ({
    ...{ key: bound.value, label: label(bound.value), isOptional: true, reads: readOf(bound.value) },
    hint: t('own-values.hint', {
      common: text(bound.value, commonValue(version, bound.value)),
      bounds: boundText(bound),
    }),
  }));
  const typedValues = fields.flatMap(({ key, reads }) => {
    const value = texts[key]?.trim() ? reads?.(texts[key] ?? '') : undefined;
    return value === undefined ? [] : [[key, value] as const];
  });
  // What the consortium set and does not open to libraries stays.
  const others = Object.entries(start).filter(([name]) => !bounds.some(({ value }) => value === name));
  const after = Object.fromEntries([...others, ...typedValues]);
  const isSame =
    JSON.stringify(textsOf(after)) === JSON.stringify(textsOf({ ...Object.fromEntries(others), ...start }));
  const { error } = propose;
  const reasons = error && !(error instanceof RuleDiffers) ? asProblem(error).reasons : [];
  const refusedFor = (key: string): string | undefined => {
    const reason = reasons.find(({ pointer }) => pointer === `/body/own/values/${key}`);
    return reason && reasonText(reason);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    propose.mutate({
      memberId,
      own: { kind, before: start, after },
      reason: decided.reason.trim(),
      ...beginsOn(decided),
    });
  };
  const title = t('own-values.change', { library: memberName(memberId) });
  return (
    <form className="stack" aria-label={title} onSubmit={submit}>
      <h3>{title}</h3>
      <p className="quiet">{t('own-values.meaning')}</p>
      <div className="rule-fields">
        <AmountFields fields={fields} amounts={texts} change={setTexts} refusedFor={refusedFor} />
      </div>
      <section aria-label={t('own-values.differences')}>
        {isSame ? (
          <p className="quiet">{t('own-values.no-difference')}</p>
        ) : (
          <OwnDifferences own={{ kind, before: start, after }} currency={currency} />
        )}
      </section>
      <div className="rule-fields">
        <DecidedFields decided={decided} change={setDecided} isProposal />
      </div>
      {error instanceof RuleDiffers ? (
        <ConflictNotice {...{ error, currency, own: kind }} />
      ) : (
        error && <FailedNotice thrown={error} />
      )}
      <p role="status">
        {propose.data &&
          t(propose.data.state === 'adopted' ? 'rule-proposals.adopted-alone' : 'rule-proposals.proposed')}
      </p>
      <p>
        <Button size="sm" type="submit" loading={propose.isPending} disabled={isSame || !areReadable(fields, texts)}>
          {t('rule-proposals.propose')}
        </Button>
      </p>
    </form>
  );
};
