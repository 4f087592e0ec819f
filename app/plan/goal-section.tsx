import { nameOf } from '#app/kernel/name.ts';
import { useLocale, useText } from '#app/ui/text.tsx';
import { goalsOf } from './goal.ts';
import type { Plan } from './plan.server.ts';

/** Which measures serve which goal of a strategy or vision, and the goals that nothing serves yet. */
export function GoalSection({ plan }: { plan: Plan }) {
  const text = useText();
  const locale = useLocale();
  const frameworks = goalsOf(plan.nodes, plan.measures);
  if (frameworks.length === 0) return null;
  return (
    <section id="goals">
      <h2>{text('goals.title')}</h2>
      <p className="sub">{text('goals.lead')}</p>
      {frameworks.map((framework) => (
        <div key={framework.code} className="goals">
          <h3>{nameOf(framework, locale)}</h3>
          <p className="sub">
            {text('goals.unserved', {
              count: framework.goals.filter((goal) => goal.measures.length === 0).length,
            })}
          </p>
          <dl>
            {framework.goals.map((goal) => (
              <div key={goal.code}>
                <dt>{nameOf(goal, locale)}</dt>
                {goal.measures.length === 0 ? <dd className="quiet">{text('goals.none')}</dd> : null}
                {goal.measures.map((measure) => (
                  <dd key={measure.code}>
                    <a href={`#measure-${measure.code}`}>{measure.name}</a>
                    {measure.byTheme ? <small> {text('goals.by-theme')}</small> : null}
                  </dd>
                ))}
              </div>
            ))}
          </dl>
        </div>
      ))}
    </section>
  );
}
