import { Button } from '#app/ui/button.tsx';
import { ConfirmDialog } from '#app/ui/dialog.tsx';
import { TextArea } from '#app/ui/form.tsx';
import { HiddenFields } from '#app/ui/frame.tsx';
import { useText } from '#app/ui/text.tsx';
import { DecisionLinks } from './decision-links.tsx';
import type { AllocationScreen } from './screen.server.ts';

type Props = { screen: AllocationScreen };

/** What the reader may do with this version: submit it, adopt it or take it back, or begin the next one. */
export function Acts({ screen }: Props) {
  const text = useText();
  const { may, document, rules, problems, scheme } = screen;
  const papers = `/schemes/${scheme}/plans/${document.code}`;
  const submittable = may.edit && problems.length === 0 && (rules?.rules.length ?? 0) > 0;
  return (
    <div className="form-actions">
      {submittable ? (
        <ConfirmDialog
          open={text('allocation.submit')}
          openKind="primary"
          title={text('allocation.submit.title')}
          effects={[text('allocation.submit.frozen'), text('allocation.submit.next')]}
          act={text('allocation.submit')}
          fields={{ intent: 'submit', revision: String(rules?.revision ?? 0) }}
        />
      ) : null}
      <DecisionLinks papers={papers} may={may} />
      {may.renew ? (
        <form method="post" className="renew">
          <HiddenFields fields={{ intent: 'next' }} />
          <TextArea
            id="note"
            name="note"
            optional={!screen.newMoney}
            required={false}
            rows={2}
            label={text(screen.newMoney ? 'allocation.change.note.label' : 'allocation.next.why')}
            hint={text(screen.newMoney ? 'allocation.change.note.hint' : 'allocation.next.hint')}
          />
          <Button kind={screen.newMoney ? 'primary' : 'secondary'}>
            {text(screen.newMoney ? 'allocation.change.again' : 'allocation.next')}
          </Button>
        </form>
      ) : null}
    </div>
  );
}
