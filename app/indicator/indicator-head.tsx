import type { ReactNode } from 'react';
import { PageHead, PageTitle } from '#app/ui/page.tsx';
import { useText } from '#app/ui/text.tsx';

type Props = {
  scheme: { code: string; nameNl: string; nameEn: string };
  title: string;
  lead?: string;
  badge?: ReactNode;
  actions?: ReactNode;
};

/** The head of every page below the indicators of a scheme: its title, and the way back. */
export function IndicatorHead({ scheme, title, ...rest }: Props) {
  const text = useText();
  return (
    <>
      <PageTitle page={title} />
      <PageHead
        breadcrumb={[{ href: `/schemes/${scheme.code}/indicators`, label: text('indicator.title') }]}
        title={title}
        {...rest}
      />
    </>
  );
}
