import { Diff } from '#app/plan/diff.tsx';
import { planHref } from '#app/plan/plan-words.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Link } from '#app/ui/link.tsx';
import { SeriesKey } from '#app/ui/series.tsx';
import { useText } from '#app/ui/text.tsx';
import type { Pack } from './pack.server.ts';
import { type PackChange, type PackText, toldByTheme } from './pack.ts';
import type { packWords } from './pack-words.ts';

type Said = ReturnType<typeof packWords>;

/** Theme by theme: what became of which measure and why, and beside it what the words say now. */
export function PackThemes({ pack, said, mayComment }: { pack: Pack; said: Said; mayComment: boolean }) {
  const text = useText();
  const groups = toldByTheme(pack);
  const elsewhere = pack.comparison ?? pack.plan;
  const { scheme, document, decision } = pack;
  const form = `${planHref({ scheme: scheme.code, document: document.code })}/comments/new`;
  const remark = (about: string) => `${form}?version=${decision.versionNumber}&${about}`;
  return (
    <>
      {groups.map(({ theme, changes, texts }) => (
        <section key={theme?.theme ?? 'none'} className="pack-theme">
          {theme ? (
            <h3>
              {theme.series ? <SeriesKey series={theme.series} /> : null}
              {said.theme(theme)} <span className="pack-course">{said.course(theme)}</span>
            </h3>
          ) : groups.length > 1 ? (
            <h3>{text('pack.whole.part')}</h3>
          ) : null}
          <div className={changes.length > 0 && texts.length > 0 ? 'pack-pair' : undefined}>
            {changes.length > 0 ? <Changes changes={changes} said={said} /> : null}
            {texts.length > 0 ? (
              <Texts
                texts={texts}
                said={said}
                under={theme !== null}
                headed={theme !== null || groups.length > 1}
                remark={mayComment ? remark : null}
              />
            ) : null}
          </div>
        </section>
      ))}
      <More count={pack.cut.changes} words="pack.changes.more" href={elsewhere} />
      <More count={pack.cut.texts} words="pack.texts.more" href={elsewhere} />
    </>
  );
}

function Changes({ changes, said }: { changes: readonly PackChange[]; said: Said }) {
  return (
    <ul className="plain pack-changes">
      {changes.map((one) => {
        const { title, kind, amount, why } = said.change(one);
        return (
          <li key={one.key}>
            <p className="pack-change">
              {kind ? <Badge>{kind}</Badge> : null} <b>{title}</b>
              {amount ? <span className="pack-amount">{amount}</span> : null}
            </p>
            {why ? <p className="sub">{why}</p> : null}
          </li>
        );
      })}
    </ul>
  );
}

/** Each section that says something else, with the first that changed. */
function Texts(props: {
  texts: readonly PackText[];
  said: Said;
  under: boolean;
  /** whether a head of their group stands above them */
  headed: boolean;
  /** the address at which one remarks on a place; null for who may not */
  remark: ((about: string) => string) | null;
}) {
  const text = useText();
  const { texts, said, under, headed, remark } = props;
  const Heading = headed ? 'h4' : 'h3';
  return (
    <div>
      {texts.map((one) => {
        const { title, kind, more } = said.text(one, under);
        return (
          <section key={one.key} className="pack-text">
            <Heading className="pack-question">
              {title} {kind ? <Badge>{kind}</Badge> : null}
            </Heading>
            <Diff pieces={more ? [...one.pieces, { kind: 'same', text: ` ${more}` }] : one.pieces} />
            {remark && one.about ? (
              <p className="pack-remark">
                <Link href={remark(one.about)}>
                  {text('comment.new')} <span className="visually-hidden">{title}</span>
                </Link>
              </p>
            ) : null}
          </section>
        );
      })}
    </div>
  );
}

/** How much of it stands elsewhere, and where. */
export function More({ count, words, href }: { count: number; words: string; href: string }) {
  const text = useText();
  if (count === 0) return null;
  return (
    <p className="pack-more">
      <Link href={href}>{text(words, { count })}</Link>
    </p>
  );
}
