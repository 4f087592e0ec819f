import { nameOf } from '#app/kernel/name.ts';
import { Notice } from '#app/ui/notice.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { Fund } from './fund-fields.tsx';
import type { FundingDocument } from './funding.ts';
import { estimateOf, saidTwice } from './twice.ts';

/** What came in by a file and is summed twice: an estimate of a part beside the framework of the whole. */
export function TwiceNotice(props: { documents: readonly FundingDocument[]; funds: readonly Fund[] }) {
  const text = useText();
  const locale = useLocale();
  const inForce = props.documents.map((one) =>
    estimateOf(one, one.versions.find((version) => version.inForce)?.lines ?? []),
  );
  const found = saidTwice(inForce);
  if (found.length === 0) return null;
  return (
    <Notice tone="warn" title={text('funding.twice.title')}>
      <ul>
        {found.map(({ fund: code, year, whole, parts }) => {
          const fund = props.funds.find((one) => one.code === code);
          return (
            <li key={`${code} ${year}`}>
              {text('funding.twice.one', {
                ...{ fund: fund ? nameOf(fund, locale) : code, year: String(year) },
                ...{ whole: whole.join(', '), parts: parts.join(', ') },
              })}
            </li>
          );
        })}
      </ul>
      <p>{text('funding.twice.next')}</p>
    </Notice>
  );
}
