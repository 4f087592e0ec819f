import { Button, ButtonLink } from '#app/ui/button.tsx';
import { HiddenFields } from '#app/ui/frame.tsx';
import { useText } from '#app/ui/text.tsx';
import type { CarryScreen } from './carry-over-document-page.tsx';

/** What the reader may do with a version that is not a draft of theirs: have it decided, take it back, renew it. */
export function CarryActs({ screen }: { screen: CarryScreen }) {
  const text = useText();
  const { may, document, scheme } = screen;
  if (!(may.decide || may.ask || may.return || may.withdraw || may.renew)) return null;
  const papers = `/schemes/${scheme}/plans/${document.code}`;
  return (
    <div className="form-actions">
      {may.decide ? (
        <ButtonLink kind="primary" href={`${papers}/adopt`}>
          {text('allocation.decide')}
        </ButtonLink>
      ) : null}
      {may.ask ? <ButtonLink href={papers}>{text('allocation.ask')}</ButtonLink> : null}
      {may.return ? <ButtonLink href={`${papers}/return`}>{text('allocation.return')}</ButtonLink> : null}
      {may.withdraw ? (
        <ButtonLink href={`${papers}/withdraw`}>{text('allocation.withdraw')}</ButtonLink>
      ) : null}
      {may.renew ? (
        <form method="post">
          <HiddenFields fields={{ intent: 'next' }} />
          <Button>{text('carry.next')}</Button>
        </form>
      ) : null}
    </div>
  );
}
