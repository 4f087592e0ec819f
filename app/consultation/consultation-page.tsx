import { Outlet } from 'react-router';
import { load } from '#app/identity/page.server.ts';
import { nameOf } from '#app/kernel/name.ts';
import { planHref } from '#app/plan/plan-words.ts';
import { getSchemeHead } from '#app/scheme/scheme.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Link } from '#app/ui/link.tsx';
import { PageBody, PageHead, PageTitle } from '#app/ui/page.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { Route } from './+types/consultation-page';
import { getConsultation } from './consultation.server.ts';
import { canWriteConsultation } from './consultation.ts';
import { useConsultationDate, useCountWords } from './consultation-words.tsx';
import { DiscussionWords } from './discussion-words.tsx';
import { TopicList } from './topic-list.tsx';
import './consultation.css';

export const handle = { ownHead: true };

export async function loader(args: Route.LoaderArgs) {
  const { scheme, consultation: id } = args.params;
  return load(args, async (tx, actor) => {
    const head = await getSchemeHead(tx, actor.institutionId, scheme);
    const consultation = await getConsultation(tx, actor, { scheme, id });
    return { head, consultation, mayWrite: canWriteConsultation(actor, consultation) };
  });
}

export default function ConsultationPage({ loaderData }: Route.ComponentProps) {
  const text = useText();
  const locale = useLocale();
  const date = useConsultationDate();
  const counts = useCountWords();
  const { head, consultation: one, mayWrite } = loaderData;
  const base = `/schemes/${head.code}`;
  const masked = [one.invited, one.present, one.answered, ...one.parts.map((part) => part.heads)].includes(
    'masked',
  );
  return (
    <>
      <PageTitle page={one.title} />
      <PageHead
        breadcrumb={[{ href: `${base}/consultations`, label: text('consultation.title') }]}
        title={one.title}
        lead={[
          nameOf({ nameNl: one.methodNl, nameEn: one.methodEn }, locale),
          date(one),
          nameOf({ nameNl: one.unitNl, nameEn: one.unitEn }, locale),
        ].join(' · ')}
        actions={
          mayWrite ? (
            <ButtonLink href={`${base}/consultations/${one.consultationId}/edit`}>
              {text('consultation.edit')}
            </ButtonLink>
          ) : null
        }
      />
      <PageBody narrow>
        <dl className="facts">
          <Fact term={text('field.withWhom')}>{one.withWhom}</Fact>
          <Fact term={text('consultation.body')}>
            {one.bodyNl && one.bodyEn ? nameOf({ nameNl: one.bodyNl, nameEn: one.bodyEn }, locale) : ''}
          </Fact>
          <Fact term={text('field.aim')}>{one.aim}</Fact>
          <Fact term={text('consultation.about')}>
            {one.nodes.map((node) => nameOf(node, locale)).join('; ')}
          </Fact>
          <Fact term={text('consultation.involvement')}>
            {one.involvementNl && one.involvementEn
              ? nameOf({ nameNl: one.involvementNl, nameEn: one.involvementEn }, locale)
              : ''}
          </Fact>
          <Fact term={text('consultation.numbers')}>{counts(one).join('; ')}</Fact>
          <Fact term={text('field.caveat')}>{one.caveat}</Fact>
          <Fact term={text('consultation.document')}>
            {one.document ? (
              <>
                <Link href={planHref({ scheme: head.code, document: one.document })}>
                  {one.documentTitle}
                </Link>
                {one.round === null
                  ? null
                  : ` (${text('consultation.round.number', { number: String(one.round) })})`}
              </>
            ) : (
              ''
            )}
          </Fact>
          <Fact term={text('field.source')}>{one.source}</Fact>
        </dl>
        {masked ? <p className="sub">{text('consultation.masked', { below: one.maskedBelow })}</p> : null}
        {one.outcome ? (
          <section>
            <h2>{text('consultation.outcome')}</h2>
            <p className="said">{one.outcome}</p>
          </section>
        ) : null}
        {one.topics.length > 0 ? (
          <TopicList scheme={head.code} topics={one.topics} below={one.maskedBelow} />
        ) : null}
        {one.discussions.length > 0 ? (
          <section>
            <h2>{text('discussion.title')}</h2>
            <ul className="ruled">
              {one.discussions.map((line) => (
                <li key={`${line.body} ${line.withWhom} ${line.on}`}>
                  <DiscussionWords discussion={line} />
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        <Outlet />
      </PageBody>
    </>
  );
}

function Fact(props: { term: string; children: React.ReactNode }) {
  if (props.children === '' || props.children === null) return null;
  return (
    <>
      <dt>{props.term}</dt>
      <dd>{props.children}</dd>
    </>
  );
}
