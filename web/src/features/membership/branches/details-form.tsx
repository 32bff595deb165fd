import { Button, Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { FailedNotice } from '../../../components/states.tsx';
import { toast } from '../../../components/toasts.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { type BranchDetails, type EditedBranch, useSaveDetails } from './use-edited-branch.ts';

const slips = ['card', 'name', 'code'] as const;

/** Leaves out what was left empty. */
const filled = <T extends object>(fields: T): Partial<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '')) as Partial<T>;

/** The form for what a branch shows of itself, and for whom its hold slips are. */
export const DetailsForm = ({ edited: { branch, version } }: { edited: EditedBranch }) => {
  const t = useTranslate();
  const { name, address, pickup, phone = '', email = '', website = '', holdSlip = 'card' } = branch;
  const [fields, setFields] = useState({ name, address, phone, email, website });
  const [more, setMore] = useState({ pickup, holdSlip });
  const save = useSaveDetails(branch.branchId, () => toast(t('branches.saved')));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const details = { ...filled(fields), ...more } as BranchDetails;
    save.mutate({ ...details, version });
  };
  const field = (key: 'name' | 'phone' | 'email' | 'website', type: string, isRequired = false) => (
    <TextInput
      label={t(`branches.${key}`)}
      type={type}
      required={isRequired}
      maxLength={key === 'phone' ? 40 : 200}
      value={fields[key]}
      onChange={({ currentTarget }) => setFields({ ...fields, [key]: currentTarget.value })}
    />
  );
  return (
    <form className="stack" onSubmit={submit}>
      {field('name', 'text', true)}
      <Textarea
        label={t('branches.address')}
        required
        autosize={false}
        rows={2}
        maxLength={500}
        value={fields.address}
        onChange={({ currentTarget }) => setFields({ ...fields, address: currentTarget.value })}
      />
      {field('phone', 'tel')}
      {field('email', 'email')}
      {field('website', 'url')}
      <NativeSelect
        label={t('branches.hold-slip')}
        description={t('branches.hold-slip-meaning')}
        value={more.holdSlip}
        data={slips.map((value) => ({ value, label: t(`branches.slip-${value}`) }))}
        onChange={({ currentTarget }) =>
          setMore({ ...more, holdSlip: slips.find((one) => one === currentTarget.value) ?? 'card' })
        }
      />
      <Checkbox
        label={t('branches.pickup')}
        checked={more.pickup}
        onChange={({ currentTarget }) => setMore({ ...more, pickup: currentTarget.checked })}
      />
      {save.error && <FailedNotice thrown={save.error} />}
      <p className="row">
        <Button type="submit" loading={save.isPending}>
          {t('branches.save-details')}
        </Button>
      </p>
    </form>
  );
};
