import rules from 'virtual:form/membership-update-branch';
import { Button, Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useOperationForm } from '../../../components/form/use-operation-form.ts';
import { FailedNotice } from '../../../components/states.tsx';
import { toast } from '../../../components/toasts.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { type BranchDetails, type EditedBranch, useSaveDetails } from './use-edited-branch.ts';

const slips = ['card', 'name', 'code'] as const;

/** The form for a branch's public details, and for the identification of patrons on its hold slips. */
export const DetailsForm = ({ edited: { branch, version } }: { edited: EditedBranch }) => {
  const t = useTranslate();
  const { name, address, pickup, phone = '', email = '', website = '', holdSlip = 'card', main = false } = branch;
  const { text, check, submit, failed, refused } = useOperationForm({
    rules,
    initial: { name, address, pickup, phone, email, website, holdSlip: holdSlip as string, main },
  });
  const save = useSaveDetails(branch.branchId, () => toast(t('branches.saved')));
  const send = submit((details) => save.mutate({ ...(details as BranchDetails), version }, { onError: refused }));
  return (
    <form className="stack" noValidate onSubmit={send}>
      <TextInput label={t('branches.name')} {...text('name')} />
      <Textarea label={t('branches.address')} autosize={false} rows={2} {...text('address')} />
      <TextInput label={t('branches.phone')} {...text('phone')} type="tel" />
      <TextInput label={t('branches.email')} {...text('email')} />
      <TextInput label={t('branches.website')} {...text('website')} />
      <NativeSelect
        label={t('branches.hold-slip')}
        description={t('branches.hold-slip-meaning')}
        data={slips.map((value) => ({ value, label: t(`branches.slip-${value}`) }))}
        {...text('holdSlip')}
      />
      <Checkbox label={t('branches.pickup')} {...check('pickup')} />
      <Checkbox label={t('branches.main')} description={t('branches.main-meaning')} {...check('main')} />
      {failed && <FailedNotice thrown={failed} />}
      <p className="row">
        <Button type="submit" loading={save.isPending}>
          {t('branches.save-details')}
        </Button>
      </p>
    </form>
  );
};
