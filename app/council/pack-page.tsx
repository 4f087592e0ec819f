import { edgeContext, load } from '#app/identity/page.server.ts';
import { isoDate } from '#app/kernel/clock.ts';
import { Diff } from '#app/plan/diff.tsx';
import { nameOf } from '#app/plan/plan-words.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Link } from '#app/ui/link.tsx';
import { PageBody, PageHead } from '#app/ui/page.tsx';
import { SeriesKey } from '#app/ui/series.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import '#app/plan/plan.css';
import '#app/plan/document.css';
import './council.css';
import './pack.css';
import type { Route } from './+types/pack-page';
import { getPack, type Pack } from './pack.server.ts';
import { packFormats } from './pack.ts';
import { PackMoney } from './pack-money.tsx';
import { packWords } from './pack-words.ts';

export const handle = { ownHead: true };

export async function loader(args: Route.LoaderArgs) {
  const today = isoDate(args.context.get(edgeContext).clock());
  return load(args, (tx, actor) => getPack(tx, actor, { ...args.params, today }));
}

/** The words of a pack in the reader's language. */
function usePackWords(pack: Pack) {
  const text = useText();
  const locale = useLocale();
  return packWords(pack, text, locale);
}

/** The reading pack of a request: two pages for whoever decides. */
export default function PackPage({ loaderData: pack }: Route.ComponentProps) {
  const text = useText();
  const locale = useLocale();
  const said = usePackWords(pack);
  const base = `/schemes/${pack.scheme.code}`;
  const dossier = `${base}/decisions/${pack.decision.decisionId}`;
  return (
    <>
      <title>{text('app.title', { page: said.title })}</title>
      <PageHead
        breadcrumb={[
          { href: '/schemes', label: text('nav.schemes') },
          { href: base, label: nameOf(pack.scheme, locale) },
          { href: `${base}/decisions`, label: text('scheme.tab.decisions') },
          { href: dossier, label: pack.document.title },
        ]}
        title={said.title}
        lead={text('pack.lead')}
      />
      <PageBody narrow>
        <p className="pack-files">
          <Link href={dossier}>{text('pack.dossier')}</Link>
          <span>{text('pack.files')}</span>
          {packFormats.map((format) => (
            <a
              key={format}
              href={`${dossier}/pack/${format}`}
              aria-label={text('tables.format', { title: said.title, format: format.toUpperCase() })}
              download
            >
              {format.toUpperCase()}
            </a>
          ))}
        </p>
        <article className="pack">
          <p className="ask-question">{pack.decision.question}</p>
          <dl className="facts pack-facts">
            {said.facts.map((one) => (
              <div key={one.key}>
                <dt>{one.label}</dt>
                <dd>{one.value}</dd>
              </div>
            ))}
          </dl>
          <h2>{text(pack.decision.earlier ? 'pack.changed' : 'pack.planned')}</h2>
          <p className="sub">{said.against}</p>
          <PackMoney pack={pack} said={said} />
          <Changes pack={pack} />
          <Words pack={pack} />
          <Said pack={pack} />
          <p className="pack-rule">
            {text('pack.rule')} <Link href={pack.plan}>{text('pack.whole')}</Link>
            {pack.comparison ? (
              <>
                {' · '}
                <Link href={pack.comparison}>{text('pack.comparison')}</Link>
              </>
            ) : null}
          </p>
        </article>
      </PageBody>
    </>
  );
}

