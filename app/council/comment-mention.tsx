import { nameOf } from '#app/kernel/name.ts';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { Audience } from './comment.server.ts';

/** Whom to ask to look: bodies, the unit, people; boxes to tick, with or without script. */
export function MentionFields({ audience, chosen }: { audience: Audience; chosen: readonly string[] }) {
  const text = useText();
  const locale = useLocale();
  const groups = [
    {
      kind: 'body',
      options: audience.bodies.map((one) => ({ code: one.code, name: nameOf(one, locale) })),
    },
    { kind: 'unit', options: audience.units.map((one) => ({ code: one.code, name: nameOf(one, locale) })) },
    { kind: 'account', options: audience.accounts.map((one) => ({ code: one.login, name: one.name })) },
  ].filter(({ options }) => options.length > 0);
  return (
    <fieldset className="field">
      <legend className="field-label">{text('comment.mentions')}</legend>
      <p className="field-hint">{text('comment.mentions.hint')}</p>
      {groups.map(({ kind, options }) => (
        <Disclosure
          key={kind}
          summary={text(`comment.mentions.${kind}`, { count: options.length })}
          open={options.some(({ code }) => chosen.includes(`${kind}:${code}`))}
        >
          {options.map(({ code, name }) => {
            const value = `${kind}:${code}`;
            const id = `mention-${kind}-${code}`.replace(/[^\w-]/g, '_');
            return (
              <div key={value} className="choice">
                <input
                  id={id}
                  type="checkbox"
                  name="mentions[]"
                  value={value}
                  defaultChecked={chosen.includes(value)}
                />
                <label htmlFor={id}>{name}</label>
              </div>
            );
          })}
        </Disclosure>
      ))}
    </fieldset>
  );
}
