import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslate } from '../../../i18n/translate.ts';
import type { Service, Wanted } from '../shared/ways.ts';
import {
  type CitedField,
  type CitedKind,
  citationOf,
  citedKinds,
  fieldsFor,
  isNeeded,
  type Typed,
  usualService,
} from './cited-fields.ts';

const services = ['loan', 'copy', 'copy-or-loan'] as const satisfies Service[];

type Form = { title: string; onCite: (wanted: Wanted, title: string) => void };

/** The form to cite a title that the catalogue lacks: its kind first, then the fields of that kind. */
export const CiteForm = ({ title, onCite }: Form) => {
  const t = useTranslate();
  const [kind, setKind] = useState<CitedKind>('book');
  const [service, setService] = useState<Service>();
  const [typed, setTyped] = useState<Typed>({ title });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const citation = citationOf(kind, typed);
    onCite({ citation, service: service ?? usualService(kind) }, citation.partTitle ?? citation.title ?? '');
  };
  const input = (field: CitedField) => (
    <TextInput
      key={field}
      label={field === 'isbn' || field === 'issn' ? field.toUpperCase() : t(`cite.${field}`)}
      required={isNeeded(field, kind, typed)}
      maxLength={field === 'date' ? 40 : field === 'title' || field === 'partTitle' ? 1000 : 100}
      value={typed[field] ?? ''}
      onChange={({ currentTarget: { value } }) => setTyped((before) => ({ ...before, [field]: value }))}
    />
  );
  return (
    <form className="card stack" onSubmit={submit} aria-label={t('cite.page')}>
      <NativeSelect
        label={t('cite.kind')}
        value={kind}
        data={citedKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        onChange={({ currentTarget: { value } }) => setKind(citedKinds.find((one) => one === value) ?? 'book')}
      />
      {fieldsFor(kind).map(input)}
      <NativeSelect
        label={t('cite.service')}
        value={service ?? usualService(kind)}
        data={services.map((value) => ({ value, label: t(`service.${value}`) }))}
        onChange={({ currentTarget: { value } }) => setService(services.find((one) => one === value))}
      />
      <p>
        <Button type="submit">{t('cite.show')}</Button>
      </p>
    </form>
  );
};
