import rules from 'virtual:form/membership-update-member';
import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Member } from '../../../api/directory.ts';
import { useOperationForm } from '../../../components/form/use-operation-form.ts';
import { FailedNotice } from '../../../components/states.tsx';
import { toast } from '../../../components/toasts.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { type MemberType, memberTypes } from '../new-library/templates.ts';
import { useUpdateMember } from './members.ts';

const months = Array.from({ length: 12 }, (_, i) => i + 1);

/** The form of one library, prefilled with its details as last written. */
const DetailsForm = ({ member }: { member: Member }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { monthOfYear } = useFormat();
  const { memberId, name, type, fiscalYearStartsIn, lendsOnRequest, detailsVersion: version = 0 } = member;
  const { text, check, submit, failed, refused } = useOperationForm({
    rules,
    initial: { name, type: type as string, fiscalYearStartsIn: String(fiscalYearStartsIn), lendsOnRequest },
  });
  const update = useUpdateMember(memberId, () => toast(t('member-details.saved')));
  const send = submit((values) => {
    const details = { name: values.name ?? name, lendsOnRequest: values.lendsOnRequest ?? lendsOnRequest };
    const [kind, month] = [values.type as MemberType, Number(values.fiscalYearStartsIn)];
    update.mutate({ ...details, type: kind, fiscalYearStartsIn: month, version }, { onError: refused });
  });
  return (
    <form className="stack" noValidate aria-labelledby="edit-member" onSubmit={send}>
      <div className="form-grid">
        <TextInput label={t('member-details.name')} {...text('name')} />
        <NativeSelect
          label={t('member-details.type')}
          data={memberTypes.map((value) => ({ value, label: textOf('member-type', value) }))}
          {...text('type')}
        />
        <NativeSelect
          label={t('member-details.fiscal-year')}
          description={t('member-details.fiscal-year-meaning')}
          data={months.map((value) => ({ value: String(value), label: monthOfYear(value) }))}
          {...text('fiscalYearStartsIn')}
        />
      </div>
      <Checkbox
        label={t('member-details.on-request')}
        description={t('member-details.on-request-meaning')}
        {...check('lendsOnRequest')}
      />
      {failed && <FailedNotice thrown={failed} />}
      <p>
        <Button size="sm" type="submit" loading={update.isPending}>
          {t('member-details.save')}
        </Button>
      </p>
    </form>
  );
};

/** The part of the page in which an administrator of the consortium changes the details of a library. */
export const EditMember = ({ members }: { members: readonly Member[] }) => {
  const t = useTranslate();
  const [chosen, setChosen] = useState(members[0]?.memberId ?? '');
  const member = members.find(({ memberId }) => memberId === chosen);
  return (
    <section aria-labelledby="edit-member" className="stack">
      <h2 id="edit-member">{t('member-details.title')}</h2>
      <p className="quiet">{t('member-details.meaning')}</p>
      <NativeSelect
        size="sm"
        label={t('member-details.member')}
        value={chosen}
        data={members.map(({ memberId, name }) => ({ value: memberId, label: name }))}
        onChange={({ currentTarget }) => setChosen(currentTarget.value)}
      />
      {member && <DetailsForm key={`${chosen} ${member.detailsVersion ?? 0}`} member={member} />}
    </section>
  );
};
