import { edgeContext, load } from '#app/identity/page.server.ts';
import { isoDate } from '#app/kernel/clock.ts';
import { Link } from '#app/ui/link.tsx';
import { PageBody, PageHead, PageTitle } from '#app/ui/page.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import '#app/plan/plan.css';
import '#app/plan/document.css';
import './council.css';
import './pack.css';
import type { Route } from './+types/pack-page';
import { getPack, type Pack } from './pack.server.ts';
import { packFormats } from './pack.ts';
import { PackMoney } from './pack-money.tsx';
import { More, PackThemes } from './pack-theme.tsx';
import { packWords } from './pack-words.ts';

export const handle = { ownHead: true };

export async function loader(args: Route.LoaderArgs) {
  const today = isoDate(args.context.get(edgeContext).clock());
  return load(args, async (tx, actor) => ({
    ...(await getPack(tx, actor, { ...args.params, today })),
    // what is asked of a body was submitted, so whoever has a role may remark on it
    mayComment: actor.mandates.length > 0,
  }));
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
  const said = usePackWords(pack);
  const base = `/schemes/${pack.scheme.code}`;
  const dossier = `${base}/decisions/${pack.decision.decisionId}`;
  return (
    <>
      <PageTitle page={said.title} />
      <PageHead
        breadcrumb={[
          { href: `${base}/decisions`, label: text('scheme.tab.decisions') },
          { href: dossier, label: pack.document.title },
        ]}
        title={said.title}
        lead={text(pack.decision.earlier ? 'pack.lead' : 'pack.lead.first')}
      />
      <PageBody>
        <p className="pack-files">
          <Link href={dossier}>{text('pack.dossier')}</Link>
          <span>{text('pack.files')}</span>
          {packFormats.map((format) => (
            <a
              key={format}
              href={`${dossier}/pack/${format}`}
              aria-label={text('ui.file', { title: said.title, format: format.toUpperCase() })}
              download
            >
              {format.toUpperCase()}
            </a>
          ))}
        </p>
        <article className="pack">
          <header className="pack-ask">
            <p className="ask-question">{pack.decision.question}</p>
            <dl className="pack-facts">
              {said.facts.map((one) => (
                <div key={one.key} className={`pack-fact-${one.key.split('.')[1]}`}>
                  <dt>{one.label}</dt>
                  <dd>{one.value}</dd>
                </div>
              ))}
            </dl>
          </header>
          <h2>{text(pack.decision.earlier ? 'pack.changed' : 'pack.planned')}</h2>
          <p className="sub">{said.against}</p>
          <div className="pack-sum">
            {said.core.length > 0 ? (
              <section className="pack-core">
                <h3>{text('pack.core')}</h3>
                {said.core.map((one) => (
                  <p key={one}>{one}</p>
                ))}
              </section>
            ) : null}
            <PackMoney pack={pack} said={said} />
          </div>
          <PackThemes pack={pack} said={said} mayComment={pack.mayComment} />
          <Said pack={pack} />
          <p className="pack-rule">
            {text('pack.rule', { money: pack.money })} <Link href={pack.plan}>{text('pack.whole')}</Link>
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
