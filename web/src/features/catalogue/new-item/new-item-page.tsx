import { Button, NativeSelect, TextInput } from '@mantine/core';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { FailedNotice } from '../../../components/states.tsx';
import { toast } from '../../../components/toasts.tsx';
import { useSay } from '../../../i18n/translate.ts';
import { MemberRoom } from '../shared/member-page.tsx';
import { noValues, saidValues, typedValues, type Values } from './item-values.ts';
import { useAddItem, useTemplates } from './templates.ts';
import { usePrices } from './use-prices.ts';
import { ValueInputs } from './value-inputs.tsx';

const route = getRouteApi('/new-item');

const noOwn = { barcode: '', copyNumber: '', volume: '' };
type Own = typeof noOwn;

/** The number of a record in its library's own system, out of how the catalogue knows it (`library:number`). */
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
  const say = useSay();
  const { data: templates = [], error } = useTemplates(memberId);
  if (error) return <FailedNotice thrown={error} />;
  return (
    <p className="row changes-beside">
      <NativeSelect
        size="sm"
        label={say('new-item.template')}
        value={name}
        data={[
          { value: '', label: say('new-item.no-template') },
          ...templates.map((template) => ({ value: template.name, label: template.name })),
        ]}
        onChange={({ currentTarget: { value } }) => choose(value)}
      />
      <Link to="/item-templates" search={{ member: memberId }}>
        {say('templates.title')}
      </Link>
    </p>
  );
};

const ownFields = ['copyNumber', 'volume'] as const;

const Form = ({ memberId, source }: { memberId: string; source: string | undefined }) => {
  const say = useSay();
  const { typed, minor } = usePrices();
  const { data: templates = [] } = useTemplates(memberId);
  const add = useAddItem(memberId);
  const barcode = useRef<HTMLInputElement>(null);
  const [number, setNumber] = useState(localOf(source, memberId));
  const [template, setTemplate] = useState('');
  const [values, setValues] = useState<Values>(noValues);
  const [own, setOwn] = useState<Own>(noOwn);
  const given = templates.find(({ name }) => name === template)?.defaults;
  const said = saidValues(values, minor);
  const isWhole = number.trim() !== '' && own.barcode.trim() !== '' && (values.branchId || given?.branchId);
  const send = (): void => {
    if (!said || !isWhole) return;
    const body = {
      ...{ sourceId: `${memberId}:${number.trim()}`, ...said, ...(template && { template }) },
      ...{ barcode: own.barcode.trim(), copyNumber: own.copyNumber.trim(), volume: own.volume.trim() },
    };
    add.mutate(body, {
      onSuccess: (made) => {
        toast(say('new-item.made', { barcode: made.barcode }));
        // The next copy of the same kind is a scan away.
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
        label={say('new-item.record')}
        description={say('new-item.record-meaning')}
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
        noBranch={given?.branchId ? say('new-item.as-template') : say('changes.which-branch')}
        isPriceWrong={said === undefined}
      />
      <div className="changes-fields">
        {ownFields.map((field) => (
          <TextInput
            key={field}
            size="sm"
            label={say(`item-field.${field}`)}
            value={own[field]}
            maxLength={200}
            onChange={({ currentTarget: { value } }) => setOwn({ ...own, [field]: value })}
          />
        ))}
      </div>
      <TextInput
        ref={barcode}
        label={say('pull.barcode')}
        description={say('new-item.barcode-meaning')}
        value={own.barcode}
        maxLength={40}
        autoComplete="off"
        onChange={({ currentTarget: { value } }) => setOwn({ ...own, barcode: value })}
      />
      <p>
        <Button type="submit" disabled={!said || !isWhole} loading={add.isPending}>
          {say('new-item.make')}
        </Button>
      </p>
      {add.error && <FailedNotice thrown={add.error} />}
    </form>
  );
};

/** Copies made by hand on a record of one's library, by a template where there is one: the rest stays for the next. */
export const NewItemRoom = () => {
  const say = useSay();
  const navigate = useNavigate();
  const { member, source } = route.useSearch();
  const asked = member ?? source?.slice(0, source.indexOf(':'));
  return (
    <MemberRoom
      title={say('new-item.title')}
      meaning={say('new-item.meaning')}
      asked={asked}
      choose={(memberId) => void navigate({ to: '/new-item', search: { member: memberId } })}
    >
      {(memberId) => <Form key={`${memberId} ${source}`} memberId={memberId} source={source} />}
    </MemberRoom>
  );
};