/** What became of which measure and why, theme by theme. */
function Changes({ pack }: { pack: Pack }) {
  const text = useText();
  const said = usePackWords(pack);
  const known = pack.themes.map((one) => one.theme);
  const groups = [
    ...pack.themes.map((theme) => ({
      theme,
      own: pack.changes.filter((one) => one.theme === theme.theme),
    })),
    { theme: null, own: pack.changes.filter((one) => !known.includes(one.theme)) },
  ].filter(({ own }) => own.length > 0);
  if (groups.length === 0) {
    return <p>{text(pack.decision.earlier ? 'pack.changes.none' : 'pack.planned.none')}</p>;
  }
  return (
    <>
      {groups.map(({ theme, own }) => (
        <section key={theme?.theme ?? 'none'} className="pack-theme">
          {theme ? (
            <h3>
              {theme.series ? <SeriesKey series={theme.series} /> : null}
              {said.theme(theme)}
            </h3>
          ) : null}
          <ul className="plain pack-changes">
            {own.map((one) => {
              const { kind, amount, why } = said.change(one);
              return (
                <li key={one.key}>
                  <p className="pack-change">
                    {kind ? <Badge>{kind}</Badge> : null} <b>{one.title}</b>
                    {amount ? <span className="pack-amount">{amount}</span> : null}
                  </p>
                  {why ? <p className="sub">{why}</p> : null}
                </li>
              );
            })}
          </ul>
        </section>
      ))}
      <More count={pack.cut.changes} words="pack.changes.more" href={pack.comparison ?? pack.plan} />
    </>
  );
}

/** Which sections say something else, each with the first that changed. */
function Words({ pack }: { pack: Pack }) {
  const text = useText();
  const said = usePackWords(pack);
  const compared = pack.decision.earlier !== null;
  if (!compared && pack.texts.length === 0) return null;
  return (
    <section>
      <h2>{text(compared ? 'pack.words' : 'pack.words.planned')}</h2>
      {pack.texts.length === 0 ? <p>{text('dossier.words.none')}</p> : null}
      {pack.texts.map((one) => {
        const { title, kind, more } = said.text(one);
        return (
          <section key={one.key} className="pack-text">
            <h3>
              {title} {kind ? <Badge>{kind}</Badge> : null}
            </h3>
            <Diff pieces={more ? [...one.pieces, { kind: 'same', text: ` ${more}` }] : one.pieces} />
          </section>
        );
      })}
      <More count={pack.cut.texts} words="pack.texts.more" href={pack.comparison ?? pack.plan} />
    </section>
  );
}

/** What is still promised, what came of the last decision, and who was asked. */
function Said({ pack }: { pack: Pack }) {
  const text = useText();
  const said = usePackWords(pack);
  return (
    <>
      {pack.commitments.length > 0 ? (
        <section>
          <h2>{text('pack.commitments')}</h2>
          <ul className="plain">
            {pack.commitments.map((one) => (
              <li key={one.href}>
                <Link href={one.href}>{one.text}</Link>
                <small>{said.commitment(one)}</small>
              </li>
            ))}
          </ul>
          <More
            count={pack.cut.commitments}
            words="pack.commitments.more"
            href={`/schemes/${pack.scheme.code}/commitments`}
          />
        </section>
      ) : null}
      {pack.voices.map((one) => (
        <section key={one.href}>
          <h2>{text('pack.voices')}</h2>
          <p>
            <Link href={one.href}>{said.voice(one)}</Link>
          </p>
          {one.accounts.length === 0 && one.right === 'advice' ? (
            <p className="sub">{text('pack.voice.none')}</p>
          ) : null}
          <ul className="plain">
            {one.accounts.map((account) => (
              <li key={`${account.said} ${account.account}`}>{said.account(account)}</li>
            ))}
          </ul>
        </section>
      ))}
      {pack.consultations.length > 0 ? (
        <section>
          <h2>{text('pack.consultations')}</h2>
          <ul className="plain">
            {pack.consultations.map((one) => (
              <li key={one.href}>
                <Link href={one.href}>{one.title}</Link>
                <small>{said.consultation(one)}</small>
              </li>
            ))}
          </ul>
          <More
            count={pack.cut.consultations}
            words="pack.consultations.more"
            href={`/schemes/${pack.scheme.code}/consultations`}
          />
        </section>
      ) : null}
    </>
  );
}

/** How much of it stands elsewhere, and where. */
function More({ count, words, href }: { count: number; words: string; href: string }) {
  const text = useText();
  if (count === 0) return null;
  return (
    <p className="pack-more">
      <Link href={href}>{text(words, { count })}</Link>
    </p>
  );
}
