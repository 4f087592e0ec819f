import { keepMoment, type Moment, momentSearch } from '#app/kernel/moment.ts';
import { useText } from '#app/ui/text.tsx';

type Props = {
  /** the address of the document */
  href: string;
  versions: readonly { number: number }[];
  /** the number of the version that is shown */
  current: number;
  /** of which the page speaks */
  moment?: Moment;
};

/** The versions of a document, when there are several. */
export function VersionLinks({ href, versions, current, moment }: Props) {
  const text = useText();
  if (versions.length < 2) return null;
  return versions.map(({ number }) => (
    <a
      key={number}
      href={keepMoment(`${href}?version=${number}`, moment ? momentSearch(moment) : new URLSearchParams())}
      aria-current={number === current ? 'page' : undefined}
    >
      {text('allocation.version', { number })}
    </a>
  ));
}
