import { formAction } from '#app/identity/action.server.ts';
import { ActionForm, justSent } from '#app/identity/action-form.tsx';
import { readForm, rowId } from '#app/identity/form.server.ts';
import { edgeContext, load } from '#app/identity/page.server.ts';
import { Checkbox } from '#app/ui/choice.tsx';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { Select, TextField } from '#app/ui/form.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageBody, PageHead, PageTitle } from '#app/ui/page.tsx';
import { formatDate, useLocale, useText } from '#app/ui/text.tsx';
import type { Route } from './+types/notices-page';
import { createFeed, feedInput, listFeeds, revokeFeed } from './feed.server.ts';
import { getSetting, saveSetting, settingInput } from './setting.server.ts';

export async function loader(args: Route.LoaderArgs) {
  return load(args, async (tx, actor) => {
    // a token has no notices of its own: nothing to show
    if (actor.kind !== 'account') return { setting: null, feeds: [], base: '' };
    return {
      setting: await getSetting(tx, actor),
      feeds: (await listFeeds(tx, actor)).map((one) => ({
        ...one,
        createdAt: one.createdAt.toISOString(),
        revokedAt: one.revokedAt?.toISOString() ?? null,
      })),
      base: new URL(args.request.url).origin,
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const now = args.context.get(edgeContext).clock();
  return formAction(args, {
    save: (tx, actor, form) => saveSetting(tx, actor, readForm(settingInput, form)),
    create: (tx, actor, form) => createFeed(tx, actor, readForm(feedInput, form), now),
    revoke: (tx, actor, form) => revokeFeed(tx, actor, rowId(form), now),
  });
}

/** What comes by mail, and one's calendar. */
export default function NoticesPage({ loaderData, actionData }: Route.ComponentProps) {
  const text = useText();
  const locale = useLocale();
  const { setting, feeds, base } = loaderData;
  const made =
    actionData?.intent === 'create' && 'done' in actionData
      ? (actionData.done as unknown as { token: string })
      : null;
  return (
    <>
      <PageTitle page={text('notices.title')} />
      <PageHead
        breadcrumb={[{ href: '/account', label: text('account.title') }]}
        title={text('notices.title')}
        lead={text('notices.lead')}
      />
      <PageBody narrow>
        <h2>{text('notices.mail')}</h2>
        <ActionForm intent="save" result={actionData} submit={text('notices.save')}>
          {(wire) => (
            <>
              <TextField
                {...wire('email', setting?.email)}
                label={text('notices.email')}
                hint={text('notices.email.hint')}
                type="email"
                autoComplete="email"
                optional
              />
              <Tick
                {...wire('digest', setting?.digest ? 'on' : '')}
                label={text('notices.digest')}
                hint={text('notices.digest.hint')}
              />
              <Tick
                {...wire('dueToday', setting?.dueToday ? 'on' : '')}
                label={text('notices.dueToday')}
                hint={text('notices.dueToday.hint')}
              />
              <Select
                {...wire('locale', setting?.locale)}
                label={text('notices.locale')}
                none={text('notices.locale.account')}
                options={['nl', 'en'].map((one) => ({ value: one, label: text(`notices.locale.${one}`) }))}
                optional
              />
            </>
          )}
        </ActionForm>
        <p className="sub">{text('notices.none')}</p>
        <h2>{text('feed.title')}</h2>
        <p>{text('feed.lead')}</p>
        {made ? (
          <Notice tone="accent" live title={text('feed.made')}>
            <code className="secret">{`${base}/calendar/${made.token}.ics`}</code>
          </Notice>
        ) : null}
        {feeds.length === 0 ? <Empty title={text('feed.none')} /> : null}
        <ul className="rows">
          {feeds.map((one) => (
            <li key={one.feedId} className="row">
              <span>
                <b>{one.name}</b>{' '}
                <span className="sub">
                  {one.revokedAt
                    ? text('feed.revoked', { date: formatDate(one.revokedAt, locale) })
                    : text('feed.created', { date: formatDate(one.createdAt, locale) })}
                </span>
              </span>
              {one.revokedAt ? null : (
                <div className="acts end">
                  <ActionForm
                    intent="revoke"
                    id={one.feedId}
                    result={actionData}
                    submit={text('feed.revoke')}
                    kind="danger"
                    inline
                  />
                </div>
              )}
            </li>
          ))}
        </ul>
        <Disclosure summary={text('feed.create')} open={justSent(actionData, 'create')}>
          <ActionForm intent="create" result={actionData} submit={text('feed.create')}>
            {(wire) => (
              <TextField {...wire('name')} label={text('feed.name')} hint={text('feed.name.hint')} />
            )}
          </ActionForm>
        </Disclosure>
      </PageBody>
    </>
  );
}

function Tick({ defaultValue, ...rest }: Parameters<typeof Checkbox>[0]) {
  return <Checkbox {...rest} value="on" defaultChecked={defaultValue !== ''} />;
}
