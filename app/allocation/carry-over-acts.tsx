import { Button } from '#app/ui/button.tsx';
import { HiddenFields } from '#app/ui/frame.tsx';
import { useText } from '#app/ui/text.tsx';
import type { CarryScreen } from './carry-over-document-page.tsx';
import { DecisionLinks } from './decision-links.tsx';

/** What the reader may do with a version that is not a draft of theirs: have it decided, take it back, renew it. */
export function CarryActs({ screen }: { screen: CarryScreen }) {
  const text = useText();
  const { may, document, scheme } = screen;
  if (!(may.decide || may.ask || may.return || may.withdraw || may.renew)) return null;
  const papers = `/schemes/${scheme}/plans/${document.code}`;
  return (
    <div className="form-actions">
      <DecisionLinks papers={papers} may={may} />
      {may.renew ? (
        <form method="post">
          <HiddenFields fields={{ intent: 'next' }} />
          <Button>{text('carry.next')}</Button>
        </form>
      ) : null}
    </div>
  );
}
