import { Button, NativeSelect, TextInput } from '@mantine/core';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { FailedNotice } from '../../../components/states.tsx';
import { toast } from '../../../components/toasts.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { MemberPage } from '../shared/member-page.tsx';
import { filledValues, noValues, typedValues, type Values } from './item-values.ts';
import { useAddItem, useTemplates } from './templates.ts';
import { usePrices } from './use-prices.ts';
import { ValueInputs } from './value-inputs.tsx';

const route = getRouteApi('/new-item');

const noOwn = { barcode: '', copyNumber: '', volume: '' };
type Own = typeof noOwn;

/** Extracts the record number in the library's own system from the source record id (`library:number`). */
const localOf = (sourceId: string | undefined, memberId: string): string =>
  sourceId?.startsWith(`${memberId}:`) ? sourceId.slice(memberId.length + 1) : '';

const TemplateChoice = ({
  memberId,
  name,
  choose,
}: {
  memberId: string;
  name: string;
  choose: (name: string) => void;
}) => {
  const t = useTranslate();
  const { data: templates = [], error } = useTemplates(memberId);
  if (error) return <FailedNotice thrown={error} />;
  return (
    <p className="row changes-beside">
      <NativeSelect
        size="sm"
        label={t('new-item.template')}
        value={name}
        data={[
          { value: '', label: t('new-item.no-template') },
          ...templates.map((template) => ({ value: template.name, label: template.name })),
        ]}
        onChange={({ currentTarget: { value } }) => choose(value)}
      />
      <Link to="/item-templates" search={{ member: memberId }}>
        {t('templates.title')}
      </Link>
    </p>
  );
};

const ownFields = ['copyNumber', 'volume'] as const;

const Form = ({ memberId, source }: { memberId: string; source: string | undefined }) => {
  const t = useTranslate();
  const { typed, minor } = usePrices();
  const { data: templates = [] } = useTemplates(memberId);
  const add = useAddItem(memberId);
  const barcode = useRef<HTMLInputElement>(null);
  const [number, setNumber] = useState(localOf(source, memberId));
  const [template, setTemplate] = useState('');
  const [values, setValues] = useState<Values>(noValues);
  const [own, setOwn] = useState<Own>(noOwn);
  const given = templates.find(({ name }) => name === template)?.defaults;
  const filled = filledValues(values, minor);
  const isWhole = number.trim() !== '' && own.barcode.trim() !== '' && (values.branchId || given?.branchId);
  const send = (): void => {
    if (!filled || !isWhole) return;
    const body = {
      ...{ sourceId: `${memberId}:${number.trim()}`, ...filled, ...(template && { template }) },
      ...{ barcode: own.barcode.trim(), copyNumber: own.copyNumber.trim(), volume: own.volume.trim() },
    };
    add.mutate(body, {
      onSuccess: (made) => {
        toast(t('new-item.made', { barcode: made.barcode }));
        // Clears the form for the next item of the same kind.
        setOwn(noOwn);
        barcode.current?.focus();
      },
    });
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <TextInput
        label={t('new-item.record')}
        description={t('new-item.record-meaning')}
        value={number}
        maxLength={180}
        onChange={({ currentTarget: { value } }) => setNumber(value)}
      />
      <TemplateChoice memberId={memberId} name={template} choose={setTemplate} />
      <ValueInputs
        memberId={memberId}
        values={values}
        put={(more) => setValues({ ...values, ...more })}
        instead={given && typedValues(given, typed)}
        noBranch={given?.branchId ? t('new-item.as-template') : t('changes.which-branch')}
        isPriceWrong={filled === undefined}
      />
      <div className="changes-fields">
        {ownFields.map((field) => (
          <TextInput
            key={field}
            size="sm"
            label={t(`item-field.${field}`)}
            value={own[field]}
            maxLength={200}
            onChange={({ currentTarget: { value } }) => setOwn({ ...own, [field]: value })}
          />
        ))}
      </div>
      <TextInput
        ref={barcode}
        label={t('pull.barcode')}
        description={t('new-item.barcode-meaning')}
        value={own.barcode}
        maxLength={40}
        autoComplete="off"
        onChange={({ currentTarget: { value } }) => setOwn({ ...own, barcode: value })}
      />
      <p>
        <Button type="submit" disabled={!filled || !isWhole} loading={add.isPending}>
          {t('new-item.make')}
        </Button>
      </p>
      {add.error && <FailedNotice thrown={add.error} />}
    </form>
  );
};

/** Creates items on a library's own record, optionally from a template; the other values stay for the next item. */
export const NewItemPage = () => {
  const t = useTranslate();
  const navigate = useNavigate();
  const { member, source } = route.useSearch();
  const asked = member ?? source?.slice(0, source.indexOf(':'));
  return (
    <MemberPage
      title={t('new-item.title')}
      meaning={t('new-item.meaning')}
      asked={asked}
      choose={(memberId) => void navigate({ to: '/new-item', search: { member: memberId } })}
    >
      {(memberId) => <Form key={`${memberId} ${source}`} memberId={memberId} source={source} />}
    </MemberPage>
  );
};
