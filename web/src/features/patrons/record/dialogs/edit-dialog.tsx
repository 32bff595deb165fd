import { Button, NativeSelect, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { api, take } from '../../../../api/client.ts';
import { memberOf, useDirectory } from '../../../../api/directory.ts';
import { useResidences } from '../../../../api/residences.ts';
import { Dialog } from '../../../../components/dialog.tsx';
import { FailedNotice } from '../../../../components/states.tsx';
import { toast } from '../../../../components/toasts.tsx';
import { useTranslate } from '../../../../i18n/translate.ts';
import { useDepartments } from '../../departments/use-departments.ts';
import { CategoryField } from '../../shared/category-field.tsx';
import { type ConsentEntry, ConsentFields } from '../../shared/consent-fields.tsx';
import { LanguageField } from '../../shared/language-field.tsx';
import { AddressFields, ContactFields, NameFields, UsedNameFields } from '../../shared/person-fields.tsx';
import { channels, entryOf, personOf } from '../../shared/person-form.ts';
import type { DialogProps } from '../parts.ts';
import { type BodyOf, useRecordAct } from '../use-record.ts';

type Edit = BodyOf<'patrons-edit-patron'>;

/** The form for what a desk of the home library changes of a patron. Another edit meanwhile is refused, so that none is lost. */
export const EditDialog = ({ patron, branchId, close }: DialogProps) => {
  const t = useTranslate();
  const { branches } = useDirectory();
  const { residences } = useResidences();
  const { patronId, version, person, category, homeBranch, residence = '', contactConsents, department = '' } = patron;
  const [entry, setEntry] = useState(() => entryOf(person));
  const [kind, setKind] = useState(category);
  const [home, setHome] = useState(homeBranch);
  const [lives, setLives] = useState(residence);
  const [unit, setUnit] = useState(department);
  const departments = useDepartments(branchId).data?.departments ?? [];
  const [consents, setConsents] = useState<ConsentEntry>({});
  const [note, setNote] = useState('');
  const edit = useRecordAct(
    patronId,
    (body: Edit, key) =>
      take(api.POST('/v1/patrons/{patronId}/edits', { params: { path: { patronId } }, body, ...key })),
    () => {
      toast(t('patron.saved'));
      close();
    },
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    edit.mutate({
      ...{ branchId, version, person: personOf(entry) },
      ...(kind !== category && { category: kind }),
      ...(home !== homeBranch && { homeBranch: home }),
      ...(lives !== residence && { residence: lives === '' ? null : lives }),
      ...(unit !== department && { department: unit === '' ? null : unit }),
      ...(Object.keys(consents).length > 0 && { contactConsents: consents }),
      ...(note.trim() !== '' && { note: note.trim() }),
    });
  };
  const change = (part: Partial<typeof entry>): void => setEntry((before) => ({ ...before, ...part }));
  const own = branches.filter((one) => memberOf(one.branchId) === memberOf(branchId));
  const stored = Object.fromEntries(
    channels.flatMap((channel) => {
      const answer = contactConsents[channel];
      return answer ? [[channel, answer.given]] : [];
    }),
  );
  return (
    <Dialog title={t('patron.edit-title')} close={close} size="xl">
      <form className="stack" onSubmit={submit}>
        <div className="form-grid">
          <NameFields entry={entry} change={change} />
          <UsedNameFields entry={entry} change={change} />
          <ContactFields entry={entry} change={change} />
          <AddressFields entry={entry} change={change} />
          {residences.length > 0 && (
            <NativeSelect
              label={t('contact.residence')}
              value={lives}
              data={[{ value: '', label: '' }, ...residences.map(({ code: value, name: label }) => ({ value, label }))]}
              onChange={({ currentTarget }) => setLives(currentTarget.value)}
            />
          )}
          <CategoryField value={kind} choose={setKind} />
          <NativeSelect
            label={t('register.home')}
            value={home}
            data={own.map(({ branchId: value, name }) => ({ value, label: name }))}
            onChange={({ currentTarget }) => setHome(currentTarget.value)}
          />
          {departments.length > 0 && (
            <NativeSelect
              label={t('patron.department')}
              value={unit}
              data={[
                { value: '', label: t('patron.no-department') },
                ...departments
                  .filter(({ code, closed }) => !closed || code === department)
                  .map(({ code: value, name: label }) => ({ value, label })),
              ]}
              onChange={({ currentTarget }) => setUnit(currentTarget.value)}
            />
          )}
          <LanguageField value={entry.language} choose={(language) => change({ language })} />
          <ConsentFields stored={stored} consents={consents} change={setConsents} />
          <Textarea
            className="wide"
            label={t('patron.edit-why')}
            value={note}
            maxLength={500}
            autosize
            onChange={({ currentTarget }) => setNote(currentTarget.value)}
          />
        </div>
        {edit.error && <FailedNotice thrown={edit.error} />}
        <div>
          <Button type="submit" loading={edit.isPending}>
            {t('patron.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
};
