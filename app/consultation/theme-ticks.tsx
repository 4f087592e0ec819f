import { nameOf } from '#app/kernel/name.ts';
import { Checkbox } from '#app/ui/choice.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import { pairOf } from './consultation-form.ts';
import type { ConsultationFrame } from './consultation-frame.server.ts';

/** The themes a consultation was about: by them the overview of panels finds it. */
export function ThemeTicks(props: {
  frame: Pick<ConsultationFrame, 'nodes' | 'themes'>;
  nodes: readonly { framework: string; code: string }[];
  typed: readonly [string, string][] | null;
}) {
  const text = useText();
  const locale = useLocale();
  const { frame, nodes, typed } = props;
  const shown = frame.nodes.filter(
    (node) =>
      node.framework === frame.themes ||
      nodes.some((one) => one.framework === node.framework && one.code === node.code),
  );
  return (
    <fieldset className="topic-fields">
      <legend className="field-label">{text('consultation.about')}</legend>
      <div className="topic-links">
        {shown.map((node) => {
          const value = pairOf(node.framework, node.code);
          const stands = nodes.some((one) => one.framework === node.framework && one.code === node.code);
          return (
            <Checkbox
              key={value}
              id={`nodes-${value}`}
              name="nodes"
              value={value}
              label={nameOf(node, locale)}
              defaultChecked={typed ? typed.some(([name, one]) => name === 'nodes' && one === value) : stands}
            />
          );
        })}
      </div>
    </fieldset>
  );
}
