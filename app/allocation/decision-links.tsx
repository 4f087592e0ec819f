import { ButtonLink } from '#app/ui/button.tsx';
import { useText } from '#app/ui/text.tsx';

type Props = {
  /** the page with the papers of the document */
  papers: string;
  may: { decide: boolean; ask: boolean; return: boolean; withdraw: boolean };
};

/** The ways on from a submitted version: adopt it, put it before a body, return it, take it back. */
export function DecisionLinks({ papers, may }: Props) {
  const text = useText();
  return (
    <>
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
    </>
  );
}
