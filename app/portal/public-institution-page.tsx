import { data } from 'react-router';
import { nameOf } from '#app/kernel/name.ts';
import { localeOf } from '#app/messages/locale.server.ts';
import { formatDate, useLocale, useText } from '#app/ui/text.tsx';
import type { Route } from './+types/public-institution-page';
import { listPublic } from './public.server.ts';
import { chosenLocale, publicHref } from './public-address.ts';
import { loadPublic, publicHeaders } from './public-page.server.ts';
import { PublicHeading, PublicMeta } from './public-part.tsx';

/** The schemes on which an institution gives account. */
export async function loader(args: Route.LoaderArgs) {
  const locale = localeOf(args.request, args.context);
  const entries = await loadPublic(args, (tx) => listPublic(tx, args.params));
  const { institution } = entries[0]!.head;
  const schemes = [...Map.groupBy(entries, (one) => one.scheme)].map(([code, own]) => {
    const standing = own.filter((one) => one.withdrawnAt === null);
    const newest = standing.toSorted((a, b) => b.from.localeCompare(a.from))[0];
    return {
      ...{ code, name: nameOf(own[0]!.head.scheme, locale), count: standing.length },
      newest: newest ? { title: newest.head.title, from: newest.from } : null,
    };
  });
  const { origin, pathname } = new URL(args.request.url);
  return data(
    {
      ...{ schemes, code: args.params.institution, name: nameOf(institution, locale) },
      notice: locale === 'en' ? institution.noticeEn : institution.noticeNl,
      ...{ chosen: chosenLocale(args.request.url), canonical: origin + pathname },
    },
    { headers: publicHeaders },
  );
}

export const headers = ({ loaderHeaders }: Route.HeadersArgs) => loaderHeaders;

export default function PublicInstitutionPage({ loaderData }: Route.ComponentProps) {
  const text = useText();
  const locale = useLocale();
  const { schemes, code, name, notice, chosen, canonical } = loaderData;
  return (
    <div className="public-page">
      <PublicMeta page={name} description={text('public.institution.lead')} canonical={canonical} />
      <PublicHeading
        crumbs={[{ href: publicHref(chosen), label: text('public.title') }]}
        title={name}
        lead={text('public.institution.lead')}
        notice={notice}
      />
      <section aria-labelledby="schemes">
        <h2 id="schemes">{text('public.schemes')}</h2>
        <ul className="public-list">
          {schemes.map((one) => (
            <li key={one.code}>
              <div>
                <a href={publicHref(chosen, code, one.code)}>{one.name}</a>
                <small>
                  {text('public.count', { count: one.count })}
                  {one.newest
                    ? ` · ${text('public.newest', {
                        title: one.newest.title,
                        date: formatDate(one.newest.from, locale),
                      })}`
                    : null}
                </small>
              </div>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
