import { useText } from '#app/ui/text.tsx';
import { Many, One, Place, type RuleEdit, TakeFields, Value } from './rule-inputs.tsx';
import { AmountRows, GroupRows, HeadFields } from './rule-lists.tsx';

/** The fields of one rule, by its kind; what most rules leave alone stands folded below. */
export function RuleBody(edit: RuleEdit) {
  const text = useText();
  const { kind } = edit.rule;
  return (
    <>
      <OwnFields {...edit} />
      <Value edit={edit} name="note" label={text('allocation.form.note')} wide />
      <details className="rule-more" open={isSpecial(edit)}>
        <summary>{text('allocation.form.more')}</summary>
        <Many
          edit={edit}
          name="years"
          label={text('allocation.form.years')}
          options={edit.years.map(String)}
          print={String}
        />
        {kind === 'fixed' || kind === 'floor' || kind === 'ceiling' ? (
          <Many
            edit={edit}
            name="others"
            label={text('allocation.form.others')}
            options={edit.receivers}
            more={edit.moreUnits}
          />
        ) : null}
        <Many
          edit={edit}
          name="within"
          label={text('allocation.form.within')}
          options={edit.receivers}
          more={edit.moreUnits}
        />
      </details>
    </>
  );
}

function isSpecial({ rule: { fields } }: RuleEdit): boolean {
  return ['years', 'others', 'within'].some((name) => (fields[name] ?? []).some((value) => value !== ''));
}

function OwnFields(edit: RuleEdit) {
  const text = useText();
  switch (edit.rule.kind) {
    case 'reserve':
      return (
        <div className="rule-row">
          <Place edit={edit} name="to" />
          <TakeFields edit={edit} hows={['cents', 'total', 'left']} />
        </div>
      );
    case 'fixed':
      return (
        <>
          <AmountRows edit={edit} list="amounts" value="cents" memos />
          <One
            edit={edit}
            name="chargedTo"
            label={text('allocation.form.charged')}
            options={['pool', 'others', 'others-equally']}
            prefix="allocation.form.charged"
          />
        </>
      );
    case 'floor':
    case 'ceiling':
      return <AmountRows edit={edit} list="amounts" value="cents" />;
    case 'tariff':
      return (
        <>
          <div className="rule-row">
            <Value edit={edit} name="centsPerHead" label={text('allocation.form.per-head')} number />
            <HeadFields edit={edit} prefix="" />
          </div>
          <ForUnits edit={edit} name="to" />
        </>
      );
    case 'tariff-per-group':
      return (
        <GroupRows edit={edit}>
          {(g, own) => (
            <>
              <div className="rule-row">
                <Value edit={edit} name={`groups.${g}.group`} label={text('allocation.form.group')} />
                <Value
                  edit={edit}
                  name={`groups.${g}.centsPerHead`}
                  label={text('allocation.form.per-head')}
                  number
                />
                <HeadFields edit={own} prefix={`groups.${g}.`} />
              </div>
              <ForUnits edit={edit} name={`groups.${g}.to`} />
            </>
          )}
        </GroupRows>
      );
    case 'ratio':
    case 'weights':
      return (
        <>
          <div className="rule-row">
            <TakeFields edit={edit} hows={['all', 'cents', 'total', 'left']} />
          </div>
          <AmountRows edit={edit} list="weights" value="weight" />
        </>
      );
    case 'heads':
      return (
        <>
          <div className="rule-row">
            <HeadFields edit={edit} prefix="" />
            <TakeFields edit={edit} hows={['all', 'cents', 'total', 'left']} />
          </div>
          <ForUnits edit={edit} name="to" />
        </>
      );
    case 'keep-ratio-of':
      return (
        <>
          <div className="rule-row">
            <One
              edit={edit}
              name="basis"
              label={text('allocation.form.ratio-of')}
              options={['earlier', 'so-far']}
              prefix="allocation.form.ratio-of"
            />
            <Value edit={edit} name="basisYear" label={text('allocation.form.ratio-year')} number />
            <TakeFields edit={edit} hows={['all', 'cents', 'total', 'left']} />
          </div>
          <p className="sub">{text('allocation.form.ratio-groups.hint')}</p>
          <GroupRows edit={edit}>
            {(g) => (
              <>
                <Place edit={edit} name={`groups.${g}.to`} />
                <Many
                  edit={edit}
                  name={`groups.${g}.of`}
                  label={text('allocation.form.ratio-counts')}
                  options={edit.receivers}
                  more={edit.moreUnits}
                />
              </>
            )}
          </GroupRows>
        </>
      );
    case 'remainder':
      return <Place edit={edit} name="to" none={text('allocation.form.stays-open')} />;
  }
}

/** The units that a rule gives to. */
function ForUnits({ edit, name }: { edit: RuleEdit; name: string }) {
  const text = useText();
  return (
    <Many
      edit={edit}
      name={name}
      label={text('allocation.form.for')}
      options={edit.unitReceivers}
      more={edit.moreUnits}
    />
  );
}
