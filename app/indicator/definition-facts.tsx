import { nameOf } from '#app/kernel/name.ts';
import { Link } from '#app/ui/link.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { Definition } from './definition.ts';
import { targetText } from './figure-words.ts';
import { definitionTexts } from './indicator.ts';

/** How it is measured, as a list of facts beside its figures. */
export function DefinitionFacts(props: { scheme: string; definition: Definition; lastYear: number | null }) {
  const text = useText();
  const locale = useLocale();
  const { scheme, definition } = props;
  const suffix = locale === 'en' ? 'En' : 'Nl';
  const said = definitionTexts.flatMap((field) => {
    const value = definition[`${field}${suffix}`];
    return value === '' ? [] : [{ key: field, label: text(`indicator.fact.${field}`), value }];
  });
  const target = definition.targetMilli;
  return (
    <>
      <h2>{text('indicator.definition')}</h2>
      <dl className="indicator-facts">
        {said.map(({ key, label, value }) => (
          <div key={key}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {definition.splits.length > 0 ? (
          <div>
            <dt>{text('indicator.fact.splits')}</dt>
            <dd>{definition.splits.map((split) => nameOf(split, locale)).join(', ')}</dd>
          </div>
        ) : null}
        <div>
          <dt>{text('indicator.target')}</dt>
          <dd>
            {target === null
              ? null
              : `${text(definition.targetAtLeast ? 'indicator.target.least' : 'indicator.target.most', {
                  value: targetText(definition, locale),
                })} `}
            {definition[`target${suffix}`]}
          </dd>
        </div>
        {definition.nodes.length > 0 ? (
          <div>
            <dt>{text('indicator.fact.themes')}</dt>
            <dd>{definition.nodes.map((node) => nameOf(node, locale)).join('; ')}</dd>
          </div>
        ) : null}
        {definition.measures.length > 0 ? (
          <div>
            <dt>{text('indicator.fact.measures')}</dt>
            <dd>
              <ul className="ruled">
                {definition.measures.map(({ document, measure, name }) => (
                  <li key={`${document}/${measure}`}>
                    <Link href={`/schemes/${scheme}/plans/${document}`}>{name}</Link>
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        ) : null}
        {props.lastYear === null ? null : (
          <div>
            <dt>{text('indicator.fact.lastYear')}</dt>
            <dd>{props.lastYear}</dd>
          </div>
        )}
      </dl>
    </>
  );
}

/** The versions of the definition, the newest first, when there is more than one. */
export function DefinitionHistory({ definitions }: { definitions: readonly Definition[] }) {
  const text = useText();
  const locale = useLocale();
  if (definitions.length < 2) return null;
  const suffix = locale === 'en' ? 'En' : 'Nl';
  return (
    <section aria-labelledby="definitions">
      <h2 id="definitions">{text('indicator.history')}</h2>
      <ul className="ruled">
        {definitions.toReversed().map((one) => (
          <li key={one.number}>
            <b>{text('indicator.version', { number: one.number, year: String(one.fromYear) })}</b>
            {one.number > 1 ? (
              <>
                {' '}
                {one[`reason${suffix}`]}{' '}
                {text(one.comparable ? 'indicator.comparable' : 'indicator.not-comparable')}
              </>
            ) : null}
            <small className="indicator-said">
              {definitionTexts
                .map((field) => one[`${field}${suffix}`])
                .filter(Boolean)
                .join('; ')}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}
