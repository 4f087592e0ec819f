import { data } from 'react-router';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { Route } from './+types/public-page';
import { listPublicInstitutions } from './public.server.ts';
import { chosenLocale, publicHref } from './public-address.ts';
import { loadPublic, publicHeaders } from './public-page.server.ts';
import { PublicHeading, PublicMeta } from './public-part.tsx';

/** The institutions that made something public. */
export async function loader(args: Route.LoaderArgs) {
  const institutions = await loadPublic(args, listPublicInstitutions);
  const { origin, pathname } = new URL(args.request.url);
  const chosen = chosenLocale(args.request.url);
  return data({ institutions, chosen, canonical: origin + pathname }, { headers: publicHeaders });
}

export const headers = ({ loaderHeaders }: Route.HeadersArgs) => loaderHeaders;

export default function PublicPage({ loaderData }: Route.ComponentProps) {
  const text = useText();
  const locale = useLocale();
  const { institutions, chosen, canonical } = loaderData;
  return (
    <div className="public-page">
      <PublicMeta page={text('public.title')} description={text('public.lead')} canonical={canonical} />
      <PublicHeading title={text('public.title')} lead={text('public.lead')} />
      {institutions.length === 0 ? (
        <div className="public-none">
          <h2>{text('public.none')}</h2>
          <p>{text('public.none-next')}</p>
        </div>
      ) : (
        <section aria-labelledby="institutions">
          <h2 id="institutions">{text('public.institutions')}</h2>
          <ul className="public-list">
            {institutions.map(({ code, names, documents }) => (
              <li key={code}>
                <div>
                  <a href={publicHref(chosen, code)}>{locale === 'en' ? names.nameEn : names.nameNl}</a>
                  <small>{text('public.count', { count: documents })}</small>
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
